import type { Kysely } from 'kysely';
import type { Weight } from '../../../../shared/contract/incidentKinds.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

interface People {
  colleagueIds: number[];
  witnessIds: number[];
}

function namesIn(database: Database, table: 'incidentWorker' | 'incidentWitness', incidentIds: readonly number[]) {
  return database
    .selectFrom(table)
    .innerJoin('user', 'user.id', `${table}.userId`)
    .select([`${table}.incidentId`, 'user.id', 'user.name'])
    .where(`${table}.incidentId`, 'in', incidentIds)
    .orderBy('user.name')
    .execute();
}

/** Which colleagues met incidents besides whoever reported them, and which saw or heard them, by the incident's id. */
export async function incidentPeople(database: Database, incidentIds: readonly number[]) {
  const known = incidentIds.length > 0;
  const colleagues = known ? await namesIn(database, 'incidentWorker', incidentIds) : [];
  const witnesses = known ? await namesIn(database, 'incidentWitness', incidentIds) : [];
  const colleaguesOf = Map.groupBy(colleagues, ({ incidentId }) => incidentId);
  const witnessesOf = Map.groupBy(witnesses, ({ incidentId }) => incidentId);
  return (id: number) => ({
    colleagueIds: (colleaguesOf.get(id) ?? []).map((one) => one.id),
    colleagueNames: (colleaguesOf.get(id) ?? []).map(({ name }) => name),
    witnessIds: (witnessesOf.get(id) ?? []).map((one) => one.id),
    witnessNames: (witnessesOf.get(id) ?? []).map(({ name }) => name),
  });
}

/** Who reported an incident; null when there is none. */
export async function readReporter(database: Database, incidentId: number): Promise<number | null> {
  const incident = await database
    .selectFrom('incident')
    .select('userId')
    .where('id', '=', incidentId)
    .executeTakeFirst();
  return incident?.userId ?? null;
}

/** The same people, each in one place: who reported it is in none, who met it is no witness. */
export async function eachOnce<Facts extends People>(
  database: Database,
  incidentId: number,
  facts: Facts,
): Promise<Facts> {
  const reporterId = await readReporter(database, incidentId);
  const colleagueIds = [...new Set(facts.colleagueIds)].filter((id) => id !== reporterId);
  const witnessIds = [...new Set(facts.witnessIds)].filter((id) => id !== reporterId && !colleagueIds.includes(id));
  return { ...facts, colleagueIds, witnessIds };
}

/** Changes who met an incident; those who stay keep the weight they gave it. */
export async function writeColleagues(
  database: Database,
  incidentId: number,
  before: readonly number[],
  after: readonly number[],
): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id)).map((userId) => ({ incidentId, userId }));
  if (gone.length > 0) {
    await database
      .deleteFrom('incidentWorker')
      .where('incidentId', '=', incidentId)
      .where('userId', 'in', gone)
      .execute();
  }
  if (come.length > 0) await database.insertInto('incidentWorker').values(come).execute();
}

export async function writeWitnesses(
  database: Database,
  incidentId: number,
  witnessIds: readonly number[],
): Promise<void> {
  await database.deleteFrom('incidentWitness').where('incidentId', '=', incidentId).execute();
  const rows = witnessIds.map((userId) => ({ incidentId, userId }));
  if (rows.length > 0) await database.insertInto('incidentWitness').values(rows).execute();
}

/** The incidents a worker met: those they reported and those a colleague did, each with the worker's own weight. */
export function metIncidents(database: Database, userId: number) {
  const columns = ['incident.id', 'incident.duplicateOfId', 'incident.occurredAt', 'incident.severity'] as const;
  return database
    .selectFrom('incident')
    .select(columns)
    .select('incident.weight')
    .where('incident.userId', '=', userId)
    .unionAll(
      database
        .selectFrom('incidentWorker')
        .innerJoin('incident', 'incident.id', 'incidentWorker.incidentId')
        .select(columns)
        .select('incidentWorker.weight')
        .where('incidentWorker.userId', '=', userId),
    );
}

/** Who met which incident, one row a worker. */
export function everybodyWhoMet(database: Database) {
  return database
    .selectFrom('incident')
    .select(['incident.id as incidentId', 'incident.userId'])
    .unionAll(database.selectFrom('incidentWorker').select(['incidentWorker.incidentId', 'incidentWorker.userId']));
}

/** Whether a worker met an incident: reported it, or was there with the colleague who did. */
export async function didMeet(database: Database, incidentId: number, userId: number): Promise<boolean> {
  const met = await database
    .selectFrom(metIncidents(database, userId).as('met'))
    .select('met.id')
    .where('met.id', '=', incidentId)
    .executeTakeFirst();
  return met !== undefined;
}

/** Sets how heavy an incident was for one worker; false when the worker did not meet it. */
export async function writeWeight(
  database: Database,
  incidentId: number,
  userId: number,
  weight: Weight,
): Promise<boolean> {
  const reported = await database
    .updateTable('incident')
    .set({ weight })
    .where('id', '=', incidentId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  const met = await database
    .updateTable('incidentWorker')
    .set({ weight })
    .where('incidentId', '=', incidentId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return reported.numUpdatedRows + met.numUpdatedRows > 0n;
}

/** Whether something was done with an incident: a manager answered it, or decided on it. */
async function isHandled(database: Database, incidentId: number): Promise<boolean> {
  const found = await database
    .selectFrom('incident')
    .leftJoin('measureIncident', 'measureIncident.incidentId', 'incident.id')
    .select('incident.id')
    .where('incident.id', '=', incidentId)
    .where(({ or, eb }) => or([eb('reviewedAt', 'is not', null), eb('measureIncident.measureId', 'is not', null)]))
    .executeTakeFirst();
  return found !== undefined;
}

/** Notes that a worker has read what was done with an incident; false when there is nothing of theirs to read. */
export async function writeFeedbackRead(
  database: Database,
  incidentId: number,
  userId: number,
  at: number,
): Promise<boolean> {
  if (!(await isHandled(database, incidentId))) return false;
  const reported = await database
    .updateTable('incident')
    .set({ feedbackReadAt: at })
    .where('id', '=', incidentId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  const met = await database
    .updateTable('incidentWorker')
    .set({ feedbackReadAt: at })
    .where('incidentId', '=', incidentId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return reported.numUpdatedRows + met.numUpdatedRows > 0n;
}

/** Something was done with an incident: everybody who met it has that to read. */
export async function writeFeedbackUnread(database: Database, incidentId: number): Promise<void> {
  const unread = { feedbackReadAt: null };
  await database.updateTable('incident').set(unread).where('id', '=', incidentId).execute();
  await database.updateTable('incidentWorker').set(unread).where('incidentId', '=', incidentId).execute();
}

/** Everybody in the team who can have met, seen or heard something. */
export function readColleagues(database: Database) {
  return database.selectFrom('user').select(['id', 'name']).where('active', '=', 1).orderBy('name').execute();
}
