import type { Step } from '../../../../shared/contract/measureDecision.ts';
import { measures as contract } from '../../../../shared/contract/measures.ts';
import { proceduresOf } from '../../procedures.ts';
import { answerDecisionBefore } from '../../rules/answering.ts';
import { lastDayOf, reviewDayOf } from '../../rules/contactBan.ts';
import { overlaps, replacedAs } from '../../rules/overlappingBans.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { CoreServices } from '../../services.ts';
import type { Unlocked } from '../session/unlocked.ts';
import { holidaysAround } from './holidays.ts';
import { readProposal, readToDecide } from './proposals.ts';
import { areOfCaller, bansInForce, callerOf, insertMeasure, leaveUndecided, putAside, readMeasure } from './queries.ts';
import { insertTold, readToTell } from './told.ts';

const { unlocked } = proceduresOf({ measures: contract });

/** No ban is so long that it has no end in sight. */
const longestBanMonths = 24;

/** Steps that the person hears of; a report, claim or case is between others. */
const toldSteps: readonly Step[] = ['conversation', 'warning', 'contactBan'];

type Context = Pick<Unlocked, 'database' | 'houseRules'> & { core: CoreServices; now: number; timeZone: string };

async function proposalFor({ core, database, now, timeZone, houseRules }: Context, callerId: number) {
  const holidays = await holidaysAround(core, now, timeZone);
  return readProposal(database, callerId, { now, timeZone, rule: houseRules.measures, holidays });
}

/** Before when the person must hear of a step that is decided now; null for one they need not hear of. */
async function answerOf(context: Context, step: Step, callerId: number): Promise<number | null> {
  if (!toldSteps.includes(step)) return null;
  const running = (await proposalFor(context, callerId))?.answerBefore ?? null;
  return answerDecisionBefore(context.now, running);
}

/** What can be proposed and decided about a caller. */
export const deciding = {
  propose: unlocked.measures.propose.handler(async ({ context, input, errors }) => {
    const found = await proposalFor(context, input.callerId);
    if (!found) throw errors.NOT_FOUND();
    await context.audit(context.database, `caller ${input.callerId}`);
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
    const { ban, replaces: known, ...decided } = input;
    if (ban && ban.from < today) throw errors.FIELD({ data: { field: 'from', problem: 'past' } });
    if (ban && ban.lastDay > lastDayOf(ban.from, longestBanMonths)) {
      throw errors.FIELD({ data: { field: 'lastDay', problem: 'tooLong' } });
    }
    const counting = { from: today, lastDay: lastDayOf(today, houseRules.measures.recurrenceMonths) };
    const period = input.step === 'warning' ? counting : ban;
    const answerBefore = await answerOf(context, input.step, input.callerId);
    const measureId = await database.transaction().execute(async (transaction) => {
      if (!(await areOfCaller(transaction, input.incidentIds, input.callerId))) throw errors.NOT_FOUND();
      const inForce = ban ? await bansInForce(transaction, [input.callerId], { now, timeZone }) : [];
      const replaced = inForce.filter((other) => ban && overlaps(other, ban));
      if (replaced.some(({ id }) => !known.includes(id))) throw errors.OVERLAPS();
      // Until a later ban began, nothing would be closed by the one it takes the place of.
      const leavesGap = ban && ban.from > today && replaced.some(({ state }) => state === 'running');
      if (leavesGap) throw errors.FIELD({ data: { field: 'from', problem: 'gap' } });
      const [before] = replaced;
      const replaces = before && ban ? { id: before.id, as: replacedAs(before, ban) } : null;
      const id = await insertMeasure(transaction, { ...decided, period, replaces, answerBefore }, user.id, now);
      await putAside(transaction, replaced, now);
      await context.audit(transaction, `measure ${id}`);
      return id;
    });
    context.changed('measures', 'callers', 'review', 'incidents');
    return { measureId };
  }),

  leave: unlocked.measures.leave.handler(async ({ context, input, errors }) => {
    const { database, now, user } = context;
    const { incidentIds, reason, tell } = input;
    await database.transaction().execute(async (transaction) => {
      if (!(await areOfCaller(transaction, incidentIds, input.callerId))) throw errors.NOT_FOUND();
      await leaveUndecided(transaction, incidentIds, { userId: user.id, reason, at: now, tell });
      await context.audit(transaction, `caller ${input.callerId}`);
    });
    context.changed('measures', 'review');
  }),

  extend: unlocked.measures.extend.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user } = context;
    const today = dayOf(now, timeZone);
    const callerId = await callerOf(database, input.measureId);
    if (callerId === null) throw errors.NOT_FOUND();
    const answerBefore = await answerOf(context, 'contactBan', callerId);
    const measureId = await database.transaction().execute(async (transaction) => {
      const ban = await readMeasure(transaction, { now, timeZone }, input.measureId);
      if (!ban) throw errors.NOT_FOUND();
      if (ban.step !== 'contactBan' || ban.state !== 'running' || ban.lastDay === null) throw errors.NOT_RUNNING();
      if (input.lastDay <= ban.lastDay) throw errors.FIELD({ data: { field: 'lastDay', problem: 'notLater' } });
      if (input.lastDay > lastDayOf(today, longestBanMonths)) {
        throw errors.FIELD({ data: { field: 'lastDay', problem: 'tooLong' } });
      }
      if (!(await areOfCaller(transaction, input.incidentIds, ban.callerId))) throw errors.NOT_FOUND();
      const { channels, scope, scopeName, staysOpen } = ban;
      const reviewDay = reviewDayOf(today, input.lastDay);
      const period = { from: today, lastDay: input.lastDay, reviewDay, channels, scope, scopeName, staysOpen };
      const { reason, incidentIds } = input;
      const extended = await insertMeasure(
        transaction,
        {
          ...{ callerId, step: 'contactBan', reason, incidentIds, period, answerBefore },
          replaces: { id: ban.id, as: 'extended' },
        },
        user.id,
        now,
      );
      // Whatever else would run beside it makes room too: a caller has one ban at a time.
      const others = await bansInForce(transaction, [callerId], { now, timeZone });
      await putAside(
        transaction,
        others.filter((other) => other.id !== extended && overlaps(other, period)),
        now,
      );
      await context.audit(transaction, `measure ${extended}`);
      return extended;
    });
    context.changed('measures', 'callers', 'review', 'incidents');
    return { measureId };
  }),

  toTell: unlocked.measures.toTell.handler(({ context: { database, now } }) => readToTell(database, now)),

  recordTold: unlocked.measures.recordTold.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user } = context;
    const { callerId, measureId, way, on, byUserId } = input;
    if (on > dayOf(now, timeZone)) throw errors.FIELD({ data: { field: 'on', problem: 'future' } });
    if (measureId !== null && (await callerOf(database, measureId)) !== callerId) throw errors.NOT_FOUND();
    await database.transaction().execute(async (transaction) => {
      const recorded = { recordedBy: user.id, recordedAt: now };
      await insertTold(transaction, { callerId, measureId, way, toldOn: on, toldBy: byUserId, ...recorded });
      await context.audit(transaction, measureId === null ? `caller ${callerId}` : `measure ${measureId}`);
    });
    context.changed('measures');
  }),
};
