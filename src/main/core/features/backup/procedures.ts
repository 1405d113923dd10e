import type { Noted } from '../../../../shared/contract/backup.ts';
import { backup as contract } from '../../../../shared/contract/backup.ts';
import { proceduresOf } from '../../procedures.ts';
import { isStopped } from '../../progress.ts';
import { isBackupLate } from '../../rules/lastBackup.ts';
import type { CoreServices } from '../../services.ts';
import { listChecked } from '../../store/backupChecks.ts';
import { removeBackups } from '../../store/backupFiles.ts';
import { problemOf } from '../../store/problem.ts';
import { listAside, removeAside } from '../../store/restore.ts';
import type { PlaceTaken } from '../../store/takePlace.ts';
import { backUp } from './backUp.ts';
import { type Chosen, chosenAside, chosenBackup, exchange, LostMore } from './exchange.ts';
import { countNoted } from './queries.ts';
import { earlierKeysOf, readThrough } from './readThrough.ts';
import { copiedTo, isApart, keepSecondPlace, readSecondPlace } from './secondPlace.ts';
import { backupProgress, withBackups } from './underWay.ts';

const { atOnce, open, unlocked } = proceduresOf({ backup: contract });

function listed({ session }: CoreServices) {
  return listChecked(session.dataFolder);
}

const has = (core: CoreServices, name: string) => listed(core).some((backup) => backup.name === name);

/** How these procedures refuse. */
interface Refusals {
  STOPPED: () => Error;
  DAMAGED_BACKUP: () => Error;
  NO_MANAGER: () => Error;
}

function refuse(error: unknown, errors: Refusals): never {
  if (isStopped(error)) throw errors.STOPPED();
  const { problem, code } = problemOf(error);
  if (code === 'NO_MANAGER') throw errors.NO_MANAGER();
  throw problem === 'damagedStore' ? errors.DAMAGED_BACKUP() : error;
}

/** Gives another store the place while somebody is at work: everybody else waits meanwhile, and unlocks anew. */
async function exchangeAtWork(
  core: CoreServices,
  { lost, ...chosen }: Chosen & { taken: PlaceTaken; lost: number },
  errors: Refusals & { LOCKED: () => Error; LOST_MORE: (answer: { data: Noted }) => Error },
): Promise<void> {
  const { session } = core;
  const unlocked = session.unlocked;
  // Waited for while others can still work.
  await session.workUnderWay.ended('backup');
  await session.gate.alone(async () => {
    if (!unlocked || session.unlocked !== unlocked) throw errors.LOCKED();
    const exchanged = exchange(core, { ...chosen, key: unlocked.dataEncryptionKey, atWork: { unlocked, lost } });
    await exchanged.catch((error) => {
      if (error instanceof LostMore) throw errors.LOST_MORE({ data: error.noted });
      refuse(error, errors);
    });
  });
}

export const backup = {
  list: unlocked.backup.list.handler(({ context: { core } }) => listed(core)),

  late: unlocked.backup.late.handler(({ context: { core, now } }) => {
    const { session } = core;
    const lastAt = session.lastBackupAt();
    // While one is being made, or is about to be since somebody unlocked, there is nothing to say yet.
    const isTold = session.backupTried && !session.workUnderWay.has('backup') && isBackupLate(lastAt, now);
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
    const { isWhole } = await readThrough(core, key, name).catch((error) => {
      throw isStopped(error) ? errors.STOPPED() : error;
    });
    await context.audit(context.database, name);
    if (!isWhole) throw errors.DAMAGED_BACKUP();
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
    if (core.session.lastBackupAt() === null) await backUp(core, context, now);
  }),

  forgetSecondPlace: unlocked.backup.forgetSecondPlace.handler(
    async ({ context: { core, database, audit, changed } }) => {
      await keepSecondPlace(core, null);
      await audit(database, null);
      changed('backup');
    },
  ),

  aside: unlocked.backup.aside.handler(({ context: { core } }) => listAside(core.session.dataFolder)),

  lost: unlocked.backup.lost.handler(({ context: { core, database }, input: { name }, errors }) => {
    const chosen = (has(core, name) ? chosenBackup(core, name) : null) ?? chosenAside(core, name);
    if (!chosen) throw errors.NOT_FOUND();
    return countNoted(database, chosen.since);
  }),

  restoreOlder: atOnce.backup.restoreOlder.handler(async ({ context: { core }, input, errors }) => {
    const chosen = has(core, input.name) ? chosenBackup(core, input.name) : null;
    if (!chosen) throw errors.NOT_FOUND();
    const taken = { action: 'backup.restoreOlder', subject: input.name } as const;
    await exchangeAtWork(core, { ...chosen, taken, lost: input.lost }, errors);
  }),

  putBack: atOnce.backup.putBack.handler(async ({ context: { core }, input, errors }) => {
    const chosen = chosenAside(core, input.name);
    if (!chosen) throw errors.NOT_FOUND();
    const taken = { action: 'backup.putBack', subject: input.name } as const;
    await exchangeAtWork(core, { ...chosen, taken, lost: input.lost }, errors);
    // It stands in its place now, whole and on the disk.
    removeAside(core.session.dataFolder, input);
  }),

  removeAside: unlocked.backup.removeAside.handler(async ({ context, input: { name }, errors }) => {
    const { core, database, audit, changed } = context;
    if (!chosenAside(core, name)) throw errors.NOT_FOUND();
    // Written first, as with a backup.
    await audit(database, name);
    removeAside(core.session.dataFolder, { name });
    changed('backup');
  }),

  // While another store takes the place, everything else waits; these tell and stop it.
  progress: atOnce.backup.progress.handler(({ context: { core } }) => backupProgress(core)),
  cancel: atOnce.backup.cancel.handler(({ context: { core } }) => core.session.workUnderWay.stop('backup')),

  recoverable: open.backup.recoverable.handler(({ context: { core }, errors }) => {
    const { session, offMainThread } = core;
    const key = session.blocked?.proved?.dataEncryptionKey;
    if (!key) throw errors.FORBIDDEN();
    const { folder } = session.dataFolder;
    return withBackups(core, key, (dataEncryptionKey, counters) =>
      offMainThread.run('lookAtBackups', { folder, dataEncryptionKey, earlier: earlierKeysOf(core), counters }),
    );
  }),

  checkRecoverable: open.backup.checkRecoverable.handler(async ({ context: { core }, input: { name }, errors }) => {
    const key = core.session.blocked?.proved?.dataEncryptionKey;
    if (!key) throw errors.FORBIDDEN();
    if (!has(core, name)) throw errors.NOT_FOUND();
    return readThrough(core, key, name).catch((error) => {
      throw isStopped(error) ? errors.STOPPED() : error;
    });
  }),

  restore: open.backup.restore.handler(async ({ context: { core }, input: { name }, errors }) => {
    const key = core.session.blocked?.proved?.dataEncryptionKey;
    if (!key) throw errors.FORBIDDEN();
    const chosen = has(core, name) ? chosenBackup(core, name) : null;
    if (!chosen) throw errors.NOT_FOUND();
    const taken = { action: 'backup.restore', subject: name } as const;
    await exchange(core, { ...chosen, taken, key, atWork: null }).catch((error) => refuse(error, errors));
  }),

  restoreProgress: open.backup.restoreProgress.handler(({ context: { core } }) => backupProgress(core)),
  cancelRestore: open.backup.cancelRestore.handler(({ context: { core } }) => core.session.workUnderWay.stop('backup')),
};
