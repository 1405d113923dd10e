import { unlocked } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';

export const distress = {
  directory: unlocked.distress.directory.handler(async ({ context: { database, user } }) => {
    const rows = await database
      .selectFrom('directoryEntry')
      .selectAll()
      .where('language', '=', user.language)
      .orderBy('id')
      .execute();
    return rows.map(({ language: _language, ...row }) => ({ ...row, verified: row.verified === 1 }));
  }),

  updateDirectoryEntry: unlocked.distress.updateDirectoryEntry.handler(async ({ context, input, errors }) => {
    const { database, timeZone, now } = context;
    const entry = await database.selectFrom('directoryEntry').selectAll().where('id', '=', input.id).executeTakeFirst();
    if (!entry) throw errors.NOT_FOUND();
    await database.transaction().execute(async (transaction) => {
      const checkedOn = dayOf(now, timeZone);
      await transaction
        .updateTable('directoryEntry')
        .set({ name: input.name, reach: input.reach, number: input.number, checkedOn, verified: 1 })
        .where('id', '=', input.id)
        .execute();
      // The same service in the other language has the same number.
      await transaction
        .updateTable('directoryEntry')
        .set({ number: input.number, checkedOn, verified: 1 })
        .where('service', '=', entry.service)
        .execute();
      await context.audit(transaction, `directory entry ${input.id}`);
    });
    context.changed('distress');
  }),

  record: unlocked.distress.record.handler(async ({ context, input }) => {
    const { database, user, now } = context;
    const concernId = await database.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto('concern')
        .values({ ...input, userId: user.id, occurredAt: now })
        .returning('id')
        .executeTakeFirstOrThrow();
      await context.audit(transaction, `concern ${id}`);
      return id;
    });
    context.changed('distress', 'breaks', 'callers');
    return { concernId };
  }),

  ofCaller: unlocked.distress.ofCaller.handler(async ({ context: { database, auditSeen }, input }) => {
    const concerns = await database
      .selectFrom('concern')
      .innerJoin('user', 'user.id', 'concern.userId')
      .select(['concern.id', 'concern.occurredAt as at', 'user.name as workerName', 'concern.kind', 'concern.finding'])
      .select('concern.handedOverTo')
      .where('concern.callerId', '=', input.callerId)
      .orderBy('concern.occurredAt', 'desc')
      .limit(20)
      .execute();
    // Where there is nothing, nothing was seen.
    if (concerns.length > 0) await auditSeen(`caller ${input.callerId}`);
    return concerns;
  }),
};
