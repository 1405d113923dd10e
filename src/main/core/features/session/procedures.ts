import { session as contract } from '../../../../shared/contract/session.ts';
import { proceduresOf } from '../../procedures.ts';
import { isStopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { wipedOnFailure } from '../../store/keyBytes.ts';
import { noFailures, notLogged } from '../../store/keyFile.ts';
import { normalizeRecoveryKey } from '../../store/recoveryKey.ts';
import { backupProgress, makeRoomForUnlock } from '../backup/underWay.ts';
import { NotInStore } from './notInStore.ts';
import { updatePreferences } from './queries.ts';
import { prove } from './unlocking.ts';

const { atOnce, open, unlocked } = proceduresOf({ session: contract });

/** A start loads nothing that only somebody at work needs; deriving a key takes longer than loading this. */
const loadOpening = () => import('./unlockAndBackUp.ts');

/** What to say to somebody whom the store does not know. */
function notInStore<Answer extends Error>(answer: () => Answer) {
  return (error: unknown): never => {
    throw error instanceof NotInStore ? answer() : error;
  };
}

/** Gives a worker another password, for whoever had the recovery key in hand; null when there is no such worker. */
async function replaceKey(
  { session: { keys }, offMainThread }: CoreServices,
  { userId, newPassword }: { userId: number; newPassword: string },
  dataEncryptionKey: Uint8Array,
): Promise<{ wrongTries: number } | null> {
  if (!keys.file?.users.some(({ id }) => id === userId)) return null;
  const wrongTries = notLogged(keys.file.recovery.failures);
  const key = await offMainThread.run('wrapKey', { secret: newPassword, dataEncryptionKey });
  keys.update((file) => ({
    ...file,
    users: file.users.map((user) => (user.id === userId ? { ...user, key, failures: noFailures } : user)),
    recovery: { ...file.recovery, failures: noFailures },
    renewal: { ...file.renewal, due: true },
  }));
  return { wrongTries };
}

export const session = {
  state: open.session.state.handler(({ context: { core } }) => core.session.state()),

  events: open.session.events.handler(async function* ({ context: { core }, signal }) {
    const { windows } = core.session;
    const events = core.session.events.subscribe('session', { signal });
    const window = windows.add();
    // A window that goes while nothing is told to it is noticed by its line alone.
    signal?.addEventListener('abort', () => windows.remove(window), { once: true });
    try {
      yield { state: core.session.state() };
      for await (const event of events) {
        if (!('aboutToLock' in event) || event.aboutToLock.window === window) yield event;
      }
    } finally {
      windows.remove(window);
    }
  }),

  unlock: open.session.unlock.handler(async ({ context: { core }, input, errors }) => {
    makeRoomForUnlock(core);
    const opening = loadOpening();
    const proof = await prove(core, { userId: input.userId }, input.password);
    if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
    if (proof.outcome === 'damaged') throw errors.DAMAGED_KEY();
    if (proof.outcome === 'wrong') throw errors.WRONG_PASSWORD({ data: { waitSeconds: proof.waitSeconds } });
    if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
    const { unlockAndBackUp } = await wipedOnFailure(proof.dataEncryptionKey, () => opening);
    await unlockAndBackUp(core, input.userId, proof.dataEncryptionKey).catch(notInStore(errors.NOT_IN_STORE));
  }),

  resetPassword: open.session.resetPassword.handler(async ({ context: { core }, input, errors }) => {
    const proof = await prove(core, 'recovery', normalizeRecoveryKey(input.recoveryKey));
    if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
    if (proof.outcome === 'damaged') throw errors.DAMAGED_KEY();
    if (proof.outcome === 'wrong') throw errors.WRONG_RECOVERY_KEY({ data: { waitSeconds: proof.waitSeconds } });
    if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
    const { dataEncryptionKey } = proof;
    const { unlockAndBackUp, eraseTally, wrongTries } = await wipedOnFailure(dataEncryptionKey, async () => {
      const [opening, ownTally] = await Promise.all([loadOpening(), import('../breaks/ownTally.ts')]);
      const replaced = await replaceKey(core, input, dataEncryptionKey);
      if (!replaced) throw errors.NOT_FOUND();
      return { ...opening, ...ownTally, ...replaced };
    });
    // Not only the worker has the recovery key: what only the worker may see is gone before.
    await unlockAndBackUp(core, input.userId, dataEncryptionKey, (database, now) =>
      database.transaction().execute((transaction) => eraseTally(transaction, input.userId, now)),
    ).catch(notInStore(errors.NOT_IN_STORE));
    const log = core.session.unlocked?.log;
    if (wrongTries > 0) await log?.append('session.wrongRecoveryKey', `${wrongTries} times`);
    await log?.append('session.resetPassword', `user ${input.userId}`);
  }),

  changePassword: unlocked.session.changePassword.handler(async ({ context, input, errors }) => {
    const { core, user, dataEncryptionKey } = context;
    const proof = await prove(core, { userId: user.id }, input.currentPassword);
    if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
    if (proof.outcome === 'damaged') throw errors.DAMAGED_KEY();
    if (proof.outcome === 'wrong') throw errors.WRONG_PASSWORD({ data: { waitSeconds: proof.waitSeconds } });
    if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
    proof.dataEncryptionKey.fill(0);
    const key = await core.offMainThread.run('wrapKey', { secret: input.newPassword, dataEncryptionKey });
    core.session.keys.update((file) => ({
      ...file,
      users: file.users.map((other) => (other.id === user.id ? { ...other, key, failures: noFailures } : other)),
    }));
    await context.audit(context.database, `user ${user.id}`);
  }),

  updateProgress: open.session.updateProgress.handler(({ context: { core } }) =>
    core.session.isUpdating ? backupProgress(core) : null,
  ),

  cancelUpdate: open.session.cancelUpdate.handler(({ context: { core } }) => {
    if (core.session.isUpdating) core.session.workUnderWay.stop('backup');
  }),

  retry: open.session.retry.handler(({ context: { core } }) => {
    if (!core.session.blocked) return;
    core.session.start();
    core.session.tellState();
  }),

  goOn: open.session.goOn.handler(async ({ context: { core }, errors }) => {
    const { blocked } = core.session;
    if (!blocked) throw errors.FORBIDDEN();
    const { goOn } = await import('./goOn.ts');
    await goOn(core, blocked).catch((error) => {
      throw isStopped(error) ? errors.STOPPED() : error;
    });
  }),

  lock: atOnce.session.lock.handler(({ context: { core } }) => core.session.lock()),

  readyToLock: atOnce.session.readyToLock.handler(({ context: { core }, input }) => core.session.windows.ready(input)),

  active: unlocked.session.active.handler(async ({ context: { core, database, user, now } }) => {
    core.session.idle.end();
    const { noteUse } = await import('../breaks/workTime.ts');
    await noteUse(database, user.id, now);
  }),

  setPreferences: unlocked.session.setPreferences.handler(async ({ context, input }) => {
    const { core, database, user } = context;
    const preferences = { language: input.language ?? user.language, theme: input.theme ?? user.theme };
    await updatePreferences(database, user.id, preferences);
    if (core.session.unlocked) core.session.unlocked.user = { ...user, ...preferences };
    core.session.setLanguage(preferences.language);
    core.session.tellState();
    context.changed('distress', 'settings');
  }),
};
