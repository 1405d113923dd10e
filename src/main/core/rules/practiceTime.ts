import { TZDate } from '@date-fns/tz';
// Each by its own path: the package as a whole is three hundred files, which the core would load before it starts.
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { startOfDay } from 'date-fns/startOfDay';
import { startOfWeek } from 'date-fns/startOfWeek';

/** The half-open range of instants [from, until) in milliseconds since 1970 UTC. */
export interface InstantRange {
  from: number;
  until: number;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making one takes long, so one is kept for each time zone. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const calendar = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', ...numeric });
  calendars.set(timeZone, calendar);
  return calendar;
}

/** The calendar day of an instant in the practice's time zone, `2026-11-21`. */
export function dayOf(instant: number, timeZone: string): string {
  const parts = new Map(
    calendarOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

const KEPT_DAYS = 1000;

/** The same few days are asked for with every letter of a search, so what was computed for a day is kept. */
function keptByDay<Result>(compute: (day: string, timeZone: string) => Readonly<Result>) {
  const kept = new Map<string, Readonly<Result>>();
  return (day: string, timeZone: string): Readonly<Result> => {
    const key = `${day} ${timeZone}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_DAYS) kept.clear();
    const computed = Object.freeze(compute(day, timeZone));
    kept.set(key, computed);
    return computed;
  };
}

function startOfDate(day: string, timeZone: string): TZDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return startOfDay(new TZDate(year, month - 1, date, timeZone));
}

/** All instants of a day; 23 or 25 hours long when the clocks change. */
export const rangeOfDay = keptByDay<InstantRange>((day, timeZone) => {
  const start = startOfDate(day, timeZone);
  return { from: start.getTime(), until: startOfDay(addDays(start, 1)).getTime() };
});

/** The day `days` later, or earlier when negative. */
export function dayAfter(day: string, days: number, timeZone: string): string {
  return format(addDays(startOfDate(day, timeZone), days), 'yyyy-MM-dd');
}

/** The seven days, Monday first, of the week a day is in. */
export const weekOf = keptByDay<readonly string[]>((day, timeZone) => {
  const monday = startOfWeek(startOfDate(day, timeZone), { weekStartsOn: 1 });
  return Array.from({ length: 7 }, (_, index) => format(addDays(monday, index), 'yyyy-MM-dd'));
});

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** A time such as `14:00` on a day; one that the clocks skip comes an hour later. */
export function instantOf(day: string, time: string, timeZone: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, date, hours, minutes, timeZone).getTime();
}

/** The time of an instant as the practice's clock shows it, `14:05`. */
export function timeOf(instant: number, timeZone: string): string {
  return format(new TZDate(instant, timeZone), 'HH:mm');
}

/** The hour an instant is in, as the practice's clock shows it. */
export function hourOf(instant: number, timeZone: string): number {
  return new TZDate(instant, timeZone).getHours();
}

/** Whether a name is a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
