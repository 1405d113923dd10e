import type { Kysely } from 'kysely';
import { type IncidentChange, type IncidentFacts, incidentFacts } from '../../../../shared/contract/incidents.ts';
import { changesOf, type IncidentVersion, versionAt } from '../../rules/incidentVersions.ts';
import type { Schema } from '../../store/schema.ts';
import { readable, readFacts } from './facts.ts';

type Database = Kysely<Schema>;

/** Versions of before there could be several workers name nobody. */
const storedFacts = incidentFacts.omit({ callerId: true }).extend({
  colleagueIds: incidentFacts.shape.colleagueIds.default([]),
  witnessIds: incidentFacts.shape.witnessIds.default([]),
});

const storedTime = incidentFacts.pick({ occurredAt: true });

interface Version extends IncidentVersion {
  incidentId: number;
  replacedBy: number;
  how: IncidentChange['how'];
  why: string;
  byName: string;
}

/** The versions of incidents that are no longer, oldest first. */
async function readVersions(database: Database, incidentIds: readonly number[]): Promise<Version[]> {
  if (incidentIds.length === 0) return [];
  const rows = await database
    .selectFrom('incidentVersion')
    .innerJoin('user', 'user.id', 'incidentVersion.replacedBy')
    .select(['incidentId', 'callerId', 'facts', 'replacedAt', 'replacedBy', 'how', 'why', 'user.name as byName'])
    .where('incidentId', 'in', incidentIds)
    .orderBy('incidentVersion.id')
    .execute();
  return rows.map(({ callerId, facts, ...row }) => ({
    ...row,
    facts: { ...storedFacts.parse(JSON.parse(facts)), callerId },
  }));
}

/**
 * How many incidents were recorded after an instant. An incident has the time of its recording until that is corrected, so
 * one that was changed has it in its first version.
 */
export async function countRecorded(database: Database, since: number): Promise<number> {
  const unchanged = await database
    .selectFrom('incident')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('occurredAt', '>', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('incidentVersion').whereRef('incidentId', '=', 'incident.id').select('incidentVersion.id')),
      ),
    )
    .executeTakeFirstOrThrow();
  const first = await database
    .selectFrom('incidentVersion')
    .select('facts')
    .where('replacedAt', '>', since)
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('incidentVersion')
        .select(({ fn }) => fn.min('id').as('firstId'))
        .groupBy('incidentId'),
    )
    .execute();
  const recorded = first.filter(({ facts }) => storedTime.parse(JSON.parse(facts)).occurredAt > since);
  return unchanged.rows + recorded.length;
}

interface Replacing {
  by: number;
  at: number;
  how: IncidentChange['how'];
  why: string;
}

/** Keeps what an incident is before it is changed. */
export async function keepVersion(
  database: Database,
  incidentId: number,
  { callerId, ...facts }: IncidentFacts,
  { by, at, how, why }: Replacing,
): Promise<void> {
  await database
    .insertInto('incidentVersion')
    .values({ incidentId, callerId, facts: JSON.stringify(facts), replacedAt: at, replacedBy: by, how, why })
    .execute();
}

/**
 * Whether somebody has read or rested upon an incident, so that filling it in has become changing it: it was completed,
 * discussed, changed before, or a decision stands on it.
 */
async function isReadAlready(database: Database, incidentId: number): Promise<boolean> {
  const found = await database
    .selectFrom('incident')
    .select('id')
    .where('id', '=', incidentId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('completedAt', 'is not', null),
        eb('reviewedAt', 'is not', null),
        eb('questionAt', 'is not', null),
        exists(selectFrom('incidentVersion').whereRef('incidentId', '=', 'incident.id').select('incidentVersion.id')),
        exists(selectFrom('measureIncident').whereRef('incidentId', '=', 'incident.id').select('measureId')),
      ]),
    )
    .executeTakeFirst();
  return found !== undefined;
}

/** What is filled in letter by letter is one change: nobody needs a version for each. */
async function isGoingOn(database: Database, incidentId: number, by: number): Promise<boolean> {
  const newest = await database
    .selectFrom('incidentVersion')
    .select(['replacedBy', 'how'])
    .where('incidentId', '=', incidentId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.how === 'completed' && newest.replacedBy === by;
}

/** Keeps what an incident was when it is filled in or linked after somebody has read it. */
export async function keepVersionIfRead(
  database: Database,
  incidentId: number,
  facts: IncidentFacts,
  replacing: Replacing,
): Promise<void> {
  if (!(await isReadAlready(database, incidentId))) return;
  if (replacing.how === 'completed' && (await isGoingOn(database, incidentId, replacing.by))) return;
  await keepVersion(database, incidentId, facts, replacing);
}

/** Who changed what, newest first. */
export async function readChanges(database: Database, incidentId: number): Promise<IncidentChange[]> {
  const versions = await readVersions(database, [incidentId]);
  const changes = changesOf(versions, await readFacts(database, incidentId));
  const before = await readable(
    database,
    changes.map(({ version }) => version.facts),
  );
  const after = await readable(
    database,
    changes.map((change) => change.after),
  );
  return changes
    .flatMap(({ version: { replacedAt: at, byName, how, why }, fields }, index) => {
      const [was, became] = [before[index], after[index]];
      return was && became && fields.length > 0 ? [{ at, byName, how, why, fields, before: was, after: became }] : [];
    })
    .reverse();
}

/** What incidents were at an instant, by id; those that are still the same are not in it. */
export async function readAsTheyWere(database: Database, incidentIds: readonly number[], at: number) {
  const versions = Map.groupBy(await readVersions(database, incidentIds), ({ incidentId }) => incidentId);
  const were = [...versions].flatMap(([id, ofIncident]) => {
    const version = versionAt(ofIncident, at);
    return version ? [[id, version] as const] : [];
  });
  return new Map(were);
}

/** The steps that stand on an incident as it was when they were decided, oldest first. */
export function readRestingMeasures(database: Database, incidentId: number) {
  return database
    .selectFrom('measureIncident')
    .innerJoin('measure', 'measure.id', 'measureIncident.measureId')
    .select(['measure.id', 'measure.step', 'measure.decidedAt'])
    .where('measureIncident.incidentId', '=', incidentId)
    .orderBy('measure.decidedAt')
    .execute();
}
