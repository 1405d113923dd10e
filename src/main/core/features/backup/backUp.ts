import type { BackupFile } from '../../../../shared/contract/backup.ts';
import { Stopped } from '../../progress.ts';
import { backupsToRemove, isBackupDue } from '../../rules/backupSchedule.ts';
import type { CoreServices } from '../../services.ts';
import { listChecked } from '../../store/backupChecks.ts';
import { removeBackups } from '../../store/backupFiles.ts';
import { errorCode } from '../../store/problem.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { type Copying, copiedTo, keepSecondPlace, mayTryAgain, readSecondPlace } from './secondPlace.ts';
import { givesWay, withBackups } from './underWay.ts';

type Opened = Pick<Unlocked, 'database' | 'dataEncryptionKey' | 'practice'>;

/** Makes a backup beside the main thread and checks it; when it is good, older ones make room. */
export async function backUp(
  core: CoreServices,
  { database, dataEncryptionKey: key, practice }: Opened,
  now: number,
): Promise<BackupFile> {
  const { session, offMainThread } = core;
  const { timeZone } = practice;
  const { folder, backups } = session.dataFolder;
  if (session.unlocked && session.secondPlace === undefined) await readSecondPlace(core, database);
  try {
    return await withBackups(core, key, async (dataEncryptionKey, counters) => {
      session.changedSinceBackup = false;
      const made = await offMainThread.run('makeBackup', { folder, dataEncryptionKey, now, counters });
      removeBackups(backups, backupsToRemove(listChecked(session.dataFolder), now, timeZone));
      // The second of two within a second is dated one later.
      await copyAlong(core, { dataEncryptionKey, timeZone, now: Math.max(now, made.madeAt), counters });
      return made;
    });
  } catch (error) {
    session.changedSinceBackup = true;
    session.blockIfDamaged(error);
    throw error;
  } finally {
    session.backupTried = true;
    session.changed('backup');
    session.tellState();
  }
}

/** The backup before what cannot be taken back: that is not done either when it was stopped while it was copied along. */
export async function backUpFirst(core: CoreServices, opened: Opened, now: number): Promise<BackupFile> {
  const made = await backUp(core, opened, now);
  if (core.session.secondPlace?.problem === 'stopped') throw new Stopped();
  return made;
}

/** The second place gets the backup that was just made. */
async function copyAlong(core: CoreServices, copying: Copying): Promise<void> {
  const place = core.session.secondPlace;
  if (place) await keepSecondPlace(core, await copiedTo(core, place, copying));
}

/** A failure shows as the age of the last backup. */
function noteFailure(error: unknown): void {
  console.error('backup failed', errorCode(error));
}

function isDue({ session, options }: CoreServices, { practice }: Opened, isLocking: boolean): boolean {
  const { changedSinceBackup: hasChanged } = session;
  const { timeZone } = practice;
  return isBackupDue({ lastAt: session.lastBackupAt(), now: options.clock(), timeZone, hasChanged, isLocking });
}

/** Makes the first backup of a day and the one of midday, when it is time for them. */
export async function backUpWhenDue(core: CoreServices): Promise<void> {
  const { session, options } = core;
  const { unlocked, workUnderWay } = session;
  if (!unlocked || workUnderWay.has('backup')) return;
  const now = options.clock();
  if (isDue(core, unlocked, false)) {
    await backUp(core, unlocked, now).catch(noteFailure);
  } else if (mayTryAgain(await readSecondPlace(core, unlocked.database), now)) {
    const { timeZone } = unlocked.practice;
    await withBackups(core, unlocked.dataEncryptionKey, (dataEncryptionKey, counters) =>
      copyAlong(core, { dataEncryptionKey, timeZone, now, counters }),
    ).catch(noteFailure);
    session.changed('backup');
  }
  session.backupTried = true;
}

/** Makes the backup of the end of a day; the store is closed by then, and is opened once more on the other thread. */
export function backUpAtLock(core: CoreServices, unlocked: Unlocked): void {
  if (core.session.workUnderWay.has('backup') || !isDue(core, unlocked, true)) return;
  backUp(core, unlocked, core.options.clock()).catch(noteFailure);
  givesWay(core);
}
