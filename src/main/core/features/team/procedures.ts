import { unlocked } from '../../procedures.ts';
import { noFailures } from '../../store/keyFile.ts';

const theme = 'system';

export const team = {
  list: unlocked.team.list.handler(async ({ context: { database } }) => {
    const rows = await database
      .selectFrom('user')
      .select(['id', 'name', 'role', 'language', 'active', 'createdAt'])
      .where('demo', '=', 0)
      .orderBy('active', 'desc')
      .orderBy('name')
      .execute();
    return rows.map((row) => ({ ...row, active: row.active === 1 }));
  }),

  add: unlocked.team.add.handler(async ({ context, input, errors }) => {
    const { core, database, dataEncryptionKey, now } = context;
    const { name, role, language, password } = input;
    const taken = await database.selectFrom('user').select('name').where('active', '=', 1).execute();
    if (taken.some((user) => user.name.toLowerCase() === name.toLowerCase())) throw errors.NAME_TAKEN();
    const key = await core.offMainThread.run('wrapKey', { secret: password, dataEncryptionKey });
    const userId = await database.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto('user')
        .values({ name, role, language, theme, active: 1, createdAt: now })
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
    context.changed('team', 'handOvers');
    return { userId };
  }),

  remove: unlocked.team.remove.handler(async ({ context, input, errors }) => {
    const { core, database, user } = context;
    await database.transaction().execute(async (transaction) => {
      const active = await transaction.selectFrom('user').select(['id', 'role']).where('active', '=', 1).execute();
      const removed = active.find(({ id }) => id === input.userId);
      if (!removed) throw errors.NOT_FOUND();
      const managersLeft = active.filter(({ id, role }) => role === 'manager' && id !== input.userId);
      if (managersLeft.length === 0) throw errors.LAST_MANAGER();
      await transaction.updateTable('user').set({ active: 0 }).where('id', '=', input.userId).execute();
      await context.audit(transaction, `user ${input.userId}`);
    });
    core.session.updateKeyFile((file) => ({
      ...file,
      users: file.users.filter(({ id }) => id !== input.userId),
      lastUserId: file.lastUserId === input.userId ? null : file.lastUserId,
    }));
    context.changed('team', 'handOvers');
    if (input.userId === user.id) await core.session.lock();
  }),
};
