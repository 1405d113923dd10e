import type { BackupProgress } from '../../../../shared/contract/backup.ts';
import { type Counters, isCancelled, Stopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { withCopyOf } from '../../store/keyBytes.ts';
import { isRightKey } from '../../store/keyFile.ts';

/** What makes room for somebody who unlocks. */
const atLock = new WeakSet<Counters>();

/** Does one thing with backups at a time, with a copy of the key: that of the session is wiped when the app locks. */
export async function withBackups<Result>(
  { session }: CoreServices,
  key: Uint8Array,
  work: (dataEncryptionKey: Uint8Array, counters: Counters) => Promise<Result>,
): Promise<Result> {
  const { workUnderWay, keys } = session;
  return withCopyOf(key, async (dataEncryptionKey) => {
    for (let before = workUnderWay.get('backup'); before; before = workUnderWay.get('backup')) {
      await before.done;
      // Whoever waits sees how far that is, and stopped it to stop their own.
      if (isCancelled(before.counters) && !atLock.has(before.counters)) throw new Stopped();
    }
    // The key was renewed while this waited: nothing opens with it any more.
    if (keys.file && !isRightKey(keys.file, dataEncryptionKey)) throw new Stopped();
    return workUnderWay.run('backup', (counters) => work(dataEncryptionKey, counters));
  });
}

/** What is under way now stops when somebody unlocks. */
export function givesWay({ session }: CoreServices): void {
  const work = session.workUnderWay.get('backup');
  if (work) atLock.add(work.counters);
}

/** Whoever unlocks does not wait for the backup of the last lock; the next lock makes it. */
export function makeRoomForUnlock({ session }: CoreServices): void {
  const work = session.workUnderWay.get('backup');
  if (work && atLock.has(work.counters)) work.stop();
}

const WHOLE = 100;

/** How far it is, in hundredths. */
export function backupProgress({ session }: CoreServices): BackupProgress | null {
  const told = session.workUnderWay.progress('backup');
  return told && { done: told.total > 0 ? Math.round((told.done / told.total) * WHOLE) : 0, total: WHOLE };
}
