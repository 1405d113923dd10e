import { open, unlocked } from '../../procedures.ts';
import { isBackupLate } from '../../rules/backupSchedule.ts';
import type { CoreServices } from '../../services.ts';
import { listBackups, removeBackups } from '../../store/backupFiles.ts';
import { problemOf } from '../../store/problem.ts';
import { cancel } from '../exports/progress.ts';
import { backUp, backupProgress, withBackups } from './backUp.ts';
import { copiedTo, isApart, isStopped, keepSecondPlace, readSecondPlace } from './secondPlace.ts';

function cancelBackup({ session }: CoreServices): void {
  if (session.backingUp) cancel(session.backingUp.counters);
}

function listed({ session }: CoreServices) {
  return listBackups(session.dataFolder.backups);
}

const has = (core: CoreServices, name: string) => listed(core).some((backup) => backup.name === name);

/** Backups from before a renewal are under one of these. */
const earlierOf = ({ session }: CoreServices) => session.keyFile?.earlier ?? [];

export const backup = {
  list: unlocked.backup.list.handler(({ context: { core } }) => listed(core)),

  late: unlocked.backup.late.handler(({ context: { core, now } }) => {
    const { session } = core;
    const lastAt = session.lastBackupAt();
    // While one is being made, or before the first was tried, there is nothing to say yet.
    const isTold = session.backupFailed && !session.backingUp && isBackupLate(lastAt, now);
    return isTold ? { lastAt } : null;
  }),

  make: unlocked.backup.make.handler(async ({ context, errors }) => {
    const made = await backUp(context.core, context, context.now).catch((error) => {
      throw isStopped(error) ? errors.STOPPED() : error;
    });
    await context.audit(context.database, made.name);
    return made;
  }),

  check: unlocked.backup.check.handler(async ({ context, input: { name }, errors }) => {
    const { core, dataEncryptionKey: key } = context;
    if (!has(core, name)) throw errors.NOT_FOUND();
    const { folder } = core.session.dataFolder;
    await withBackups(core, key, (dataEncryptionKey, counters) =>
      core.offMainThread.run('checkBackup', { folder, dataEncryptionKey, earlier: earlierOf(core), name, counters }),
    ).catch((error) => {
      if (isStopped(error)) throw errors.STOPPED();
      throw problemOf(error).problem === 'damagedStore' ? errors.DAMAGED_BACKUP() : error;
    });
    await context.audit(context.database, name);
  }),

  remove: unlocked.backup.remove.handler(async ({ context, input: { name }, errors }) => {
    const { core, database, audit, changed } = context;
    if (!has(core, name)) throw errors.NOT_FOUND();
    // Written first: a backup that is gone without a word is worse than a word without one gone.
    await audit(database, name);
    removeBackups(core.session.dataFolder.backups, [{ name }]);
    changed('backup');
    core.session.tellState();
  }),

  secondPlace: unlocked.backup.secondPlace.handler(async ({ context: { core, database } }) => ({
    place: await readSecondPlace(core, database),
    canChoose: core.options.host.chooseFolder !== null,
  })),

  chooseFolder: unlocked.backup.chooseFolder.handler(async ({ context: { core } }) => ({
    folder: (await core.options.host.chooseFolder?.()) ?? null,
  })),

  setSecondPlace: unlocked.backup.setSecondPlace.handler(async ({ context, input: { folder }, errors }) => {
    const { core, database, dataEncryptionKey: key, now, timeZone, audit, changed } = context;
    if (!isApart(core, folder)) throw errors.PLACE({ data: { problem: 'notApart' } });
    const started = { folder, copiedAt: null, triedAt: now, problem: null, notBefore: null };
    const tried = await withBackups(core, key, (dataEncryptionKey, counters) =>
      copiedTo(core, started, { dataEncryptionKey, timeZone, now, counters }),
    );
    if (tried.problem !== null) throw errors.PLACE({ data: { problem: tried.problem } });
    await keepSecondPlace(core, tried);
    await audit(database, null);
    changed('backup');
    if (listed(core).length === 0) await backUp(core, context, now);
  }),

  forgetSecondPlace: unlocked.backup.forgetSecondPlace.handler(
    async ({ context: { core, database, audit, changed } }) => {
      await keepSecondPlace(core, null);
      await audit(database, null);
      changed('backup');
    },
  ),

  progress: unlocked.backup.progress.handler(({ context: { core } }) => backupProgress(core)),
  cancel: unlocked.backup.cancel.handler(({ context: { core } }) => cancelBackup(core)),

  recoverable: open.backup.recoverable.handler(({ context: { core } }) => listed(core)),

  restore: open.backup.restore.handler(async ({ context: { core }, input: { name }, errors }) => {
    const { session, options, offMainThread } = core;
    const key = session.blocked?.dataEncryptionKey;
    if (!key) throw errors.FORBIDDEN();
    if (!has(core, name)) throw errors.NOT_FOUND();
    const { folder } = session.dataFolder;
    await withBackups(core, key, (dataEncryptionKey, counters) =>
      offMainThread.run('restoreBackup', {
        ...{ folder, dataEncryptionKey, earlier: earlierOf(core), now: options.clock(), name, counters },
      }),
    ).catch((error) => {
      if (isStopped(error)) throw errors.STOPPED();
      throw problemOf(error).problem === 'damagedStore' ? errors.DAMAGED_BACKUP() : error;
    });
    session.restoredBackup = { action: 'backup.restore', name };
    session.start();
    session.tellState();
  }),

  restoreProgress: open.backup.restoreProgress.handler(({ context: { core } }) => backupProgress(core)),
  cancelRestore: open.backup.cancelRestore.handler(({ context: { core } }) => cancelBackup(core)),
};
