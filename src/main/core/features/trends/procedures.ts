import { trends as contract } from '../../../../shared/contract/trends.ts';
import { proceduresOf } from '../../procedures.ts';
import { deleteEvent, insertEvent, updateEvent } from './queries.ts';
import { readReport } from './report.ts';

const { unlocked } = proceduresOf({ trends: contract });

export const trends = {
  report: unlocked.trends.report.handler(({ context: { database, now, timeZone }, input }) =>
    readReport(database, input, { now, timeZone }),
  ),

  saveEvent: unlocked.trends.saveEvent.handler(async ({ context, input: { eventId: known, event }, errors }) => {
    const { database, now, user } = context;
    const eventId = await database.transaction().execute(async (transaction) => {
      if (known !== null && !(await updateEvent(transaction, known, event))) throw errors.NOT_FOUND();
      const saved = known ?? (await insertEvent(transaction, event, user.id, now));
      await context.audit(transaction, `trend event ${saved}`);
      return saved;
    });
    context.changed('trends');
    return { eventId };
  }),

  removeEvent: unlocked.trends.removeEvent.handler(async ({ context, input: { eventId }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await deleteEvent(transaction, eventId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `trend event ${eventId}`);
    });
    context.changed('trends');
  }),
};
