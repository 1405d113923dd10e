import { unlocked } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { historyOf } from '../callers/history.ts';
import { readIncidents } from '../incidents/queries.ts';
import { handling } from './handling.ts';
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

  ...handling,
};
