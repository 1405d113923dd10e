import type { Kysely } from 'kysely';
import type { TrendPeriod, TrendQuestion, TrendReport } from '../../../../shared/contract/trends.ts';
import { outOfOrdinary, WEEKS_BEFORE } from '../../rules/outOfOrdinary.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { rateOf, rateOfDays } from '../../rules/trendCounts.ts';
import { isOfPeople } from '../../rules/trendFilter.ts';
import {
  type DayRange,
  dayBefore,
  dayNumberOf,
  dayNumbersOf,
  laterUntil,
  periodsShown,
  periodsUntil,
} from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import { type Counted, countUp } from './counting.ts';
import { groupsOf, namesOf } from './groups.ts';
import { narrowToPeople, peopleWeeks } from './people.ts';
import { eventsIn, workersOf } from './queries.ts';

interface Moment {
  now: number;
  timeZone: string;
}

/** Each period with what makes it stand out; only weeks can, and the weeks before them say what is usual. */
function withSignals(
  periods: readonly DayRange[],
  { byDay, withheld }: Pick<Counted, 'byDay' | 'withheld'>,
  areWeeks: boolean,
): TrendPeriod[] {
  const rates = periods.map((period) => {
    const rate = rateOfDays(byDay, period);
    const isWithheld = rate.contacts + rate.incidents === 0 && dayNumbersOf(period).some((day) => withheld.has(day));
    return { ...period, ...rate, withheld: isWithheld };
  });
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
  const days = { from: counted[0]?.from ?? from, shownFrom: from, lastDay, unit };
  const shownDays = [dayNumberOf(from), dayNumberOf(lastDay)] as const;
  const everything = await countUp(database, days, only, timeZone);
  const workers = await workersOf(database);
  const counts = isOfPeople(only) ? narrowToPeople(everything, workers, only, shownDays) : everything;
  const weeksOf = (of: 'function' | 'department') =>
    peopleWeeks(everything, workers, of).filter(({ monday }) => monday >= shownDays[0] && monday <= shownDays[1]);
  const people = { function: weeksOf('function'), department: weeksOf('department') };
  return {
    ...{ unit, from, lastDay },
    total: rateOf(counts.contacts, counts.incidents.length + counts.past.incidents),
    periods: withSignals(counted, counts, unit === 'week').slice(-shown),
    groups: groupsOf(counts, only, people),
    names: { function: namesOf(people.function), department: namesOf(people.department) },
    events: await eventsIn(database, { from, lastDay }),
    earlierUntil: dayBefore(from),
    laterUntil: laterUntil(unit, visible, today),
  };
}
