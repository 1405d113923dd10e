import { incidents as contract } from '../../../../shared/contract/incidents.ts';
import { proceduresOf } from '../../procedures.ts';
import { beginAftercare } from '../aftercare/beginAftercare.ts';
import { settleAftercare } from '../aftercare/withdrawing.ts';
import { callerFor } from '../callers/callerFor.ts';
import { asBadNumber } from '../callers/procedures.ts';
import { isRestrictedIncident } from '../privacy/restrictions.ts';
import { completeIncident, markCompleted } from './completing.ts';
import { correcting } from './correcting.ts';
import { readDone } from './done.ts';
import { didMeet, readColleagues, readReporter, writeFeedbackRead, writeWeight } from './people.ts';
import { insertIncident, readOwnIncidents } from './queries.ts';
import { readRepeats } from './repeats.ts';

const { unlocked } = proceduresOf({ incidents: contract });

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
    const { database, now, user, houseRules } = context;
    const { incidentId, completion, done } = input;
    await database.transaction().execute(async (transaction) => {
      if ((await readReporter(transaction, incidentId)) !== user.id) throw errors.NOT_FOUND();
      await completeIncident(transaction, incidentId, completion, user.id, now);
      if (done) {
        await markCompleted(transaction, incidentId, now);
        // For the colleagues who were named; not with every press, for one may be named by mistake.
        await beginAftercare(transaction, incidentId, houseRules.aftercare, now);
        await context.audit(transaction, `incident ${incidentId}`);
      }
      if (completion.colleagueIds) await settleAftercare(transaction, incidentId, { by: user.id, at: now });
    });
    if (done) context.changed('incidents', 'contacts', 'breaks', 'review', 'aftercare');
    else context.changed('incidents', 'breaks', 'aftercare');
  }),

  toComplete: unlocked.incidents.toComplete.handler(({ context: { database, user, now } }) =>
    readOwnIncidents(database, user.id, (query) =>
      query
        .where('incident.userId', '=', user.id)
        .where('incident.completedAt', 'is', null)
        .where('incident.duplicateOfId', 'is', null)
        .where(({ not }) => not(isRestrictedIncident()))
        .where((where) =>
          where.or([
            where('incident.occurredAt', '>', now - daysToComplete * DAY),
            where('incident.questionAt', 'is not', null),
          ]),
        )
        .orderBy('incident.occurredAt', 'desc'),
    ),
  ),

  own: unlocked.incidents.own.handler(({ context: { database, user } }) =>
    readOwnIncidents(database, user.id, (query) => query.orderBy('incident.occurredAt', 'desc').limit(SHOWN_OWN)),
  ),

  feedback: unlocked.incidents.feedback.handler(({ context: { database, user } }) =>
    readOwnIncidents(database, user.id, (query) =>
      query
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('incident.reviewedAt', 'is not', null),
            exists(selectFrom('measureIncident').select('measureId').whereRef('incidentId', '=', 'incident.id')),
          ]),
        )
        .where(({ or, and, eb, exists, selectFrom }) =>
          or([
            and([eb('incident.userId', '=', user.id), eb('incident.feedbackReadAt', 'is', null)]),
            exists(
              selectFrom('incidentWorker')
                .select('incidentWorker.userId')
                .whereRef('incidentWorker.incidentId', '=', 'incident.id')
                .where('incidentWorker.userId', '=', user.id)
                .where('incidentWorker.feedbackReadAt', 'is', null),
            ),
          ]),
        )
        .orderBy('incident.reviewedAt', 'desc')
        .limit(SHOWN_FEEDBACK),
    ),
  ),

  done: unlocked.incidents.done.handler(async ({ context: { database, user }, input, errors }) => {
    if (!(await didMeet(database, input.incidentId, user.id))) throw errors.NOT_FOUND();
    return readDone(database, input.incidentId, user.id);
  }),

  markFeedbackRead: unlocked.incidents.markFeedbackRead.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    if (!(await writeFeedbackRead(database, input.incidentId, user.id, now))) throw errors.NOT_FOUND();
    context.changed('incidents');
  }),

  colleagues: unlocked.incidents.colleagues.handler(({ context: { database } }) => readColleagues(database)),

  weigh: unlocked.incidents.weigh.handler(async ({ context, input, errors }) => {
    const { database, user } = context;
    if (!(await writeWeight(database, input.incidentId, user.id, input.weight))) throw errors.NOT_FOUND();
    context.changed('incidents', 'breaks');
  }),

  repeats: unlocked.incidents.repeats.handler(async ({ context, input: { callerId }, errors }) => {
    const { database, user, now, timeZone } = context;
    const found = await readRepeats(database, callerId, user.role === 'manager', { now, timeZone });
    if (!found) throw errors.NOT_FOUND();
    await context.auditSeen(`caller ${callerId}`);
    return found;
  }),
};
