import { unlocked } from '../../procedures.ts';
import { callerFor } from '../callers/callerFor.ts';
import { asBadNumber } from '../callers/procedures.ts';
import { completeIncident, insertIncident, readOwnIncidents } from './queries.ts';

/** How many days an incident stays on the worker's list of incidents to complete. */
export const daysToComplete = 7;

const DAY = 86_400_000;
const SHOWN_FEEDBACK = 20;

export const incidents = {
  record: unlocked.incidents.record.handler(async ({ context, input }) => {
    const { database, now, user } = context;
    const recorded = await database
      .transaction()
      .execute(async (transaction) => {
        const callerId = await callerFor(transaction, input, input.draftId, now);
        const incidentId = await insertIncident(transaction, input, callerId, user.id, now);
        await context.audit(transaction, `incident ${incidentId}`);
        return { incidentId, callerId };
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('incidents', 'contacts', 'callers', 'breaks', 'review', 'measures');
    return recorded;
  }),

  complete: unlocked.incidents.complete.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    const { incidentId, completion, done } = input;
    await database.transaction().execute(async (transaction) => {
      const isOwn = await completeIncident(transaction, incidentId, user.id, completion, done ? now : null);
      if (!isOwn) throw errors.NOT_FOUND();
      if (done) await context.audit(transaction, `incident ${incidentId}`);
    });
    if (done) context.changed('incidents', 'contacts', 'breaks', 'review');
    else context.changed('incidents', 'breaks');
  }),

  toComplete: unlocked.incidents.toComplete.handler(({ context: { database, user, now } }) =>
    readOwnIncidents(database, user.id, (query) =>
      query
        .where('incident.completedAt', 'is', null)
        .where('incident.occurredAt', '>', now - daysToComplete * DAY)
        .orderBy('incident.occurredAt', 'desc'),
    ),
  ),

  feedback: unlocked.incidents.feedback.handler(({ context: { database, user } }) =>
    readOwnIncidents(database, user.id, (query) =>
      query
        .where('incident.reviewedAt', 'is not', null)
        .where('incident.feedbackReadAt', 'is', null)
        .orderBy('incident.reviewedAt', 'desc')
        .limit(SHOWN_FEEDBACK),
    ),
  ),

  markFeedbackRead: unlocked.incidents.markFeedbackRead.handler(async ({ context, input, errors }) => {
    const result = await context.database
      .updateTable('incident')
      .set({ feedbackReadAt: context.now })
      .where('id', '=', input.incidentId)
      .where('userId', '=', context.user.id)
      .where('reviewedAt', 'is not', null)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw errors.NOT_FOUND();
    context.changed('incidents');
  }),
};
