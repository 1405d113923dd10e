import type { Kysely } from 'kysely';
import type { TrendFilter } from '../../../../shared/contract/trends.ts';
import { localHours } from '../../rules/localHour.ts';
import { rangeOfDay } from '../../rules/practiceTime.ts';
import { Tally } from '../../rules/trendCounts.ts';
import { type DayRange, dayNumberOf, weekdayOfNumber } from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import { contactsByHour, contactsByWorker, incidentHours, type TrendIncident, trendIncidents } from './queries.ts';

/** What was counted: the days of everything, the rest of the days that are shown. */
export interface Counted {
  byDay: Tally<number>;
  byWeekday: Tally<number>;
  byHour: Tally<number>;
  byChannel: Tally<string>;
  byWorker: Tally<number>;
  contacts: number;
  incidents: TrendIncident[];
}

interface Days {
  /** The first day that is counted, the first that is shown, and the last of both. */
  from: string;
  shownFrom: string;
  lastDay: string;
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
  return byDay;
}

export async function countUp(
  database: Kysely<Schema>,
  { from, shownFrom, lastDay }: Days,
  only: TrendFilter | null,
  timeZone: string,
): Promise<Counted> {
  const range = { from: rangeOfDay(from, timeZone).from, until: rangeOfDay(lastDay, timeZone).until };
  const shown = { ...range, from: rangeOfDay(shownFrom, timeZone).from };
  const firstShown = dayNumberOf(shownFrom);
  const localHour = localHours(timeZone);
  const channel = only?.of === 'channel' ? only.value : null;
  const counted: Counted = {
    byDay: new Tally(),
    byWeekday: new Tally(),
    byHour: new Tally(),
    byChannel: new Tally(),
    byWorker: new Tally(),
    contacts: 0,
    incidents: [],
  };
  for (const { hour: utcHour, contacts } of await contactsByHour(database, range, channel)) {
    const { dayNumber, hour } = localHour(utcHour);
    counted.byDay.addContacts(dayNumber, contacts);
    if (dayNumber < firstShown) continue;
    counted.contacts += contacts;
    counted.byWeekday.addContacts(weekdayOfNumber(dayNumber), contacts);
    counted.byHour.addContacts(hour, contacts);
  }
  for (const row of await contactsByWorker(database, shown, channel)) {
    counted.byChannel.addContacts(row.channel, row.contacts);
    counted.byWorker.addContacts(row.userId, row.contacts);
  }
  for (const incident of await trendIncidents(database, range, only)) {
    const { dayNumber, hour } = localHour(incident.hour);
    counted.byDay.addIncident(dayNumber);
    if (dayNumber < firstShown) continue;
    counted.incidents.push(incident);
    counted.byWeekday.addIncident(weekdayOfNumber(dayNumber));
    counted.byHour.addIncident(hour);
    counted.byChannel.addIncident(incident.channel);
    counted.byWorker.addIncident(incident.userId);
  }
  return counted;
}
