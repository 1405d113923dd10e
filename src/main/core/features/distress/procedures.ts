import { unlocked } from '../../procedures.ts';
import { standingCaller } from '../callers/callerFor.ts';
import { directoryProcedures } from './directory.ts';
import { readTriage, writeTriage } from './triage.ts';

export const distress = {
  ...directoryProcedures,

  triage: unlocked.distress.triage.handler(({ context }) => readTriage(context.database)),

  updateTriage: unlocked.distress.updateTriage.handler(async ({ context, input }) => {
    await context.database.transaction().execute(async (transaction) => {
      await writeTriage(transaction, input);
      await context.audit(transaction, 'triage text');
    });
    context.changed('distress');
  }),

  record: unlocked.distress.record.handler(async ({ context, input }) => {
    const { database, user, now } = context;
    const concernId = await database.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto('concern')
        .values({
          ...input,
          callerId: await standingCaller(transaction, input.callerId),
          userId: user.id,
          occurredAt: now,
        })
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
