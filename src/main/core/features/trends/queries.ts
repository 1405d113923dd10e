import type { Kysely } from 'kysely';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { Behaviour, Cause, Severity } from '../../../../shared/contract/incidentKinds.ts';
import type { TrendEvent, TrendEventTerms } from '../../../../shared/contract/trends.ts';
import type { InstantRange } from '../../rules/practiceTime.ts';
import type { DayRange } from '../../rules/trendPeriods.ts';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';
import { pastContacts } from './past.ts';

type Database = Kysely<Schema>;

const HOUR = 3_600_000;

/** An incident with what it is counted by; its worker only to tell how many people a group is of. */
export interface TrendIncident {
  /** Since 1970 UTC. */
  hour: number;
  cause: Cause | null;
  severity: Severity;
  userId: number;
  channel: Channel;
  behaviours: readonly Behaviour[];
}

/** The contacts of each hour that has any, those that are gone in lines of their own. */
export async function contactsByHour(database: Database, range: InstantRange, channel: Channel | null) {
  let query = database
    .selectFrom('contactCount')
    .select(['hour', (select) => select.fn.sum<number>('count').as('contacts')])
    .where('hour', '>=', range.from / HOUR)
    .where('hour', '<', range.until / HOUR)
    .groupBy('hour');
  if (channel !== null) query = query.where('channel', '=', channel);
  return [...(await query.execute()), ...(await pastContacts(database, range, channel))];
}

/** The contacts of each hour, channel and worker, the oldest first: quicker than having them added up in several ways. */
export function contactCounts(database: Database, range: InstantRange) {
  return database
    .selectFrom('contactCount')
    .select(['hour', 'channel', 'userId', 'count'])
    .where('hour', '>=', range.from / HOUR)
    .where('hour', '<', range.until / HOUR)
    .orderBy('hour')
    .execute();
}

/** What each worker does in the practice, and where; people who have left too. */
export function workersOf(database: Database) {
  return database.selectFrom('user').select(['id', 'function', 'department']).execute();
}

/** The hour of each incident. */
export async function incidentHours(database: Database, range: InstantRange): Promise<number[]> {
  const rows = await countedIncidents(database)
    .select('occurredAt')
    .where('occurredAt', '>=', range.from)
    .where('occurredAt', '<', range.until)
    .execute();
  return rows.map(({ occurredAt }) => Math.floor(occurredAt / HOUR));
}

async function behavioursOf(database: Database, range: InstantRange): Promise<Map<number, Behaviour[]>> {
  const rows = await countedIncidents(database)
    .innerJoin('incidentBehaviour', 'incidentBehaviour.incidentId', 'incident.id')
    .select(['incident.id', 'incidentBehaviour.behaviour'])
    .where('incident.occurredAt', '>=', range.from)
    .where('incident.occurredAt', '<', range.until)
    .execute();
  const behaviours = new Map<number, Behaviour[]>();
  for (const { id, behaviour } of rows) {
    const known = behaviours.get(id);
    if (known) known.push(behaviour);
    else behaviours.set(id, [behaviour]);
  }
  return behaviours;
}

export async function trendIncidents(database: Database, range: InstantRange): Promise<TrendIncident[]> {
  const rows = await countedIncidents(database)
    .select(['id', 'occurredAt', 'cause', 'severity', 'channel', 'userId'])
    .where('occurredAt', '>=', range.from)
    .where('occurredAt', '<', range.until)
    .execute();
  const behaviours = await behavioursOf(database, range);
  return rows.map(({ id, occurredAt, ...row }) => ({
    ...row,
    hour: Math.floor(occurredAt / HOUR),
    behaviours: behaviours.get(id) ?? [],
  }));
}

/** The events that touch these days, the oldest first. */
export async function eventsIn(database: Database, { from, lastDay }: DayRange): Promise<TrendEvent[]> {
  const rows = await database
    .selectFrom('trendEvent')
    .innerJoin('user', 'user.id', 'trendEvent.addedBy')
    .select(['trendEvent.id', 'kind', 'fromDay', 'lastDay', 'what', 'addedAt', 'user.name as addedByName'])
    .where('fromDay', '<=', lastDay)
    .where('lastDay', '>=', from)
    .orderBy('fromDay')
    .orderBy('trendEvent.id')
    .execute();
  return rows.map(({ fromDay, ...event }) => ({ ...event, from: fromDay }));
}

export async function insertEvent(
  database: Database,
  { kind, from, lastDay, what }: TrendEventTerms,
  addedBy: number,
  addedAt: number,
): Promise<number> {
  const { id } = await database
    .insertInto('trendEvent')
    .values({ kind, fromDay: from, lastDay, what, addedBy, addedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when it is not there. */
export async function updateEvent(
  database: Database,
  eventId: number,
  { kind, from, lastDay, what }: TrendEventTerms,
): Promise<boolean> {
  const result = await database
    .updateTable('trendEvent')
    .set({ kind, fromDay: from, lastDay, what })
    .where('id', '=', eventId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when it is not there. */
export async function deleteEvent(database: Database, eventId: number): Promise<boolean> {
  const result = await database.deleteFrom('trendEvent').where('id', '=', eventId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
