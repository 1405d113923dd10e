import { atOnce, open, unlocked } from '../../procedures.ts';
import type { CoreServices } from '../../services.ts';
import { noFailures, notLogged } from '../../store/keyFile.ts';
import { errorCode } from '../../store/problem.ts';
import { normalizeRecoveryKey } from '../../store/recoveryKey.ts';
import { backUpWhenDue, makeRoomForUnlock } from '../backup/backUp.ts';
import { eraseTally } from '../breaks/ownTally.ts';
import { closeWeeks } from '../breaks/teamWeeks.ts';
import { forgetOldTallies, noteUse } from '../breaks/workTime.ts';
import { forgetLapsed } from '../callers/standingOut.ts';
import { keepTerms } from '../privacy/runs.ts';
import type { BeforeShown } from './openUnlocked.ts';
import { updatePreferences } from './queries.ts';
import { prove } from './unlocking.ts';

async function unlockAndBackUp(
  core: CoreServices,
  userId: number,
  dataEncryptionKey: Uint8Array,
  before?: BeforeShown,
): Promise<void> {
  const { session, options } = core;
  await session.unlock(userId, dataEncryptionKey, before);
  if (!session.unlocked) return;
  const { database, practice, houseRules, user } = session.unlocked;
  const now = options.clock();
  const { timeZone } = practice;
  await forgetLapsed({ database, now, timeZone, colleagueHours: houseRules.colleagueHours });
  await database.transaction().execute(async (transaction) => {
    await closeWeeks({ database: transaction, rule: houseRules.bucket, timeZone, now });
    await forgetOldTallies(transaction, now);
    await noteUse(transaction, user.id, now);
  });
  // Not waited for: the desk is usable while the copy is made. A failure shows as the age of the last backup.
  const { unlocked: opened } = session;
  backUpWhenDue(core)
    .then(() => keepTerms(core, opened, now))
    .catch((error) => console.error('terms not kept', errorCode(error)));
}

export const session = {
  state: open.session.state.handler(({ context: { core } }) => core.session.state()),

  events: open.session.events.handler(async function* ({ context: { core }, signal }) {
    const events = core.events.subscribe('session', { signal });
    yield { state: core.session.state() };
    yield* events;
  }),

  unlock: open.session.unlock.handler(async ({ context: { core }, input, errors }) => {
    makeRoomForUnlock(core);
    const proof = await prove(core, { userId: input.userId }, input.password);
    if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
    if (proof.outcome === 'wrong') throw errors.WRONG_PASSWORD({ data: { waitSeconds: proof.waitSeconds } });
    if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
    await unlockAndBackUp(core, input.userId, proof.dataEncryptionKey);
  }),

  resetPassword: open.session.resetPassword.handler(async ({ context: { core }, input, errors }) => {
    const proof = await prove(core, 'recovery', normalizeRecoveryKey(input.recoveryKey));
    if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
    if (proof.outcome === 'wrong') throw errors.WRONG_RECOVERY_KEY({ data: { waitSeconds: proof.waitSeconds } });
    if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
    const { dataEncryptionKey } = proof;
    if (!core.session.keyFile?.users.some(({ id }) => id === input.userId)) throw errors.NOT_FOUND();
    const wrongTries = notLogged(core.session.keyFile.recovery.failures);
    const key = await core.offMainThread.run('wrapKey', { secret: input.newPassword, dataEncryptionKey });
    core.session.updateKeyFile((file) => ({
      ...file,
      users: file.users.map((user) => (user.id === input.userId ? { ...user, key, failures: noFailures } : user)),
      recovery: { ...file.recovery, failures: noFailures },
      // Somebody had the recovery key in hand.
      renewal: { ...file.renewal, due: true },
    }));
    // Not only the worker has the recovery key: what only the worker may see is gone before.
    await unlockAndBackUp(core, input.userId, dataEncryptionKey, (database, now) =>
      database.transaction().execute((transaction) => eraseTally(transaction, input.userId, now)),
    );
    if (wrongTries > 0) await core.session.record('session.wrongRecoveryKey', `${wrongTries} times`);
    await core.session.record('session.resetPassword', `user ${input.userId}`);
  }),

  changePassword: unlocked.session.changePassword.handler(async ({ context, input, errors }) => {
    const { core, user, dataEncryptionKey } = context;
    const proof = await prove(core, { userId: user.id }, input.currentPassword);
    if (proof.outcome === 'unknown') throw errors.NOT_FOUND();
    if (proof.outcome === 'wrong') throw errors.WRONG_PASSWORD({ data: { waitSeconds: proof.waitSeconds } });
    if (proof.outcome === 'tooSoon') throw errors.TOO_SOON({ data: { waitSeconds: proof.waitSeconds } });
    proof.dataEncryptionKey.fill(0);
    const key = await core.offMainThread.run('wrapKey', { secret: input.newPassword, dataEncryptionKey });
    core.session.updateKeyFile((file) => ({
      ...file,
      users: file.users.map((other) => (other.id === user.id ? { ...other, key, failures: noFailures } : other)),
    }));
    await context.audit(context.database, `user ${user.id}`);
  }),

  retry: open.session.retry.handler(({ context: { core } }) => {
    if (!core.session.blocked) return;
    core.session.start();
    core.session.tellState();
  }),

  lock: atOnce.session.lock.handler(({ context: { core } }) => core.session.lock()),

  active: unlocked.session.active.handler(async ({ context: { core, database, user, now } }) => {
    core.session.active();
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
