import { unlocked } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { historyOf } from '../callers/history.ts';
import { readIncidents } from '../incidents/queries.ts';
import { readReviewDay, withCountInYear } from './queries.ts';

const HISTORY_IN_REVIEW = 20;

export const review = {
  day: unlocked.review.day.handler(({ context: { database, now, timeZone }, input }) =>
    readReviewDay(database, input.date ?? dayOf(now, timeZone), timeZone),
  ),

  incident: unlocked.review.incident.handler(async ({ context, input, errors }) => {
    const { database } = context;
    const found = await readIncidents(database, (query) => query.where('incident.id', '=', input.incidentId));
    const [incident] = await withCountInYear(database, found);
    if (!incident) throw errors.NOT_FOUND();
    await context.audit(database, `incident ${incident.id}`);
    const callerHistory =
      incident.callerId === null ? [] : await historyOf(database, incident.callerId, HISTORY_IN_REVIEW);
    return { incident, callerHistory };
  }),

  keepNote: unlocked.review.keepNote.handler(async ({ context: { database }, input }) => {
    await database
      .updateTable('incident')
      .set({ reviewNote: input.note })
      .where('id', '=', input.incidentId)
      .where('reviewedAt', 'is', null)
      .execute();
  }),

  markReviewed: unlocked.review.markReviewed.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      const result = await transaction
        .updateTable('incident')
        .set({ reviewedAt: now, reviewedBy: user.id, reviewNote: input.note, feedbackReadAt: null })
        .where('id', '=', input.incidentId)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw errors.NOT_FOUND();
      await transaction
        .updateTable('incidentWorker')
        .set({ feedbackReadAt: null })
        .where('incidentId', '=', input.incidentId)
        .execute();
      await context.audit(transaction, `incident ${input.incidentId}`);
    });
    context.changed('review', 'incidents');
    return { reviewedAt: now };
  }),

  reopen: unlocked.review.reopen.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      const result = await transaction
        .updateTable('incident')
        .set({ reviewedAt: null, reviewedBy: null })
        .where('id', '=', input.incidentId)
        .where('reviewedAt', 'is not', null)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw errors.NOT_FOUND();
      await context.audit(transaction, `incident ${input.incidentId}`);
    });
    context.changed('review', 'incidents');
  }),
};
