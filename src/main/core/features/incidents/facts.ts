import type { Kysely } from 'kysely';
import type { IncidentFacts, ReadableFacts } from '../../../../shared/contract/incidents.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import { changedFields } from '../../rules/incidentVersions.ts';
import type { Schema } from '../../store/schema.ts';
import { didMeet, incidentPeople, readReporter, writeColleagues, writeWitnesses } from './people.ts';
import { incidentKinds, writeKinds } from './queries.ts';

type Database = Kysely<Schema>;

/** Whether this worker may change an incident: who reported it, and every manager. */
export async function mayChange(database: Database, incidentId: number, user: CurrentUser): Promise<boolean> {
  const reporterId = await readReporter(database, incidentId);
  return reporterId !== null && (reporterId === user.id || user.role === 'manager');
}

/** Whether this worker may see what was changed in it: also the colleagues who met it. */
export async function maySee(database: Database, incidentId: number, user: CurrentUser): Promise<boolean> {
  return (await mayChange(database, incidentId, user)) || (await didMeet(database, incidentId, user.id));
}

/** An incident as it is now; fails when there is none. */
export async function readFacts(database: Database, incidentId: number): Promise<IncidentFacts> {
  const row = await database
    .selectFrom('incident')
    .select(['callerId', 'occurredAt', 'channel', 'severity', 'cause', 'aggressionKind'])
    .select(['words', 'account', 'witnesses'])
    .where('id', '=', incidentId)
    .executeTakeFirstOrThrow();
  const kinds = await incidentKinds(database, [incidentId]);
  const people = await incidentPeople(database, [incidentId]);
  const { colleagueIds, witnessIds } = people(incidentId);
  return { ...row, ...kinds(incidentId), colleagueIds, witnessIds };
}

/** Makes an incident what `after` says, touching nothing that is the same. */
export async function writeFacts(
  database: Database,
  incidentId: number,
  before: IncidentFacts,
  after: IncidentFacts,
): Promise<void> {
  const { behaviours, outcomes, colleagueIds, witnessIds, ...columns } = after;
  const changed = new Set(changedFields(before, after));
  await database.updateTable('incident').set(columns).where('id', '=', incidentId).execute();
  if (changed.has('behaviours') || changed.has('outcomes')) {
    await database.deleteFrom('incidentBehaviour').where('incidentId', '=', incidentId).execute();
    await database.deleteFrom('incidentOutcome').where('incidentId', '=', incidentId).execute();
    await writeKinds(database, incidentId, { behaviours, outcomes });
  }
  if (changed.has('colleagueIds')) await writeColleagues(database, incidentId, before.colleagueIds, colleagueIds);
  if (changed.has('witnessIds')) await writeWitnesses(database, incidentId, witnessIds);
}

async function namesOf(database: Database, table: 'caller' | 'user', ids: readonly number[]) {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map<number, string>();
  const rows =
    table === 'caller'
      ? await database.selectFrom('caller').select(['id', 'displayName as name']).where('id', 'in', wanted).execute()
      : await database.selectFrom('user').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Adds the names of those in the facts. */
export async function readable(database: Database, facts: readonly IncidentFacts[]): Promise<ReadableFacts[]> {
  const callers = await namesOf(
    database,
    'caller',
    facts.flatMap(({ callerId }) => callerId ?? []),
  );
  const workers = await namesOf(
    database,
    'user',
    facts.flatMap(({ colleagueIds, witnessIds }) => [...colleagueIds, ...witnessIds]),
  );
  const named = (ids: readonly number[]) => ids.flatMap((id) => workers.get(id) ?? []);
  return facts.map((one) => ({
    ...one,
    callerName: one.callerId === null ? null : (callers.get(one.callerId) ?? null),
    colleagueNames: named(one.colleagueIds),
    witnessNames: named(one.witnessIds),
  }));
}

/** Whoever was corrected is no longer whom a later link can be taken back from. */
export async function forgetLink(database: Database, incidentId: number): Promise<void> {
  await database.updateTable('incident').set({ linkedAt: null }).where('id', '=', incidentId).execute();
}
