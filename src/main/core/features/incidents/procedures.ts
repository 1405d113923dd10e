import { unlocked } from '../../procedures.ts';
import { changedFields } from '../../rules/incidentVersions.ts';
import { beginAftercare } from '../aftercare/beginAftercare.ts';
import { callerFor } from '../callers/callerFor.ts';
import { asBadNumber } from '../callers/procedures.ts';
import { correcting } from './correcting.ts';
import { readFacts } from './facts.ts';
import { completeIncident, insertIncident, isOwn, readOwnIncidents } from './queries.ts';
import { keepVersionIfRead } from './versions.ts';

/** How many days an incident stays on the worker's list of incidents to complete. */
export const daysToComplete = 7;

const DAY = 86_400_000;
const SHOWN_FEEDBACK = 20;
const SHOWN_OWN = 100;

export const incidents = {
  ...correcting,

  record: unlocked.incidents.record.handler(async ({ context, input }) => {
    const { database, now, user, houseRules } = context;
    const recorded = await database
      .transaction()
      .execute(async (transaction) => {
        const callerId = await callerFor(transaction, input, input.draftId, now);
        const incidentId = await insertIncident(transaction, input, callerId, user.id, now);
        await beginAftercare(transaction, incidentId, houseRules.aftercare, now);
        await context.audit(transaction, `incident ${incidentId}`);
        return { incidentId, callerId };
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('incidents', 'contacts', 'callers', 'breaks', 'review', 'measures', 'aftercare');
    return recorded;
  }),

  complete: unlocked.incidents.complete.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    const { incidentId, completion, done } = input;
    await database.transaction().execute(async (transaction) => {
      if (!(await isOwn(transaction, incidentId, user.id))) throw errors.NOT_FOUND();
      const facts = await readFacts(transaction, incidentId);
      if (changedFields(facts, { ...facts, ...completion }).length > 0) {
        const replacing = { by: user.id, at: now, how: 'completed', why: '' } as const;
        await keepVersionIfRead(transaction, incidentId, facts, replacing);
      }
      await completeIncident(transaction, incidentId, completion, done ? now : null);
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

  own: unlocked.incidents.own.handler(({ context: { database, user } }) =>
    readOwnIncidents(database, user.id, (query) => query.orderBy('incident.occurredAt', 'desc').limit(SHOWN_OWN)),
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
