import type { BackupFile } from '../../../../shared/contract/backup.ts';
import { backupsToRemove } from '../../rules/backupSchedule.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { CoreServices } from '../../services.ts';
import { listBackups, removeBackups } from '../../store/backup.ts';
import type { Unlocked } from '../session/unlocked.ts';

/** Makes a backup beside the main thread and checks it. */
export async function backUp(
  core: CoreServices,
  { dataEncryptionKey }: Pick<Unlocked, 'dataEncryptionKey'>,
  now: number,
  label: string,
): Promise<BackupFile> {
  // A copy, because the key of the session is wiped when the app locks meanwhile.
  const key = dataEncryptionKey.slice();
  try {
    const input = { folder: core.options.dataFolder, dataEncryptionKey: key, now, label };
    return await core.offMainThread.run('makeBackup', input);
  } catch (error) {
    core.session.blockIfDamaged(error);
    throw error;
  } finally {
    key.fill(0);
    core.session.changed('backup');
    core.session.tellState();
  }
}

/** The first unlock of a day makes the backup of that day; when that is good, older ones make room. */
export async function backUpDaily(core: CoreServices, unlocked: Unlocked, now: number): Promise<void> {
  const { dataFolder } = core.session;
  const { timeZone } = unlocked.practice;
  const newest = listBackups(dataFolder)[0];
  if (newest && dayOf(newest.madeAt, timeZone) === dayOf(now, timeZone)) return;
  await backUp(core, unlocked, now, '');
  removeBackups(dataFolder, backupsToRemove(listBackups(dataFolder), timeZone));
}
