import type { Kysely } from 'kysely';
import type { CallerFlag, HistoryItem } from '../../../../shared/contract/callers.ts';
import { colleagueTakes } from '../../rules/colleague.ts';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';
import { incidentKinds } from '../incidents/queries.ts';

type Database = Kysely<Schema>;

const HOUR = 3_600_000;

async function contactsOf(database: Database, callerId: number, limit: number): Promise<HistoryItem[]> {
  const rows = await database
    .selectFrom('contact')
    .innerJoin('user', 'user.id', 'contact.userId')
    .select(['contact.id', 'contact.startedAt', 'user.name', 'contact.channel', 'contact.reason', 'contact.text'])
    .where('contact.callerId', '=', callerId)
    .orderBy('contact.startedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: 'contact',
    id: row.id,
    at: row.startedAt,
    workerName: row.name,
    channel: row.channel,
    reason: row.reason,
    text: row.text,
    behaviours: [],
    severity: null,
    outcomes: [],
  }));
}

async function incidentsOf(database: Database, callerId: number, limit: number): Promise<HistoryItem[]> {
  const rows = await database
    .selectFrom('incident')
    .innerJoin('user', 'user.id', 'incident.userId')
    .select(['incident.id', 'incident.occurredAt', 'user.name', 'incident.channel', 'incident.severity'])
    .select('incident.account')
    .where('incident.callerId', '=', callerId)
    .orderBy('incident.occurredAt', 'desc')
    .limit(limit)
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    kind: 'incident',
    id: row.id,
    at: row.occurredAt,
    workerName: row.name,
    channel: row.channel,
    reason: null,
    text: row.account,
    severity: row.severity,
    ...kinds(row.id),
  }));
}

/** What happened with a caller from an instant on, newest first. */
export async function historyOf(
  database: Database,
  callerId: number,
  limit: number,
  from: number,
): Promise<HistoryItem[]> {
  const items = [...(await contactsOf(database, callerId, limit)), ...(await incidentsOf(database, callerId, limit))];
  return items
    .filter(({ at }) => at >= from)
    .sort((a, b) => b.at - a.at)
    .slice(0, limit);
}

/** A caller's incidents in the hours that the colleague rule looks back. */
export async function recentIncidents(database: Database, callerId: number, hours: number, now: number) {
  const rows = await countedIncidents(database)
    .innerJoin('user', 'user.id', 'incident.userId')
    .select(['incident.id', 'incident.userId', 'incident.occurredAt', 'user.name'])
    .where('incident.occurredAt', '>', now - hours * HOUR)
    .where('incident.callerId', '=', callerId)
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, ...kinds(row.id) }));
}

/** Which of these callers a colleague should take now. One query, because it is asked with every letter of a search. */
export async function callerFlags(
  database: Database,
  callerIds: readonly number[],
  hours: number,
  now: number,
): Promise<Map<number, CallerFlag[]>> {
  const rows = await countedIncidents(database)
    .innerJoin('incidentBehaviour', 'incidentBehaviour.incidentId', 'incident.id')
    .select(['incident.callerId', 'incident.occurredAt', 'incidentBehaviour.behaviour'])
    .where('incident.callerId', 'in', callerIds)
    .where('incident.occurredAt', '>', now - hours * HOUR)
    .execute();
  // An incident with several behaviours stands here once for each: the rule asks whether one of them counts.
  const incidents = rows.map((row) => ({ ...row, behaviours: [row.behaviour], outcomes: [] }));
  const flags = new Map<number, CallerFlag[]>();
  for (const [callerId, ofCaller] of Map.groupBy(incidents, (incident) => incident.callerId ?? 0)) {
    const taken = colleagueTakes(ofCaller, hours, now);
    if (taken) flags.set(callerId, [{ kind: 'colleagueTakes', until: taken.until }]);
  }
  return flags;
}
