import { unlocked } from '../../procedures.ts';
import { bucket, forgottenBreaksClosed } from '../../rules/bucket.ts';
import { breakHistoryOf, dropEventsOf, endBreak, isTeamLeadAsked, startBreak } from './queries.ts';

export const breaks = {
  state: unlocked.breaks.state.handler(async ({ context: { database, user, now, houseRules } }) => {
    const rule = houseRules.bucket;
    const { breaks: recorded, snoozes } = await breakHistoryOf(database, user.id, now);
    const intervals = forgottenBreaksClosed(recorded, now);
    const drops = await dropEventsOf(database, user.id, now);
    const current = bucket({ drops, breaks: intervals, snoozes, rule, now });
    const running = intervals.find((interval) => interval.until === null);
    return {
      level: current.drops / rule.secondLine,
      firstLine: rule.firstLine / rule.secondLine,
      line: current.line,
      prompt: current.prompt,
      because: current.because,
      suggestedMinutes: rule.breakMinutes,
      canSnooze: current.canSnooze,
      snoozeMinutes: rule.snoozeMinutes,
      teamLeadAsked: await isTeamLeadAsked(database, user.id),
      running: running ? { kind: running.kind, startedAt: running.from } : null,
    };
  }),

  start: unlocked.breaks.start.handler(async ({ context: { database, user, now, changed }, input }) => {
    await database.transaction().execute((transaction) => startBreak(transaction, user.id, input.kind, now));
    changed('breaks');
  }),

  end: unlocked.breaks.end.handler(async ({ context: { database, user, now, changed } }) => {
    await endBreak(database, user.id, now);
    changed('breaks');
  }),

  snooze: unlocked.breaks.snooze.handler(async ({ context: { database, user, now, changed } }) => {
    await database
      .insertInto('breakEvent')
      .values({ userId: user.id, kind: 'snooze', startedAt: now, endedAt: now })
      .execute();
    changed('breaks');
  }),

  askTeamLead: unlocked.breaks.askTeamLead.handler(async ({ context: { database, user, now, changed } }) => {
    if (!(await isTeamLeadAsked(database, user.id))) {
      await database.insertInto('takeOverRequest').values({ userId: user.id, askedAt: now }).execute();
    }
    changed('breaks');
  }),

  requests: unlocked.breaks.requests.handler(({ context: { database } }) =>
    database
      .selectFrom('takeOverRequest')
      .innerJoin('user', 'user.id', 'takeOverRequest.userId')
      .select(['takeOverRequest.id', 'user.name as workerName', 'takeOverRequest.askedAt as at'])
      .where('takeOverRequest.answeredAt', 'is', null)
      .orderBy('takeOverRequest.askedAt')
      .execute(),
  ),

  answerRequest: unlocked.breaks.answerRequest.handler(
    async ({ context: { database, now, changed }, input, errors }) => {
      const result = await database
        .updateTable('takeOverRequest')
        .set({ answeredAt: now })
        .where('id', '=', input.id)
        .where('answeredAt', 'is', null)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw errors.NOT_FOUND();
      changed('breaks');
    },
  ),
};
