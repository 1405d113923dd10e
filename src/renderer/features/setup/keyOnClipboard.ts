import { create } from 'zustand';
import { copyText } from '../session/clipboard.ts';

const keptSeconds = 60;

interface KeyOnClipboard {
  state: 'idle' | 'copied' | 'cleared' | 'refused';
  secondsLeft: number;
}

/** Outside the screen that shows the key: the clipboard is cleared even when that has closed. */
export const useKeyOnClipboard = create<KeyOnClipboard>()(() => ({ state: 'idle', secondsLeft: 0 }));

let timer: ReturnType<typeof setInterval> | undefined;

export async function copyKeyForAMinute(key: string): Promise<void> {
  clearInterval(timer);
  if (!(await copyText(key))) {
    useKeyOnClipboard.setState({ state: 'refused' });
    return;
  }
  const clearAt = Date.now() + keptSeconds * 1000;
  useKeyOnClipboard.setState({ state: 'copied', secondsLeft: keptSeconds });
  timer = setInterval(() => {
    const secondsLeft = Math.ceil((clearAt - Date.now()) / 1000);
    if (secondsLeft > 0) useKeyOnClipboard.setState({ secondsLeft });
    else void clear();
  }, 1000);
}

/** A window without the focus may not write: the timer asks again until it may. */
async function clear(): Promise<void> {
  useKeyOnClipboard.setState({ secondsLeft: 0 });
  if (!(await copyText(''))) return;
  clearInterval(timer);
  useKeyOnClipboard.setState({ state: 'cleared' });
}
