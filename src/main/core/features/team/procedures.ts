import { unlocked } from '../../procedures.ts';
import { noFailures } from '../../store/keyFile.ts';
import { eraseTally } from '../breaks/ownTally.ts';
import { activeMembers, inUsedSpelling, isLastManager, isNameTaken } from './members.ts';
import { readDays, writtenDays } from './workingDays.ts';

const theme = 'system';

export const team = {
  list: unlocked.team.list.handler(async ({ context: { database } }) => {
    const rows = await database
      .selectFrom('user')
      .select(['id', 'name', 'role', 'function', 'department', 'workingDays'])
      .select(['language', 'active', 'createdAt'])
      .where('demo', '=', 0)
      .orderBy('active', 'desc')
      .orderBy('name')
      .execute();
    return rows.map((row) => ({ ...row, workingDays: readDays(row.workingDays), active: row.active === 1 }));
  }),

  add: unlocked.team.add.handler(async ({ context, input, errors }) => {
    const { core, database, dataEncryptionKey, now } = context;
    const { name, role, language, password } = input;
    if (isNameTaken(await activeMembers(database), name)) throw errors.NAME_TAKEN();
    const key = await core.offMainThread.run('wrapKey', { secret: password, dataEncryptionKey });
    const userId = await database.transaction().execute(async (transaction) => {
      const words = {
        function: await inUsedSpelling(transaction, 'function', input.function),
        department: await inUsedSpelling(transaction, 'department', input.department),
      };
      const { id } = await transaction
        .insertInto('user')
        .values({
          name,
          role,
          ...words,
          workingDays: writtenDays(input.workingDays),
          language,
          theme,
          active: 1,
          createdAt: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await context.audit(transaction, `user ${id}, ${role}`);
      return id;
    });
    core.session.updateKeyFile((file) => ({
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
      const words = {
        function: await inUsedSpelling(transaction, 'function', details.function),
        department: await inUsedSpelling(transaction, 'department', details.department),
      };
      await transaction
        .updateTable('user')
        .set({ name, role, ...words, ...(workingDays && { workingDays: writtenDays(workingDays) }) })
        .where('id', '=', userId)
        .execute();
      await context.audit(transaction, `user ${userId}, ${role}`);
    });
    core.session.updateKeyFile((file) => ({
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
    if (!(await activeMembers(database)).some(({ id }) => id === userId)) throw errors.NOT_FOUND();
    const key = await core.offMainThread.run('wrapKey', { secret: password, dataEncryptionKey });
    await database.transaction().execute(async (transaction) => {
      // Whoever gives a password can use it: what only the worker may see is gone before.
      await eraseTally(transaction, userId, now);
      await context.audit(transaction, `user ${userId}`);
    });
    core.session.updateKeyFile((file) => ({
      ...file,
      users: file.users.map((known) => (known.id === userId ? { ...known, key, failures: noFailures } : known)),
    }));
  }),

  remove: unlocked.team.remove.handler(async ({ context, input, errors }) => {
    const { core, database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      const members = await activeMembers(transaction);
      if (!members.some(({ id }) => id === input.userId)) throw errors.NOT_FOUND();
      if (isLastManager(members, input.userId)) throw errors.LAST_MANAGER();
      await transaction.updateTable('user').set({ active: 0, removedAt: now }).where('id', '=', input.userId).execute();
      await context.audit(transaction, `user ${input.userId}`);
    });
    core.session.updateKeyFile((file) => ({
      ...file,
      users: file.users.filter(({ id }) => id !== input.userId),
      lastUserId: file.lastUserId === input.userId ? null : file.lastUserId,
    }));
    context.changed('team', 'handOvers', 'breaks');
    if (input.userId === user.id) await core.session.lock();
  }),
};
