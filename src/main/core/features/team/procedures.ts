import { team as contract } from '../../../../shared/contract/team.ts';
import { proceduresOf } from '../../procedures.ts';
import { noFailures, withNewKey } from '../../store/keyFile.ts';
import { eraseTally } from '../breaks/ownTally.ts';
import { forgetPutBack, readAccess } from './accessAfter.ts';
import { teamGroups } from './groupProcedures.ts';
import { groupFor } from './groups.ts';
import { activeMembers, isLastManager, isNameTaken } from './members.ts';
import { insertMember, readTeam, readWork, takeAccessAway, updateMember } from './queries.ts';

const { unlocked } = proceduresOf({ team: contract });

export const team = {
  ...teamGroups,

  access: unlocked.team.access.handler(({ context: { core, database } }) =>
    readAccess(database, core.session.keys.file?.users ?? []),
  ),

  confirmAccess: unlocked.team.confirmAccess.handler(async ({ context: { database, audit, changed } }) => {
    await database.transaction().execute(async (transaction) => {
      await forgetPutBack(transaction);
      await audit(transaction, null);
    });
    changed('team', 'review');
  }),

  list: unlocked.team.list.handler(({ context: { database } }) => readTeam(database)),

  add: unlocked.team.add.handler(async ({ context, input, errors }) => {
    const { core, database, dataEncryptionKey, now } = context;
    const { name, role, language, password } = input;
    if (isNameTaken(await activeMembers(database), name)) throw errors.NAME_TAKEN();
    const key = await core.offMainThread.run('wrapKey', { secret: password, dataEncryptionKey });
    const userId = await database.transaction().execute(async (transaction) => {
      const words = {
        function: await groupFor(transaction, 'function', input.function),
        department: await groupFor(transaction, 'department', input.department),
      };
      const member = { name, role, ...words, language, workingDays: input.workingDays };
      const id = await insertMember(transaction, member, now);
      await context.audit(transaction, `user ${id}, ${role}`);
      return id;
    });
    core.session.keys.update((file) => ({
      ...file,
      // An id may be given out again after a backup was put back; only the newest worker with it opens the store.
      users: [...file.users.filter(({ id }) => id !== userId), { id: userId, name, key, failures: noFailures }],
    }));
    context.changed('team', 'handOvers', 'breaks');
    return { userId };
  }),

  update: unlocked.team.update.handler(async ({ context, input, errors }) => {
    const { core, database, user } = context;
    const { userId, details } = input;
    const { name, role, workingDays } = details;
    await database.transaction().execute(async (transaction) => {
      const members = await activeMembers(transaction);
      if (!members.some(({ id }) => id === userId)) throw errors.NOT_FOUND();
      if (isNameTaken(members, name, userId)) throw errors.NAME_TAKEN();
      if (role !== 'manager' && isLastManager(members, userId)) throw errors.LAST_MANAGER();
      const had = await readWork(transaction, userId);
      const words = {
        function: await groupFor(transaction, 'function', details.function, had.function),
        department: await groupFor(transaction, 'department', details.department, had.department),
      };
      await updateMember(transaction, userId, { name, role, ...words, workingDays });
      await context.audit(transaction, `user ${userId}, ${role}`);
    });
    core.session.keys.update((file) => ({
      ...file,
      users: file.users.map((known) => (known.id === userId ? { ...known, name } : known)),
    }));
    if (core.session.unlocked && userId === user.id) {
      core.session.unlocked.user = { ...user, name, role };
      core.session.tellState();
    }
    context.changed('team', 'handOvers', 'breaks', 'aftercare', 'rotation');
  }),

  setPassword: unlocked.team.setPassword.handler(async ({ context, input, errors }) => {
    const { core, database, dataEncryptionKey, user, now } = context;
    const { userId, password } = input;
    if (userId === user.id) throw errors.FORBIDDEN();
    const name = (await activeMembers(database)).find(({ id }) => id === userId)?.name;
    if (name === undefined) throw errors.NOT_FOUND();
    const key = await core.offMainThread.run('wrapKey', { secret: password, dataEncryptionKey });
    await database.transaction().execute(async (transaction) => {
      // Whoever gives a password can use it: what only the worker may see is gone before.
      await eraseTally(transaction, userId, now);
      await context.audit(transaction, `user ${userId}`);
    });
    core.session.keys.update((file) => ({
      ...file,
      users: withNewKey(file.users, { id: userId, name, key, failures: noFailures }),
    }));
  }),

  remove: unlocked.team.remove.handler(async ({ context, input, errors }) => {
    const { core, database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      const members = await activeMembers(transaction);
      if (!members.some(({ id }) => id === input.userId)) throw errors.NOT_FOUND();
      if (isLastManager(members, input.userId)) throw errors.LAST_MANAGER();
      await takeAccessAway(transaction, input.userId, now);
      await context.audit(transaction, `user ${input.userId}`);
      // Before the store says so: whoever is cut short in between has no key any more, and can be removed again.
      core.session.keys.update((file) => ({
        ...file,
        users: file.users.filter(({ id }) => id !== input.userId),
        // An older copy of this file, with the password of then, still opens what the key of now is for.
        renewal: { ...file.renewal, due: true },
        lastUserId: file.lastUserId === input.userId ? null : file.lastUserId,
      }));
    });
    context.changed('team', 'handOvers', 'breaks', 'keys');
    if (input.userId === user.id) await core.session.lock();
  }),
};
