import { dayAfter, dayOf, rangeOfDay } from '../rules/practiceTime.ts';
import type { Random } from './random.ts';

const HOUR = 3_600_000;
const OPENS = 8 * HOUR;
const OPEN_HOURS = 9 * HOUR;

function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The last `days` calendar days on which a practice is open, oldest first; today always counts. */
function openDays(now: number, days: number, timeZone: string): string[] {
  const today = dayOf(now, timeZone);
  const all = Array.from({ length: days }, (_, index) => dayAfter(today, index + 1 - days, timeZone));
  return all.filter((day) => day === today || isWeekday(day));
}

/** `count` instants during opening hours of the past `days` days, in order, none after now. */
export function workingTimes(count: number, days: number, now: number, timeZone: string, random: Random): Float64Array {
  const times = new Float64Array(count);
  const dates = openDays(now, days, timeZone);
  for (const [index, day] of dates.entries()) {
    const from = Math.floor((index * count) / dates.length);
    const until = Math.floor(((index + 1) * count) / dates.length);
    const opens = rangeOfDay(day, timeZone).from + OPENS;
    const closes = Math.max(opens + 60_000, Math.min(opens + OPEN_HOURS, now));
    for (let at = from; at < until; at += 1) {
      times[at] = Math.min(now, Math.floor(opens + random.fraction() * (closes - opens)));
    }
    times.subarray(from, until).sort();
  }
  return times;
}
