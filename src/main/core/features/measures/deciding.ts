import { unlocked } from '../../procedures.ts';
import { lastDayOf, reviewDayOf } from '../../rules/contactBan.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { holidaysAround } from './holidays.ts';
import { readProposal, readToDecide } from './proposals.ts';
import { areOfCaller, insertMeasure, readMeasures } from './queries.ts';

/** No ban is so long that it has no end in sight. */
const longestBanMonths = 24;

/** What can be proposed and decided about a caller. */
export const deciding = {
  propose: unlocked.measures.propose.handler(async ({ context, input, errors }) => {
    const { core, database, now, timeZone, houseRules } = context;
    const holidays = await holidaysAround(core, now, timeZone);
    const asked = { now, timeZone, rule: houseRules.measures, holidays };
    const found = await readProposal(database, input.callerId, asked);
    if (!found) throw errors.NOT_FOUND();
    await context.audit(database, `caller ${input.callerId}`);
    return found;
  }),

  toDecide: unlocked.measures.toDecide.handler(async ({ context }) => {
    const { core, database, now, timeZone, houseRules } = context;
    const holidays = await holidaysAround(core, now, timeZone);
    return readToDecide(database, { now, timeZone, rule: houseRules.measures, holidays });
  }),

  decide: unlocked.measures.decide.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user, houseRules } = context;
    const today = dayOf(now, timeZone);
    if (input.ban && input.ban.from < today) throw errors.FIELD({ data: { field: 'from', problem: 'past' } });
    if (input.ban && input.ban.lastDay > lastDayOf(input.ban.from, longestBanMonths)) {
      throw errors.FIELD({ data: { field: 'lastDay', problem: 'tooLong' } });
    }
    const counting = { from: today, lastDay: lastDayOf(today, houseRules.measures.recurrenceMonths) };
    const period = input.step === 'warning' ? counting : input.ban;
    const measureId = await database.transaction().execute(async (transaction) => {
      if (!(await areOfCaller(transaction, input.incidentIds, input.callerId))) throw errors.NOT_FOUND();
      const decided = await insertMeasure(transaction, { ...input, period, extendsId: null }, user.id, now);
      await context.audit(transaction, `measure ${decided}`);
      return decided;
    });
    context.changed('measures', 'callers', 'review');
    return { measureId };
  }),

  leave: unlocked.measures.leave.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    const incidentIds = [...new Set(input.incidentIds)];
    await database.transaction().execute(async (transaction) => {
      if (!(await areOfCaller(transaction, incidentIds, input.callerId))) throw errors.NOT_FOUND();
      await transaction
        .insertInto('leftUndecided')
        .values(incidentIds.map((incidentId) => ({ incidentId, userId: user.id, reason: input.reason, at: now })))
        .onConflict((conflict) => conflict.column('incidentId').doNothing())
        .execute();
      await context.audit(transaction, `caller ${input.callerId}`);
    });
    context.changed('measures', 'review');
  }),

  extend: unlocked.measures.extend.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user } = context;
    const today = dayOf(now, timeZone);
    const measureId = await database.transaction().execute(async (transaction) => {
      const moment = { now, timeZone };
      const [ban] = await readMeasures(transaction, moment, (query) => query.where('measure.id', '=', input.measureId));
      if (!ban) throw errors.NOT_FOUND();
      if (ban.step !== 'contactBan' || ban.state !== 'running' || ban.lastDay === null) throw errors.NOT_RUNNING();
      if (input.lastDay <= ban.lastDay) throw errors.FIELD({ data: { field: 'lastDay', problem: 'notLater' } });
      if (input.lastDay > lastDayOf(today, longestBanMonths)) {
        throw errors.FIELD({ data: { field: 'lastDay', problem: 'tooLong' } });
      }
      if (!(await areOfCaller(transaction, input.incidentIds, ban.callerId))) throw errors.NOT_FOUND();
      const { callerId, channels, scope, scopeName, staysOpen } = ban;
      const reviewDay = reviewDayOf(today, input.lastDay);
      const period = { from: today, lastDay: input.lastDay, reviewDay, channels, scope, scopeName, staysOpen };
      const { reason, incidentIds } = input;
      const extended = await insertMeasure(
        transaction,
        { callerId, step: 'contactBan', reason, incidentIds, period, extendsId: ban.id },
        user.id,
        now,
      );
      await transaction.updateTable('measure').set({ replacedAt: now }).where('id', '=', ban.id).execute();
      await context.audit(transaction, `measure ${extended}`);
      return extended;
    });
    context.changed('measures', 'callers', 'review');
    return { measureId };
  }),
};
