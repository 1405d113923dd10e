import type { BackupCheck } from '../../../../shared/contract/backup.ts';
import type { CoreServices } from '../../services.ts';
import { noteCheck } from '../../store/backupChecks.ts';
import type { EarlierKey } from '../../store/lockedKey.ts';
import { isNotWhole } from '../../store/problem.ts';
import { withBackups } from './underWay.ts';

/** Backups from before a renewal are under one of these. */
export const earlierKeysOf = ({ session }: CoreServices): EarlierKey[] => session.keys.file?.earlier ?? [];

/** Notes what came of reading a backup through, and tells whether it was whole. */
export async function noteReading(core: CoreServices, name: string, reading: Promise<unknown>): Promise<BackupCheck> {
  const { session, options } = core;
  const isWhole = await reading.then(
    () => true,
    (error) => (isNotWhole(error) ? false : Promise.reject(error)),
  );
  const at = options.clock();
  noteCheck(session.dataFolder, name, { at, isWhole });
  if (session.unlocked) {
    session.changed('backup');
    session.tellState();
  }
  return { at, isWhole };
}

/** Has a backup read from end to end on the other thread. */
export function readThrough(core: CoreServices, key: Uint8Array, name: string): Promise<BackupCheck> {
  const { session, offMainThread } = core;
  const { folder } = session.dataFolder;
  const reading = withBackups(core, key, (dataEncryptionKey, counters) =>
    offMainThread.run('checkBackup', { folder, dataEncryptionKey, earlier: earlierKeysOf(core), name, counters }),
  );
  return noteReading(core, name, reading);
}
