import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { KeptReason } from '../../../../../shared/contract/privacy.ts';
import { removeRows, rowsBefore } from '../../../store/overTerm.ts';
import type { Schema } from '../../../store/schema.ts';
import { incidentKinds } from '../../incidents/queries.ts';
import { addPastIncidents } from '../pastCounts.ts';
import { type Collector, type Going, numbersOf, plainCollector } from './collector.ts';

type Database = Kysely<Schema>;

/** The last talk is after eight weeks; what nobody closed within a year is waited for by nobody. */
const AFTERCARE_WAITS_FOR = 365 * 86_400_000;

/** Second records of these incidents: they stand and fall with the first. */
function duplicatesOf(database: Database, ids: readonly number[]) {
  return database.selectFrom('incident').select(['id', 'duplicateOfId']).where('duplicateOfId', 'in', ids).execute();
}

/** The incidents that a measure that stays rests on. */
export async function heldByMeasures(database: Database, ids: readonly number[], going: Going): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const links = await database.selectFrom('measureIncident').selectAll().where('incidentId', 'in', ids).execute();
  return new Set(links.filter(({ measureId }) => !going.has('measure', measureId)).map(({ incidentId }) => incidentId));
}

/** The incidents after which a worker still waits for something. */
async function withOpenAftercare(database: Database, ids: readonly number[], now: number) {
  const open = await database
    .selectFrom('aftercare')
    .select('incidentId')
    .where('incidentId', 'in', ids)
    .where('closedAt', 'is', null)
    .where('startedAt', '>', now - AFTERCARE_WAITS_FOR)
    .execute();
  return new Set(open.map(({ incidentId }) => incidentId));
}

/** Counts what goes, without what was invented and without second records. */
async function keepCounts(database: Database, ids: readonly number[], timeZone: string): Promise<void> {
  const rows = await database
    .selectFrom('incident')
    .select(['id', 'occurredAt', 'cause', 'severity', 'channel'])
    .where('id', 'in', ids)
    .where('duplicateOfId', 'is', null)
    .where('demo', '=', 0)
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ id }) => id),
  );
  const counted = rows.map((row) => ({ ...row, behaviours: kinds(row.id).behaviours }));
  await addPastIncidents(database, counted, timeZone);
}

/** Incidents with all that hangs on them: attachments, versions, aftercare, who met and who saw them. */
export const incidentsCollector: Collector = {
  kind: 'incidents',
  table: 'incident',

  async candidates({ database, going, now }, before, after, limit) {
    const rows = await rowsBefore(database, { table: 'incident', since: 'occurredAt' }, before, after, limit);
    if (rows.length === 0) return [];
    const ids = numbersOf(rows.map(({ id }) => id));
    const duplicates = await duplicatesOf(database, ids);
    const all = [...ids, ...duplicates.map(({ id }) => id)];
    const held = await heldByMeasures(database, all, going);
    const cared = await withOpenAftercare(database, all, now);
    const reasonOf = (id: number): KeptReason | null => {
      if (held.has(id)) return 'measure';
      return cared.has(id) ? 'aftercare' : null;
    };
    const seconds = Map.groupBy(duplicates, ({ duplicateOfId }) => duplicateOfId);
    return rows.map((row) => {
      const id = Number(row.id);
      const together = [id, ...(seconds.get(id) ?? []).map((second) => second.id)];
      return { ...row, keptBy: together.map(reasonOf).find((reason) => reason !== null) ?? null };
    });
  },

  async erase({ database, timeZone }, keys) {
    const ids = numbersOf(keys);
    await keepCounts(database, ids, timeZone);
    const duplicates = await duplicatesOf(database, ids);
    const all = [...duplicates.map(({ id }) => id), ...ids];
    const files = await database.selectFrom('attachment').select('id').where('incidentId', 'in', all).execute();
    // What is half-typed about an incident does not always say whom it is about.
    const halfTyped = [...all.map((id) => `correction ${id}`), ...files.map(({ id }) => `removeAttachment ${id}`)];
    await database.deleteFrom('unfinished').where('form', 'in', halfTyped).execute();
    await removeRows(database, 'incident', all);
  },
};

/** That somebody was told, where no measure keeps it. */
export const toldCollector: Collector = plainCollector('incidents', 'told', 'recordedAt', sql`measureId is null`);
