import type { Kysely } from 'kysely';
import type { TrendPeriod, TrendQuestion, TrendReport } from '../../../../shared/contract/trends.ts';
import { outOfOrdinary, WEEKS_BEFORE } from '../../rules/outOfOrdinary.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { rateOf, rateOfDays, type Tally } from '../../rules/trendCounts.ts';
import { type DayRange, dayBefore, laterUntil, periodsShown, periodsUntil } from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import { countUp } from './counting.ts';
import { groupsOf } from './groups.ts';
import { eventsIn, workersOf } from './queries.ts';

interface Moment {
  now: number;
  timeZone: string;
}

/** Each period with what makes it stand out; only weeks can, and the weeks before them say what is usual. */
function withSignals(periods: readonly DayRange[], byDay: Tally<number>, areWeeks: boolean): TrendPeriod[] {
  const rates = periods.map((period) => ({ ...period, ...rateOfDays(byDay, period) }));
  return rates.map((rate, index) => ({
    ...rate,
    signal: areWeeks ? outOfOrdinary(rate, rates.slice(Math.max(0, index - WEEKS_BEFORE), index)) : null,
  }));
}

/** What a manager sees of the course of a practice, in steps of one length, and by what incidents are told apart. */
export async function readReport(
  database: Kysely<Schema>,
  { unit, until, only }: TrendQuestion,
  { now, timeZone }: Moment,
): Promise<TrendReport> {
  const today = dayOf(now, timeZone);
  const shown = periodsShown[unit];
  const counted = periodsUntil(unit, until ?? today, unit === 'week' ? shown + WEEKS_BEFORE : shown);
  const visible = counted.slice(-shown);
  const [from, lastDay] = [visible[0]?.from ?? today, visible.at(-1)?.lastDay ?? today];
  const counts = await countUp(database, { from: counted[0]?.from ?? from, shownFrom: from, lastDay }, only, timeZone);
  return {
    ...{ unit, from, lastDay },
    total: rateOf(counts.contacts, counts.incidents.length),
    periods: withSignals(counted, counts.byDay, unit === 'week').slice(-shown),
    groups: groupsOf(counts, await workersOf(database)),
    events: await eventsIn(database, { from, lastDay }),
    earlierUntil: dayBefore(from),
    laterUntil: laterUntil(unit, visible, today),
  };
}
