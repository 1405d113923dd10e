import { create } from 'zustand';
import type { ContractClient } from '../../../shared/contract/index.ts';
import { copyText } from '../session/clipboard.ts';

const keptSeconds = 60;

interface KeyOnClipboard {
  /** `waiting`: a browser clears it only at the next press in this window. */
  state: 'idle' | 'copied' | 'waiting' | 'cleared' | 'refused';
  secondsLeft: number;
}

/** Outside the screen that shows the key: the clipboard is cleared even when that has closed. */
export const useKeyOnClipboard = create<KeyOnClipboard>()(() => ({ state: 'idle', secondsLeft: 0 }));

let timer: ReturnType<typeof setInterval> | undefined;

/** The program itself copies and clears; in a browser, which has no such program, the page does. */
export async function copyKeyForAMinute(client: ContractClient, key: string): Promise<void> {
  clearInterval(timer);
  const byProgram = await client.setup.copyRecoveryKey().then(
    ({ copied }) => copied,
    () => false,
  );
  if (!byProgram && !(await copyText(key))) {
    useKeyOnClipboard.setState({ state: 'refused' });
    return;
  }
  countDown(byProgram ? tellCleared : clear);
}

function countDown(atEnd: () => void): void {
  const endsAt = Date.now() + keptSeconds * 1000;
  useKeyOnClipboard.setState({ state: 'copied', secondsLeft: keptSeconds });
  timer = setInterval(() => {
    const secondsLeft = Math.ceil((endsAt - Date.now()) / 1000);
    useKeyOnClipboard.setState({ secondsLeft: Math.max(0, secondsLeft) });
    if (secondsLeft > 0) return;
    clearInterval(timer);
    atEnd();
  }, 1000);
}

const tellCleared = (): void => useKeyOnClipboard.setState({ state: 'cleared' });

const presses = ['keydown', 'pointerdown'] as const;

/** A page may write only while somebody uses it: if not now, then at the next press. */
async function clear(): Promise<void> {
  for (const press of presses) window.removeEventListener(press, clear);
  if (await copyText('')) {
    tellCleared();
    return;
  }
  useKeyOnClipboard.setState({ state: 'waiting' });
  for (const press of presses) window.addEventListener(press, clear);
}
