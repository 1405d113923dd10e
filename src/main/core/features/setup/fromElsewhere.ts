import type { SourceProblem } from '../../../../shared/contract/setup.ts';
import { setup as contract } from '../../../../shared/contract/setup.ts';
import { proceduresOf } from '../../procedures.ts';
import { isStopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { renameDurably } from '../../store/durably.ts';
import { type Elsewhere, findElsewhere } from '../../store/elsewhere.ts';
import { hasStore } from '../../store/folder.ts';
import { wipedOnFailure } from '../../store/keyBytes.ts';
import { noFailures } from '../../store/keyFile.ts';
import { problemOf, StoreProblem } from '../../store/problem.ts';
import { normalizeRecoveryKey } from '../../store/recoveryKey.ts';
import { notePlaceTaken } from '../../store/takePlace.ts';
import { backupProgress, withBackups } from '../backup/underWay.ts';
import { NotInStore } from '../session/notInStore.ts';
import { unlockAndBackUp } from '../session/unlockAndBackUp.ts';
import { type Proof, proveElsewhere } from '../session/unlocking.ts';

const { open } = proceduresOf({ setup: contract });

const isNew = ({ session }: CoreServices): boolean => session.state().kind === 'new';

/** Tries a password or the recovery key on the keys elsewhere; damaged ones say nothing about this folder. */
function proofOf(
  core: CoreServices,
  { keyFile }: Elsewhere,
  { userId, secret }: { userId: number | null; secret: string },
): Promise<Proof | 'damagedKeys'> {
  const whose = userId === null ? 'recovery' : { userId };
  const bare = userId === null ? normalizeRecoveryKey(secret) : secret;
  return proveElsewhere(core, keyFile, whose, bare).catch((error) =>
    error instanceof StoreProblem ? 'damagedKeys' : Promise.reject(error),
  );
}

/** Whoever came after the backup was made finds the lock screen, which says so. */
function unlessNotInStore(error: unknown): void {
  if (!(error instanceof NotInStore)) throw error;
}

/** How each procedure here refuses. */
interface Answers {
  STORE_EXISTS: () => Error;
  SOURCE: (answer: { data: { problem: SourceProblem } }) => Error;
  NOT_FOUND: () => Error;
  WRONG_SECRET: (answer: { data: { waitSeconds: number } }) => Error;
  TOO_SOON: (answer: { data: { waitSeconds: number } }) => Error;
}

function found(core: CoreServices, folder: string, errors: Pick<Answers, 'STORE_EXISTS' | 'SOURCE'>): Elsewhere {
  if (!isNew(core)) throw errors.STORE_EXISTS();
  const elsewhere = findElsewhere(folder);
  if (typeof elsewhere === 'string') throw errors.SOURCE({ data: { problem: elsewhere } });
  return elsewhere;
}

/** The data encryption key of the backups elsewhere, to whoever knows a secret of then. */
async function proved(
  core: CoreServices,
  elsewhere: Elsewhere,
  given: { userId: number | null; secret: string },
  errors: Answers,
): Promise<Uint8Array> {
  const proof = await proofOf(core, elsewhere, given);
  if (proof === 'damagedKeys' || proof.outcome === 'damaged') throw errors.SOURCE({ data: { problem: 'damagedKeys' } });
  if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
  if (proof.outcome === 'wrong') throw errors.WRONG_SECRET({ data: { waitSeconds: proof.waitSeconds } });
  if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
  return proof.dataEncryptionKey;
}

/** Takes a backup beside where the store will be, whole and under the key of now. */
function takeOver(
  core: CoreServices,
  { folder: from, keyFile: { earlier } }: Elsewhere,
  { name, key }: { name: string; key: Uint8Array },
): Promise<undefined> {
  const { folder } = core.session.dataFolder;
  return withBackups(core, key, (dataEncryptionKey, counters) =>
    core.offMainThread.run('takeFromElsewhere', { folder, dataEncryptionKey, earlier, from, name, counters }),
  );
}

/** The keys as they were elsewhere, and the store that was taken over, become those of this folder. */
function begin({ session }: CoreServices, { keyFile }: Elsewhere, name: string): void {
  const { taken, unfinished, store } = session.dataFolder;
  renameDurably(taken, unfinished);
  session.keys.begin({
    ...keyFile,
    users: keyFile.users.map((user) => ({ ...user, failures: noFailures })),
    recovery: { ...keyFile.recovery, failures: noFailures },
    renewal: { ...keyFile.renewal, unfinished: false },
  });
  notePlaceTaken(session.dataFolder, { action: 'setup.restore', subject: name });
  // The store gets its name once the keys are safely on the disk.
  renameDurably(unfinished, store);
  session.tellState();
}

export const fromElsewhere = {
  chooseFolder: open.setup.chooseFolder.handler(async ({ context: { core }, errors }) => {
    if (!isNew(core)) throw errors.STORE_EXISTS();
    return { folder: (await core.options.host.chooseFolder?.()) ?? null };
  }),

  lookForBackups: open.setup.lookForBackups.handler(({ context: { core }, input: { folder }, errors }) => {
    const { backups, keyFile } = found(core, folder, errors);
    return { backups, users: keyFile.users.map(({ id, name }) => ({ id, name })) };
  }),

  openBackups: open.setup.openBackups.handler(async ({ context: { core }, input, errors }) => {
    const elsewhere = found(core, input.folder, errors);
    const key = await proved(core, elsewhere, input, errors);
    const { folder } = core.session.dataFolder;
    const { folder: from, backups, keyFile } = elsewhere;
    const looked = withBackups(core, key, (dataEncryptionKey, counters) =>
      core.offMainThread.run('lookAtElsewhere', {
        ...{ folder, dataEncryptionKey, earlier: keyFile.earlier, from, backups, counters },
      }),
    );
    return looked
      .catch((error) => Promise.reject(isStopped(error) ? errors.STOPPED() : error))
      .finally(() => key.fill(0));
  }),

  restore: open.setup.restore.handler(async ({ context: { core }, input, errors }) => {
    const { name, userId } = input;
    const elsewhere = found(core, input.folder, errors);
    if (!elsewhere.backups.some((backup) => backup.name === name)) throw errors.NOT_FOUND();
    const key = await proved(core, elsewhere, input, errors);
    await wipedOnFailure(key, async () => {
      await takeOver(core, elsewhere, { name, key }).catch((error) => {
        if (isStopped(error)) throw errors.STOPPED();
        const { problem, code } = problemOf(error);
        if (code === 'NEWER_BACKUP') throw errors.NEWER_BACKUP();
        throw problem === 'damagedStore' ? errors.DAMAGED_BACKUP() : error;
      });
      // Asked again: another window may have finished a set-up in the meantime.
      if (!isNew(core) || hasStore(core.session.dataFolder)) throw errors.STORE_EXISTS();
      begin(core, elsewhere, name);
    });
    // With the recovery key nobody in particular is at work: the lock screen asks who.
    if (userId === null) key.fill(0);
    else await unlockAndBackUp(core, userId, key).catch(unlessNotInStore);
  }),

  restoreProgress: open.setup.restoreProgress.handler(({ context: { core } }) =>
    isNew(core) ? backupProgress(core) : null,
  ),

  cancelRestore: open.setup.cancelRestore.handler(({ context: { core } }) => {
    if (isNew(core)) core.session.workUnderWay.stop('backup');
  }),
};
