import type { Kysely } from 'kysely';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { TrendFilter, TrendUnit } from '../../../../shared/contract/trends.ts';
import { localHours } from '../../rules/localHour.ts';
import { isWithin, NO_VALUE, type PastCount, type PastDimension } from '../../rules/pastCounts.ts';
import { dayOf, type InstantRange, rangeOfDay } from '../../rules/practiceTime.ts';
import type { Tally } from '../../rules/trendCounts.ts';
import { isContactMeant } from '../../rules/trendFilter.ts';
import { type DayRange, dayNumberOf, mondayOf, weekdayOfNumber } from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import type { Counted } from './counting.ts';

type Database = Kysely<Schema>;

const HOUR = 3_600_000;

/** Contacts that are gone and still count, by the hour and channel; nobody knows any more whose they were. */
export async function pastContacts(database: Database, range: InstantRange, channel: Channel | null) {
  let query = database
    .selectFrom('pastContact')
    .select(['hour', 'channel', 'count as contacts'])
    .where('hour', '>=', range.from / HOUR)
    .where('hour', '<', range.until / HOUR);
  if (channel !== null) query = query.where('channel', '=', channel);
  return query.execute();
}

/** The first Monday from which it is known of every week how many contacts each worker had. */
export async function workersKnownFrom(database: Database, timeZone: string): Promise<number> {
  const { last } = await database
    .selectFrom('pastContact')
    .select(({ fn }) => fn.max('hour').as('last'))
    .executeTakeFirstOrThrow();
  return last === null ? 0 : mondayOf(localHours(timeZone)(last).dayNumber) + 7;
}

/** What is gone of the days that are shown and still counts. */
export interface PastShown {
  incidents: number;
  valuesOf(dimension: PastDimension): { value: string | null; count: number }[];
}

export const nothingPast: PastShown = { incidents: 0, valuesOf: () => [] };

interface Asked extends DayRange {
  shownFrom: string;
  unit: TrendUnit;
}

/** Whether a count by the month is about the incidents that are meant. */
function isValueMeant(only: TrendFilter, { dimension, value }: PastCount): boolean {
  switch (only.of) {
    case 'cause':
    case 'severity':
    case 'behaviour':
    case 'channel':
      return dimension === only.of && value === (only.value ?? NO_VALUE);
    case 'hour':
      return dimension === 'hour' && Number(value) >= only.from && Number(value) < only.until;
    default:
      return false;
  }
}

/**
 * How many incidents that are gone there were, day by day. What they were is known by the month and counts on its first
 * day, and only where months are shown: single weeks do not tell of it.
 */
function daysOf(counts: readonly PastCount[], only: TrendFilter | null, { unit, ...range }: Asked) {
  if (only === null || only.of === 'weekday') {
    return counts
      .filter(({ dimension, period }) => dimension === 'total' && period >= range.from)
      .map(({ period, count }) => ({ dayNumber: dayNumberOf(period), count }))
      .filter(({ dayNumber }) => only === null || weekdayOfNumber(dayNumber) === only.value);
  }
  if (unit === 'day' || unit === 'week') return [];
  return counts
    .filter(
      (one) => isValueMeant(only, one) && isWithin(one.period, range) && (unit === 'year' || one.period.length > 4),
    )
    .map(({ period, count }) => ({ dayNumber: dayNumberOf(`${period}-01-01`.slice(0, 10)), count }));
}

async function pastCounts(database: Database, { from, lastDay }: DayRange): Promise<PastCount[]> {
  return database
    .selectFrom('pastIncident')
    .selectAll()
    .where('period', '>=', from.slice(0, 4))
    .where('period', '<=', lastDay)
    .execute();
}

/** Adds the incidents of each day that are gone. */
export async function addPastDays(database: Database, byDay: Tally<number>, range: DayRange): Promise<void> {
  const counts = await pastCounts(database, range);
  for (const { dayNumber, count } of daysOf(counts, null, { ...range, shownFrom: range.from, unit: 'day' })) {
    byDay.addIncident(dayNumber, count);
  }
}

/** Adds what is gone to what is there. Nobody knows any more whose it was, so it is in no group of people. */
export async function addPast(
  database: Database,
  counted: Counted,
  asked: Asked,
  only: TrendFilter | null,
  timeZone: string,
): Promise<void> {
  const [first, last] = [dayNumberOf(asked.shownFrom), dayNumberOf(asked.lastDay)];
  const range = { from: rangeOfDay(asked.from, timeZone).from, until: rangeOfDay(asked.lastDay, timeZone).until };
  const localHour = localHours(timeZone);
  for (const { hour: utcHour, channel, contacts } of await pastContacts(database, range, null)) {
    const { dayNumber, hour } = localHour(utcHour);
    const weekday = weekdayOfNumber(dayNumber);
    if (!isContactMeant(only, { weekday, hour, channel })) continue;
    counted.byDay.addContacts(dayNumber, contacts);
    if (dayNumber < first || dayNumber > last) continue;
    counted.contacts += contacts;
    counted.byWeekday.addContacts(weekday, contacts);
    counted.byHour.addContacts(hour, contacts);
    counted.byChannel.addContacts(channel, contacts);
  }
  const counts = await pastCounts(database, asked);
  let incidents = 0;
  for (const { dayNumber, count } of daysOf(counts, only, asked)) {
    counted.byDay.addIncident(dayNumber, count);
    if (dayNumber < first) continue;
    incidents += count;
    if (only === null || only.of === 'weekday') counted.byWeekday.addIncident(weekdayOfNumber(dayNumber), count);
  }
  const shown = { from: asked.shownFrom, lastDay: asked.lastDay };
  const known = counts.filter((one) => (only === null || isValueMeant(only, one)) && isWithin(one.period, shown));
  const valuesOf = (dimension: PastDimension) =>
    known
      .filter((one) => one.dimension === dimension)
      .map(({ value, count }) => ({ value: value === NO_VALUE ? null : value, count }));
  for (const { value, count } of valuesOf('hour')) counted.byHour.addIncident(Number(value), count);
  for (const { value, count } of valuesOf('channel')) counted.byChannel.addIncident(value ?? '', count);
  counted.past = { incidents, valuesOf };
}

/** How much of some days is gone and still counts. */
export async function countPast(database: Database, range: InstantRange, timeZone: string) {
  const contacts = await pastContacts(database, range, null);
  const incidents = await database
    .selectFrom('pastIncident')
    .select('count')
    .where('dimension', '=', 'total')
    .where('period', '>=', dayOf(range.from, timeZone))
    .where('period', '<', dayOf(range.until, timeZone))
    .execute();
  return {
    contacts: contacts.reduce((sum, one) => sum + one.contacts, 0),
    incidents: incidents.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Whether an incident of these days is gone: then nobody knows the causes of single days any more. */
export async function areCausesGone(database: Database, from: number, timeZone: string): Promise<boolean> {
  const { last } = await database
    .selectFrom('pastIncident')
    .select(({ fn }) => fn.max('period').as('last'))
    .where('dimension', '=', 'total')
    .executeTakeFirstOrThrow();
  return last !== null && last >= dayOf(from, timeZone);
}
