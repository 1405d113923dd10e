import type { AboutToLock } from '../../shared/contract/session.ts';
import type { Api } from './api.ts';
import { flushSavers } from './saver.ts';

const refuse = (event: Event) => event.preventDefault();
const refused = ['beforeinput', refuse, { capture: true }] as const;

/** The app is about to lock: no more is typed here, and what was typed is handed over. */
export async function handOver({ client }: Api, word: AboutToLock): Promise<void> {
  // What came after this would stand on the screen, and be nowhere else.
  window.addEventListener(...refused);
  await flushSavers();
  // A refusal means that the app did not wait, and has locked.
  await client.session.readyToLock(word).catch(() => undefined);
}

/** The session has told its state: locked, or open for whoever has unlocked it since. */
export function takeTypingAgain(): void {
  window.removeEventListener(...refused);
}
