import type { TrendUnit } from '../../../shared/contract/trends.ts';

const DAY = 86_400_000;

/** Whole days of a calendar, the last one included. */
export interface DayRange {
  from: string;
  lastDay: string;
}

/** How much is shown at once: as many bars as can still be told apart. */
export const periodsShown: Readonly<Record<TrendUnit, number>> = { day: 28, week: 26, month: 12, year: 5 };

/** A calendar day has no time zone: it is counted in days since 1970-01-01. */
export const dayNumberOf = (day: string): number => Date.parse(day) / DAY;
export const dayOfNumber = (dayNumber: number): string => new Date(dayNumber * DAY).toISOString().slice(0, 10);

export const dayNumbersOf = ({ from, lastDay }: DayRange): number[] =>
  Array.from({ length: dayNumberOf(lastDay) - dayNumberOf(from) + 1 }, (_, index) => dayNumberOf(from) + index);

/** Monday is 1, Sunday 7. */
export const weekdayOfNumber = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;

/** The Monday of the week that a day is in. */
export const mondayOf = (dayNumber: number): number => dayNumber - weekdayOfNumber(dayNumber) + 1;

/** The first day of the period that a day is in. */
function startOf(unit: TrendUnit, day: string): string {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return dayOfNumber(mondayOf(dayNumberOf(day)));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

export const dayBefore = (day: string): string => dayOfNumber(dayNumberOf(day) - 1);

/** So many periods up to and with the one that a day is in, the oldest first, without a gap between them. */
export function periodsUntil(unit: TrendUnit, day: string, count: number): DayRange[] {
  const periods: DayRange[] = [];
  let from = startOf(unit, day);
  let lastDay = lastDayOf(unit, from);
  while (periods.length < count) {
    periods.push({ from, lastDay });
    lastDay = dayBefore(from);
    from = startOf(unit, lastDay);
  }
  return periods.reverse();
}

function lastDayOf(unit: TrendUnit, from: string): string {
  const number = dayNumberOf(from);
  const longest = { day: 0, week: 6, month: 31, year: 366 }[unit];
  if (unit === 'day' || unit === 'week') return dayOfNumber(number + longest);
  return dayBefore(startOf(unit, dayOfNumber(number + longest)));
}

/** A day in the last period of the same length of time that follows; null when that would begin after today. */
export function laterUntil(unit: TrendUnit, shown: readonly DayRange[], today: string): string | null {
  const last = shown.at(-1)?.lastDay ?? today;
  if (last >= today) return null;
  let until = last;
  for (let step = 0; step < shown.length && until < today; step += 1) {
    until = lastDayOf(unit, dayOfNumber(dayNumberOf(until) + 1));
  }
  return until < today ? until : today;
}
