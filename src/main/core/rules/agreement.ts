import type { AgreementTerms, AgreementUse, Due } from '../../../shared/contract/agreements.ts';
import type { Channel, Reason } from '../../../shared/contract/channel.ts';
import { dayAfter, dayOf, type InstantRange, instantOf, rangeOfDay, weekdayOf, weekOf } from './practiceTime.ts';

export interface Call {
  id: number;
  channel: Channel;
  reason: Reason | null;
  startedAt: number;
}

type Period = Pick<AgreementTerms, 'startsOn' | 'lastDay'>;

/** Days until an agreement is looked at, and until it ends, unless somebody chooses other days. */
const REVIEW_DAYS = 28;
const PERIOD_DAYS = 84;

/** A telephone call that is part of an agreement; an emergency never is, and neither is what comes in another way. */
function countsForAgreement({ channel, reason }: Call): boolean {
  return channel === 'phone' && reason !== 'urgent';
}

/** An agreement ends by itself, at the very end of its last day. */
export function stateOf(period: Period, now: number, timeZone: string): AgreementUse['state'] {
  if (now < rangeOfDay(period.startsOn, timeZone).from) return 'upcoming';
  return now < rangeOfDay(period.lastDay, timeZone).until ? 'running' : 'ended';
}

/** The week an instant is in, from Monday, in the practice's time zone. */
export function weekAround(now: number, timeZone: string): InstantRange {
  const [monday = '', , , , , , sunday = ''] = weekOf(dayOf(now, timeZone), timeZone);
  return { from: rangeOfDay(monday, timeZone).from, until: rangeOfDay(sunday, timeZone).until };
}

/** An agreement that was made so soon after another ended goes on from it: it was changed, or its end was undone. */
const GOES_ON_WITHIN = 60_000;

/** Since when a caller is bound without a break: changing an agreement does not give the calls of the week back. */
export function boundSince(madeAt: number, ended: readonly { madeAt: number; endedAt: number }[]): number {
  const before = ended
    .filter((other) => other.madeAt < madeAt && other.endedAt <= madeAt && madeAt - other.endedAt <= GOES_ON_WITHIN)
    .sort((a, b) => a.madeAt - b.madeAt)[0];
  return before ? boundSince(before.madeAt, ended) : madeAt;
}

/** Calls of this week under the agreement; those before the caller was bound do not count. */
export function usedThisWeek(
  calls: readonly Call[],
  { startsOn, since }: Pick<Period, 'startsOn'> & { since: number },
  now: number,
  timeZone: string,
): number {
  const from = Math.max(weekAround(now, timeZone).from, rangeOfDay(startsOn, timeZone).from, since);
  const counted = calls.filter((call) => countsForAgreement(call) && call.startedAt >= from && call.startedAt <= now);
  return new Set(counted.map(({ id }) => id)).size;
}

/** The agreed moment that is now or comes next: of this week while calls are left, else of the week after. */
export function nextMoment(terms: AgreementTerms, used: number, now: number, timeZone: string): InstantRange | null {
  const today = dayOf(now, timeZone);
  const [monday = today] = weekOf(today, timeZone);
  const earliest = used < terms.callsPerWeek ? today : dayAfter(monday, 7, timeZone);
  const first = earliest < terms.startsOn ? terms.startsOn : earliest;
  // The eighth day is today's weekday again, for when its moment has passed.
  for (let days = 0; days <= 7; days += 1) {
    const day = dayAfter(first, days, timeZone);
    if (day > terms.lastDay) return null;
    const next = momentsOn(terms, day, timeZone).find(({ until }) => until > now);
    if (next) return next;
  }
  return null;
}

function momentsOn({ moments }: AgreementTerms, day: string, timeZone: string): InstantRange[] {
  return moments
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ from, until }) => ({ from: instantOf(day, from, timeZone), until: instantOf(day, until, timeZone) }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from);
}

/** How an agreement stands when a call comes in now. */
export function useOf(
  terms: AgreementTerms,
  since: number,
  calls: readonly Call[],
  now: number,
  timeZone: string,
): AgreementUse {
  const state = stateOf(terms, now, timeZone);
  const used = usedThisWeek(calls, { startsOn: terms.startsOn, since }, now, timeZone);
  const next = state === 'ended' ? null : nextMoment(terms, used, now, timeZone);
  return { state, used, now: sentenceFor(), next };

  function sentenceFor(): AgreementUse['now'] {
    if (state === 'upcoming') return 'notStarted';
    if (used >= terms.callsPerWeek) return 'usedUp';
    return next !== null && next.from <= now ? 'agreedMoment' : 'otherMoment';
  }
}

/** What is due by the end of this week; a look that was forgotten stays due. */
export function dueThisWeek(lastDay: string, reviewOn: string | null, today: string, timeZone: string): Due | null {
  const sunday = weekOf(today, timeZone).at(-1) ?? today;
  if (lastDay <= sunday) return 'ends';
  return reviewOn !== null && reviewOn <= sunday ? 'review' : null;
}

/** From today for twelve weeks, with a look after four. */
export function usualPeriod(
  today: string,
  timeZone: string,
): Pick<AgreementTerms, 'startsOn' | 'lastDay' | 'reviewOn'> {
  const lastDay = dayAfter(today, PERIOD_DAYS, timeZone);
  return { startsOn: today, lastDay, reviewOn: nextReview(lastDay, today, timeZone) };
}

export function nextReview(lastDay: string, today: string, timeZone: string): string {
  const next = dayAfter(today, REVIEW_DAYS, timeZone);
  return next < lastDay ? next : lastDay;
}
