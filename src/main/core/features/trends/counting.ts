import type { Kysely } from 'kysely';
import type { TrendFilter, TrendUnit } from '../../../../shared/contract/trends.ts';
import { localHours } from '../../rules/localHour.ts';
import { rangeOfDay } from '../../rules/practiceTime.ts';
import { Tally } from '../../rules/trendCounts.ts';
import { isContactMeant, isIncidentMeant, isOfPeople } from '../../rules/trendFilter.ts';
import { type DayRange, dayNumberOf, dayOfNumber, mondayOf, weekdayOfNumber } from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import { addPast, addPastDays, nothingPast, type PastShown, workersKnownFrom } from './past.ts';
import { contactCounts, contactsByHour, incidentHours, type TrendIncident, trendIncidents } from './queries.ts';

export interface CountedIncident extends TrendIncident {
  /** Of its week, as a day number. */
  monday: number;
}

/** What was counted of what is meant: the days of everything, the rest of the days that are shown. */
export interface Counted {
  byDay: Tally<number>;
  byWeekday: Tally<number>;
  byHour: Tally<number>;
  byChannel: Tally<string>;
  contacts: number;
  incidents: CountedIncident[];
  past: PastShown;
  /** Of every worker in every week, by the number of its Monday, whatever is meant. */
  weeks: Map<number, Tally<number>>;
  /** Mondays of weeks of which nothing is told, because too few people were at work. */
  withheld: ReadonlySet<number>;
}

interface Days {
  /** The first day that is counted, the first that is shown, and the last of both. */
  from: string;
  shownFrom: string;
  lastDay: string;
  unit: TrendUnit;
}

/** The contacts and incidents of each day. */
export async function countDays(
  database: Kysely<Schema>,
  { from, lastDay }: DayRange,
  timeZone: string,
): Promise<Tally<number>> {
  const range = { from: rangeOfDay(from, timeZone).from, until: rangeOfDay(lastDay, timeZone).until };
  const localHour = localHours(timeZone);
  const byDay = new Tally<number>();
  for (const { hour, contacts } of await contactsByHour(database, range, null))
    byDay.addContacts(localHour(hour).dayNumber, contacts);
  for (const hour of await incidentHours(database, range)) byDay.addIncident(localHour(hour).dayNumber);
  await addPastDays(database, byDay, { from, lastDay });
  return byDay;
}

export const emptyCount = (): Counted => ({
  byDay: new Tally(),
  byWeekday: new Tally(),
  byHour: new Tally(),
  byChannel: new Tally(),
  contacts: 0,
  incidents: [],
  past: nothingPast,
  weeks: new Map(),
  withheld: new Set(),
});

/** The same hour comes many times in a row, and is looked up once. */
function momentsOf(timeZone: string) {
  const localHour = localHours(timeZone);
  const read = (utcHour: number) => {
    const { dayNumber, hour } = localHour(utcHour);
    return { utcHour, dayNumber, hour, weekday: weekdayOfNumber(dayNumber), monday: mondayOf(dayNumber) };
  };
  let last = read(0);
  return (utcHour: number) => {
    if (utcHour !== last.utcHour) last = read(utcHour);
    return last;
  };
}

/** Counts whole weeks, so that each week is always the same, wherever the days that are shown begin and end. */
export async function countUp(
  database: Kysely<Schema>,
  days: Days,
  only: TrendFilter | null,
  timeZone: string,
): Promise<Counted> {
  const { from, shownFrom, lastDay } = days;
  const [first, last] = [dayNumberOf(shownFrom), dayNumberOf(lastDay)];
  const range = {
    from: rangeOfDay(dayOfNumber(mondayOf(dayNumberOf(from))), timeZone).from,
    until: rangeOfDay(dayOfNumber(mondayOf(last) + 6), timeZone).until,
  };
  const momentOf = momentsOf(timeZone);
  const counted = emptyCount();
  const weekOf = (monday: number) => {
    const known = counted.weeks.get(monday);
    if (known) return known;
    const week = new Tally<number>();
    counted.weeks.set(monday, week);
    return week;
  };
  const knownFrom = await workersKnownFrom(database, timeZone);
  for (const { hour: utcHour, channel, userId, count } of await contactCounts(database, range)) {
    const { dayNumber, hour, weekday, monday } = momentOf(utcHour);
    if (monday >= knownFrom) weekOf(monday).addContacts(userId, count);
    if (!isContactMeant(only, { weekday, hour, channel })) continue;
    counted.byDay.addContacts(dayNumber, count);
    if (dayNumber < first || dayNumber > last) continue;
    counted.contacts += count;
    counted.byWeekday.addContacts(weekday, count);
    counted.byHour.addContacts(hour, count);
    counted.byChannel.addContacts(channel, count);
  }
  for (const incident of await trendIncidents(database, range)) {
    const { dayNumber, hour, weekday, monday } = momentOf(incident.hour);
    if (monday >= knownFrom) weekOf(monday).addIncident(incident.userId);
    if (!isIncidentMeant(only, { ...incident, weekday, hour })) continue;
    counted.byDay.addIncident(dayNumber);
    // Of people whole weeks are told, each on its Monday.
    const place = isOfPeople(only) ? monday : dayNumber;
    if (place < first || place > last) continue;
    counted.incidents.push({ ...incident, monday });
    counted.byWeekday.addIncident(weekday);
    counted.byHour.addIncident(hour);
    counted.byChannel.addIncident(incident.channel);
  }
  await addPast(database, counted, days, only, timeZone);
  return counted;
}
