import type { BackupProgress } from '../../../../shared/contract/backup.ts';
import type { CoreServices } from '../../services.ts';
import { isRightKey } from '../../store/keyFile.ts';
import { type Counters, cancel, isCancelled, newCounters, progressOf, Stopped } from '../exports/progress.ts';

/** What makes room for somebody who unlocks. */
const atLock = new WeakSet<Counters>();

/** Does one thing with backups at a time, with a copy of the key: that of the session is wiped when the app locks. */
export async function withBackups<Result>(
  { session }: CoreServices,
  key: Uint8Array,
  work: (dataEncryptionKey: Uint8Array, counters: Counters) => Promise<Result>,
): Promise<Result> {
  const dataEncryptionKey = key.slice();
  while (session.backingUp) {
    const before = session.backingUp.counters;
    await session.backingUp.done;
    // Whoever waits sees how far that is, and stopped it to stop their own.
    if (isCancelled(before) && !atLock.has(before)) throw new Stopped();
  }
  // The key was renewed while this waited: nothing opens with it any more.
  if (session.keys.file && !isRightKey(session.keys.file, dataEncryptionKey)) {
    dataEncryptionKey.fill(0);
    throw new Stopped();
  }
  const counters = newCounters();
  const { promise: done, resolve } = Promise.withResolvers<void>();
  session.backingUp = { counters, done };
  try {
    return await work(dataEncryptionKey, counters);
  } finally {
    dataEncryptionKey.fill(0);
    session.backingUp = null;
    resolve();
  }
}

const countersOf = ({ backingUp }: CoreServices['session']) => backingUp?.counters ?? null;

/** What is under way now stops when somebody unlocks. */
export function givesWay(session: CoreServices['session']): void {
  const counters = countersOf(session);
  if (counters) atLock.add(counters);
}

/** Whoever unlocks does not wait for the backup of the last lock; the next lock makes it. */
export function makeRoomForUnlock({ session }: CoreServices): void {
  const counters = countersOf(session);
  if (counters && atLock.has(counters)) cancel(counters);
}

const WHOLE = 100;

/** How far it is, in hundredths. */
export function backupProgress({ session }: CoreServices): BackupProgress | null {
  if (!session.backingUp) return null;
  const { done, total } = progressOf(session.backingUp.counters);
  return { done: total > 0 ? Math.round((done / total) * WHOLE) : 0, total: WHOLE };
}
