import { review as contract } from '../../../../shared/contract/review.ts';
import { proceduresOf } from '../../procedures.ts';
import { settleAftercare } from '../aftercare/withdrawing.ts';
import { writeFeedbackUnread } from '../incidents/people.ts';
import { readIncidents } from '../incidents/queries.ts';
import { isIncidentRestricted } from '../privacy/restrictions.ts';
import { askReporter, findIncident, moveDuplicates, reopenIncident, writeHandled } from './handlingQueries.ts';

const { unlocked } = proceduresOf({ review: contract });

/** Two workers record the same thing within so long of each other. */
const AROUND = 36 * 3_600_000;
const MOST_ORIGINALS = 9;

/** What a manager decides about where an incident stands. */
export const handling = {
  markReviewed: unlocked.review.markReviewed.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      const review = { reviewedAt: now, reviewedBy: user.id, reviewNote: input.note };
      if (!(await writeHandled(transaction, input.incidentId, review))) throw errors.NOT_FOUND();
      await writeFeedbackUnread(transaction, input.incidentId);
      await context.audit(transaction, `incident ${input.incidentId}`);
    });
    context.changed('review', 'incidents');
    return { reviewedAt: now };
  }),

  close: unlocked.review.close.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      const found = await findIncident(transaction, input.incidentId);
      if (!found) throw errors.NOT_FOUND();
      const review = found.reviewedAt === null && { reviewedAt: now, reviewedBy: user.id };
      const closed = { ...review, reviewNote: input.note, closedAt: now, closedBy: user.id };
      await writeHandled(transaction, found.id, closed);
      await writeFeedbackUnread(transaction, found.id);
      await context.audit(transaction, `incident ${found.id}`);
    });
    context.changed('review', 'incidents');
  }),

  askBack: unlocked.review.askBack.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      const question = { question: input.question, questionAt: now, questionBy: user.id };
      if (await isIncidentRestricted(transaction, input.incidentId)) throw errors.RESTRICTED();
      if (!(await askReporter(transaction, input.incidentId, question))) throw errors.NOT_FOUND();
      await context.audit(transaction, `incident ${input.incidentId}`);
    });
    context.changed('review', 'incidents', 'contacts');
  }),

  possibleOriginals: unlocked.review.possibleOriginals.handler(async ({ context: { database }, input, errors }) => {
    const found = await findIncident(database, input.incidentId);
    if (!found) throw errors.NOT_FOUND();
    const around = await readIncidents(database, (query) =>
      query
        .where('incident.occurredAt', '>', found.occurredAt - AROUND)
        .where('incident.occurredAt', '<', found.occurredAt + AROUND)
        .where('incident.duplicateOfId', 'is', null)
        .where('incident.id', '!=', found.id),
    );
    const isOther = (callerId: number | null) => Number(found.callerId !== null && callerId !== found.callerId);
    const apart = (occurredAt: number) => Math.abs(occurredAt - found.occurredAt);
    return around
      .sort((a, b) => isOther(a.callerId) - isOther(b.callerId) || apart(a.occurredAt) - apart(b.occurredAt))
      .slice(0, MOST_ORIGINALS);
  }),

  markDuplicate: unlocked.review.markDuplicate.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    const { incidentId, ofIncidentId } = input;
    await database.transaction().execute(async (transaction) => {
      const found = await findIncident(transaction, incidentId);
      const of = await findIncident(transaction, ofIncidentId);
      if (!found || !of) throw errors.NOT_FOUND();
      if (await isIncidentRestricted(transaction, incidentId)) throw errors.RESTRICTED();
      const originalId = of.duplicateOfId ?? of.id;
      if (originalId === incidentId) throw errors.SAME();
      const duplicate = { duplicateOfId: originalId, reviewedAt: now, reviewedBy: user.id };
      await writeHandled(transaction, incidentId, duplicate);
      await moveDuplicates(transaction, incidentId, originalId);
      await writeFeedbackUnread(transaction, incidentId);
      await settleAftercare(transaction, originalId, { by: user.id, at: now });
      await context.audit(transaction, `incident ${incidentId}`);
    });
    context.changed('review', 'incidents', 'contacts', 'callers', 'measures', 'aftercare');
  }),

  reopen: unlocked.review.reopen.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      if (!(await reopenIncident(transaction, input.incidentId))) throw errors.NOT_FOUND();
      await settleAftercare(transaction, input.incidentId, { by: user.id, at: now });
      await context.audit(transaction, `incident ${input.incidentId}`);
    });
    context.changed('review', 'incidents', 'contacts', 'callers', 'measures', 'aftercare');
  }),
};
