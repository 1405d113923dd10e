import type { BackupFile, BackupProgress } from '../../../../shared/contract/backup.ts';
import { backupsToRemove, isBackupDue } from '../../rules/backupSchedule.ts';
import type { CoreServices } from '../../services.ts';
import { listBackups, removeBackups } from '../../store/backupFiles.ts';
import { isRightKey } from '../../store/keyFile.ts';
import { errorCode } from '../../store/problem.ts';
import { type Counters, cancel, newCounters, progressOf, Stopped } from '../exports/progress.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { type Copying, copiedTo, keepSecondPlace, mayTryAgain, readSecondPlace } from './secondPlace.ts';

type Opened = Pick<Unlocked, 'database' | 'dataEncryptionKey' | 'practice'>;

/** Does one thing with backups at a time, with a copy of the key: that of the session is wiped when the app locks. */
export async function withBackups<Result>(
  { session }: CoreServices,
  key: Uint8Array,
  work: (dataEncryptionKey: Uint8Array, counters: Counters) => Promise<Result>,
): Promise<Result> {
  const dataEncryptionKey = key.slice();
  while (session.backingUp) await session.backingUp.done;
  // The key was renewed while this waited: nothing opens with it any more.
  if (session.keys.file && !isRightKey(session.keys.file, dataEncryptionKey)) throw new Stopped();
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
      const made = await offMainThread.run('makeBackup', { folder, dataEncryptionKey, now, label: '', counters });
      session.backupFailed = false;
      removeBackups(backups, backupsToRemove(listBackups(backups), now, timeZone));
      // The second of two within a second is dated one later.
      await copyAlong(core, { dataEncryptionKey, timeZone, now: Math.max(now, made.madeAt), counters });
      return made;
    });
  } catch (error) {
    session.changedSinceBackup = true;
    session.backupFailed = true;
    session.blockIfDamaged(error);
    throw error;
  } finally {
    session.changed('backup');
    session.tellState();
  }
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
  const { unlocked, backingUp } = session;
  if (!unlocked || backingUp) return;
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
}

const atLock = new WeakSet<Counters>();
const countersOf = ({ backingUp }: CoreServices['session']) => backingUp?.counters ?? null;

/** Makes the backup of the end of a day; the store is closed by then, and is opened once more on the other thread. */
export function backUpAtLock(core: CoreServices, unlocked: Unlocked): void {
  if (core.session.backingUp || !isDue(core, unlocked, true)) return;
  backUp(core, unlocked, core.options.clock()).catch(noteFailure);
  const counters = countersOf(core.session);
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
