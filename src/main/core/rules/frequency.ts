import type { FrequencyNotice } from '../../../shared/contract/agreements.ts';
import type { FrequencyRule } from '../../../shared/contract/settings.ts';
import type { Call } from './agreement.ts';
import { dayAfter, dayOf, type InstantRange, rangeOfDay } from './practiceTime.ts';

/** Nobody knows a norm for this: a start that a practice can change. */
export const defaultFrequencyRule: FrequencyRule = { callsAWeek: 5, timesOwnUsual: 2, timesOthers: 3 };

/** So many weeks before the last seven days say what is usual for a caller, and at least so many are needed. */
const PAST_WEEKS = 8;
const FEWEST_PAST_WEEKS = 4;

/** Who rings in an emergency, or about a result or an appointment, has something to ask: those calls say nothing. */
const clearNeeds: readonly (string | null)[] = ['urgent', 'result', 'appointment'];

export function hasClearNeed({ channel, reason }: Call): boolean {
  return channel === 'urgentLine' || clearNeeds.includes(reason);
}

/** A telephone call of which the log does not say what it was needed for. */
function isCounted(call: Call): boolean {
  return call.channel === 'phone' && !hasClearNeed(call);
}

export function countCalls(calls: readonly Call[], { from, until }: InstantRange): number {
  const counted = calls.filter((call) => isCounted(call) && call.startedAt >= from && call.startedAt < until);
  return new Set(counted.map(({ id }) => id)).size;
}

/** Today and the six days before it, whole days of the practice. */
export function lastSevenDays(now: number, timeZone: string): InstantRange {
  const today = dayOf(now, timeZone);
  return { from: rangeOfDay(dayAfter(today, -6, timeZone), timeZone).from, until: rangeOfDay(today, timeZone).until };
}

/** Everything of a caller that the rule may look at. */
export function lookedAt(now: number, timeZone: string): InstantRange {
  const today = dayOf(now, timeZone);
  const first = dayAfter(today, -6 - PAST_WEEKS * 7, timeZone);
  return { from: rangeOfDay(first, timeZone).from, until: rangeOfDay(today, timeZone).until };
}

/** Calls in an average week before the last seven days; null for whom there are too few weeks to tell. */
export function ownUsual(calls: readonly Call[], firstContactAt: number, now: number, timeZone: string): number | null {
  const today = dayOf(now, timeZone);
  const weeksAgo = (weeks: number) => rangeOfDay(dayAfter(today, -6 - weeks * 7, timeZone), timeZone).from;
  let weeks = 0;
  while (weeks < PAST_WEEKS && firstContactAt < weeksAgo(weeks)) weeks += 1;
  // The week of the very first contact is not a whole one.
  if (weeks > 0 && firstContactAt >= weeksAgo(weeks)) weeks -= 1;
  if (weeks < FEWEST_PAST_WEEKS) return null;
  return countCalls(calls, { from: weeksAgo(weeks), until: weeksAgo(0) }) / weeks;
}

/**
 * Whether somebody calls more than usual without a clear need: than before, or else than others. `othersUsual` is how
 * often others who called in these seven days did so; null when nobody else called.
 */
export function frequency(
  calls: number,
  usual: { own: number | null; others: number | null },
  rule: FrequencyRule,
): FrequencyNotice | null {
  if (calls < rule.callsAWeek) return null;
  if (usual.own !== null && calls >= rule.timesOwnUsual * usual.own)
    return { code: 'moreThanBefore', calls, usual: around(usual.own) };
  if (usual.others !== null && calls >= rule.timesOthers * usual.others)
    return { code: 'moreThanOthers', calls, usual: around(usual.others) };
  return null;
}

const around = (mean: number) => ({ atLeast: Math.floor(mean), atMost: Math.ceil(mean) });
