import { breaks as contract } from '../../../../shared/contract/breaks.ts';
import { proceduresOf } from '../../procedures.ts';
import { bucket } from '../../rules/bucket.ts';
import { trial } from '../../rules/trial.ts';
import { eraseTally, tallyOf, tallyRows } from './ownTally.ts';
import { endBreak, historyOf, recordSnooze, startBreak } from './queries.ts';
import { answerRequest, askToTakeOver, colleaguesOf, openRequestsTo, requestOf, withdraw } from './takingOver.ts';
import { readWeeks } from './teamWeeks.ts';

const { unlocked } = proceduresOf({ breaks: contract });

/**
 * A worker's own bucket. Nothing here is written to the audit log: managers read that, and it would be an individual
 * tally in their hands, kept for five years.
 */
export const breaks = {
  state: unlocked.breaks.state.handler(async ({ context: { database, user, now, houseRules } }) => {
    const rule = houseRules.bucket;
    const history = await historyOf(database, user.id, now);
    const current = bucket({ ...history, rule, now });
    const running = history.breaks.find((interval) => interval.until === null);
    return {
      level: current.drops / rule.secondLine,
      firstLine: rule.firstLine / rule.secondLine,
      line: current.line,
      prompt: current.prompt,
      because: current.because,
      suggestedMinutes: rule.breakMinutes,
      canSnooze: current.canSnooze,
      snoozeMinutes: rule.snoozeMinutes,
      request: await requestOf(database, user.id, now),
      running: running ? { kind: running.kind, startedAt: running.from, draftId: running.draftId } : null,
    };
  }),

  start: unlocked.breaks.start.handler(async ({ context: { database, user, now, changed }, input }) => {
    await database.transaction().execute((transaction) => startBreak(transaction, user.id, input, now));
    changed('breaks');
  }),

  end: unlocked.breaks.end.handler(async ({ context: { database, user, now, changed } }) => {
    await endBreak(database, user.id, now);
    changed('breaks');
  }),

  snooze: unlocked.breaks.snooze.handler(async ({ context: { database, user, now, changed } }) => {
    await recordSnooze(database, user.id, now);
    changed('breaks');
  }),

  tally: unlocked.breaks.tally.handler(({ context: { database, user, now, houseRules } }) =>
    tallyOf(database, user.id, houseRules.bucket, now),
  ),

  exportTally: unlocked.breaks.exportTally.handler(
    async ({ context: { database, user, now, houseRules, timeZone } }) => {
      const rows = tallyRows(await tallyOf(database, user.id, houseRules.bucket, now), user.language, timeZone);
      const type = 'text/csv';
      return { name: 'rugdekking-pauzes.csv', type, content: new Blob([rows], { type }) };
    },
  ),

  eraseTally: unlocked.breaks.eraseTally.handler(async ({ context: { database, user, now, changed } }) => {
    await database.transaction().execute((transaction) => eraseTally(transaction, user.id, now));
    changed('breaks', 'incidents');
  }),

  colleagues: unlocked.breaks.colleagues.handler(async ({ context: { database, user } }) => {
    const others = await colleaguesOf(database, user.id);
    return {
      colleagues: others.map(({ id, name }) => ({ id, name })),
      hasTeamLead: others.some(({ role }) => role === 'manager'),
    };
  }),

  ask: unlocked.breaks.ask.handler(async ({ context: { database, user, now, changed }, input, errors }) => {
    await database.transaction().execute(async (transaction) => {
      if (!(await askToTakeOver(transaction, user.id, input.asked, now))) throw errors.NOT_FOUND();
    });
    changed('breaks');
  }),

  withdraw: unlocked.breaks.withdraw.handler(async ({ context: { database, user, changed } }) => {
    await withdraw(database, user.id);
    changed('breaks');
  }),

  requests: unlocked.breaks.requests.handler(({ context: { database, user, now } }) =>
    openRequestsTo(database, user, now),
  ),

  answerRequest: unlocked.breaks.answerRequest.handler(
    async ({ context: { database, user, now, changed }, input, errors }) => {
      const isAnswered = await database
        .transaction()
        .execute((transaction) => answerRequest(transaction, user, input, now));
      if (!isAnswered) throw errors.NOT_FOUND();
      changed('breaks');
    },
  ),

  tryRule: unlocked.breaks.tryRule.handler(({ input }) => trial(input.rule, input.steps)),

  teamWeeks: unlocked.breaks.teamWeeks.handler(({ context: { database } }) => readWeeks(database)),
};
