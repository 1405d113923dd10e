import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '../../src/main/core/features/session/session.ts';

const AT_MOST = 20_000;

/** Waits until a store that is being mended is open again, and says whether it is. */
export async function isMendedIn(session: Session): Promise<boolean> {
  for (const until = Date.now() + AT_MOST; !session.unlocked && Date.now() < until; ) await wait(10);
  return session.unlocked !== null;
}
