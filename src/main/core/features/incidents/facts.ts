import type { Kysely } from 'kysely';
import type { IncidentFacts, ReadableFacts } from '../../../../shared/contract/incidents.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import type { Schema } from '../../store/schema.ts';
import { incidentKinds, writeKinds } from './queries.ts';

type Database = Kysely<Schema>;

/** Whether this worker may look into an incident and change it: who reported it, and every manager. */
export async function mayChange(database: Database, incidentId: number, user: CurrentUser): Promise<boolean> {
  const incident = await database
    .selectFrom('incident')
    .select('userId')
    .where('id', '=', incidentId)
    .executeTakeFirst();
  return incident !== undefined && (incident.userId === user.id || user.role === 'manager');
}

/** An incident as it is now; fails when there is none. */
export async function readFacts(database: Database, incidentId: number): Promise<IncidentFacts> {
  const row = await database
    .selectFrom('incident')
    .select([
      'callerId',
      'occurredAt',
      'channel',
      'severity',
      'cause',
      'aggressionKind',
      'words',
      'account',
      'witnesses',
    ])
    .where('id', '=', incidentId)
    .executeTakeFirstOrThrow();
  const kinds = await incidentKinds(database, [incidentId]);
  return { ...row, ...kinds(incidentId) };
}

export async function writeFacts(database: Database, incidentId: number, facts: IncidentFacts): Promise<void> {
  const { behaviours, outcomes, ...columns } = facts;
  await database.updateTable('incident').set(columns).where('id', '=', incidentId).execute();
  await database.deleteFrom('incidentBehaviour').where('incidentId', '=', incidentId).execute();
  await database.deleteFrom('incidentOutcome').where('incidentId', '=', incidentId).execute();
  await writeKinds(database, incidentId, { behaviours, outcomes });
}

/** Adds the names of those whom the facts are about. */
export async function readable(database: Database, facts: readonly IncidentFacts[]): Promise<ReadableFacts[]> {
  const ids = [...new Set(facts.flatMap(({ callerId }) => callerId ?? []))];
  const callers =
    ids.length === 0
      ? []
      : await database.selectFrom('caller').select(['id', 'displayName']).where('id', 'in', ids).execute();
  const names = new Map(callers.map(({ id, displayName }) => [id, displayName]));
  return facts.map((one) => ({ ...one, callerName: one.callerId === null ? null : (names.get(one.callerId) ?? null) }));
}
