import type { AgreementTerms } from '../../../../shared/contract/agreements.ts';
import { agreements as contract } from '../../../../shared/contract/agreements.ts';
import { proceduresOf } from '../../procedures.ts';
import { dueThisWeek, nextReview, usualPeriod } from '../../rules/agreement.ts';
import { countCalls, frequency, lastSevenDays, lookedAt, ownUsual } from '../../rules/frequency.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { quietMoments, weeksLookedAt } from '../../rules/quietMoments.ts';
import type { Unlocked } from '../session/unlocked.ts';
import {
  callsOf,
  contactsByQuarter,
  endAgreement,
  firstContactAt,
  insertAgreement,
  planReview,
  readAgreements,
  readEnded,
  usualOfOthers,
} from './queries.ts';

const { unlocked } = proceduresOf({ agreements: contract });

type Context = Pick<Unlocked, 'database' | 'houseRules'> & { now: number; timeZone: string };

async function frequencyOf({ database, houseRules, now, timeZone }: Context, callerId: number) {
  const calls = (await callsOf(database, [callerId], lookedAt(now, timeZone))).get(callerId) ?? [];
  const week = lastSevenDays(now, timeZone);
  const count = countCalls(calls, week);
  // What others do is asked for the few who call often, not with every card.
  if (count < houseRules.frequency.callsAWeek) return null;
  const own = ownUsual(calls, (await firstContactAt(database, callerId)) ?? now, now, timeZone);
  const others = await usualOfOthers(database, callerId, week);
  return frequency(count, { own, others }, houseRules.frequency);
}

/** What is wrong with the terms of an agreement that is made today, by field; null when nothing is. */
function problemOf({ startsOn, lastDay, reviewOn, moments }: AgreementTerms, today: string) {
  if (lastDay < startsOn || lastDay < today) return { field: 'lastDay', problem: 'tooEarly' };
  if (reviewOn < startsOn || reviewOn > lastDay) return { field: 'reviewOn', problem: 'outside' };
  if (moments.some(({ from, until }) => from >= until)) return { field: 'moments', problem: 'untilBeforeFrom' };
  const starts = new Set(moments.map(({ weekday, from }) => `${weekday} ${from}`));
  return starts.size < moments.length ? { field: 'moments', problem: 'twice' } : null;
}

export const agreements = {
  ofCaller: unlocked.agreements.ofCaller.handler(async ({ context, input: { callerId } }) => {
    const { database, now, timeZone } = context;
    const ofCaller = await readAgreements(database, now, timeZone, (query) =>
      query.where('agreement.callerId', '=', callerId),
    );
    const [found] = ofCaller;
    if (!found) return { agreement: null, frequency: await frequencyOf(context, callerId) };
    const { callerName: _callerName, ...agreement } = found;
    return { agreement, frequency: null };
  }),

  suggest: unlocked.agreements.suggest.handler(async ({ context: { database, now, timeZone } }) => ({
    quiet: quietMoments(await contactsByQuarter(database, weeksLookedAt(now, timeZone)), timeZone),
    period: usualPeriod(dayOf(now, timeZone), timeZone),
  })),

  make: unlocked.agreements.make.handler(async ({ context, input, errors }) => {
    const { database, now, timeZone, user } = context;
    const problem = problemOf(input.terms, dayOf(now, timeZone));
    if (problem) throw errors.FIELD({ data: problem });
    const agreementId = await database.transaction().execute(async (transaction) => {
      const made = await insertAgreement(transaction, input.callerId, input.terms, user.id, now);
      await context.audit(transaction, `agreement ${made}`);
      return made;
    });
    context.changed('agreements', 'callers');
    return { agreementId };
  }),

  end: unlocked.agreements.end.handler(async ({ context, input: { agreementId }, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      if (!(await endAgreement(transaction, agreementId, user.id, now))) throw errors.NOT_FOUND();
      await context.audit(transaction, `agreement ${agreementId}`);
    });
    context.changed('agreements', 'callers');
  }),

  list: unlocked.agreements.list.handler(async ({ context: { database, now, timeZone } }) => {
    const today = dayOf(now, timeZone);
    const running = await readAgreements(database, now, timeZone);
    return running
      .map((one) => ({ ...one, due: dueThisWeek(one.terms.lastDay, one.terms.reviewOn, today, timeZone) }))
      .sort((a, b) => Number(a.due === null) - Number(b.due === null));
  }),

  ended: unlocked.agreements.ended.handler(({ context: { database, now, timeZone } }) =>
    readEnded(database, dayOf(now, timeZone)),
  ),

  markReviewed: unlocked.agreements.markReviewed.handler(async ({ context, input: { agreementId }, errors }) => {
    const { database, now, timeZone } = context;
    const reviewOn = await database.transaction().execute(async (transaction) => {
      const [found] = await readAgreements(transaction, now, timeZone, (query) =>
        query.where('agreement.id', '=', agreementId),
      );
      if (!found) throw errors.NOT_FOUND();
      const next = nextReview(found.terms.lastDay, dayOf(now, timeZone), timeZone);
      await planReview(transaction, agreementId, next);
      await context.audit(transaction, `agreement ${agreementId}`);
      return next;
    });
    context.changed('agreements');
    return { reviewOn };
  }),
};
