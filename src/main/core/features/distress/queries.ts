import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Concern, ConcernCompletion } from '../../../../shared/contract/distress.ts';
import { kindOfFinding } from '../../rules/concern.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

type ConcernRow = Selectable<Schema['concern']> & {
  workerName: string;
  callerName: string | null;
  correctorName: string | null;
};

function concernRows(database: Database) {
  return database
    .selectFrom('concern')
    .innerJoin('user', 'user.id', 'concern.userId')
    .leftJoin('caller', 'caller.id', 'concern.callerId')
    .leftJoin('user as corrector', 'corrector.id', 'concern.correctedBy')
    .selectAll('concern')
    .select(['user.name as workerName', 'caller.displayName as callerName', 'corrector.name as correctorName']);
}

function asConcern(row: ConcernRow): Concern {
  const { id, kind, callerId, callerName, workerName, completedAt, correctedAt, correctorName } = row;
  const { finding, handedOverTo, takenOverBy, takenOverAt, remark } = row;
  return {
    ...{ id, kind, at: row.occurredAt, callerId, callerName, workerName, handedOverTo, completedAt },
    completion: { finding, handedOverTo, takenOverBy, takenOverAt, remark },
    corrected: correctedAt === null ? null : { at: correctedAt, byName: correctorName ?? '' },
  };
}

/** One record, with who made it, so that a rule can say who may open it. */
export async function readConcern(database: Database, concernId: number) {
  const row = await concernRows(database).where('concern.id', '=', concernId).executeTakeFirst();
  return row && { userId: row.userId, occurredAt: row.occurredAt, concern: asConcern(row) };
}

/** A worker's own records since an instant, newest first. */
export async function readOwnConcerns(database: Database, userId: number, since: number): Promise<Concern[]> {
  const rows = await concernRows(database)
    .where('concern.userId', '=', userId)
    .where('concern.occurredAt', '>=', since)
    .orderBy('concern.occurredAt', 'desc')
    .execute();
  return rows.map(asConcern);
}

/** How many records the register shows. */
const SHOWN_IN_REGISTER = 500;

export async function readRegister(database: Database, since: number) {
  const rows = await concernRows(database)
    .where('concern.occurredAt', '>=', since)
    .orderBy('concern.occurredAt', 'desc')
    .limit(SHOWN_IN_REGISTER)
    .execute();
  const { overTerm } = await database
    .selectFrom('concern')
    .select(({ fn }) => fn.countAll<number>().as('overTerm'))
    .where('occurredAt', '<', since)
    .executeTakeFirstOrThrow();
  const concerns = rows.map(({ id, occurredAt, workerName, callerName, kind, handedOverTo, completedAt }) => ({
    ...{ id, at: occurredAt, workerName, callerName, kind, handedOverTo, isComplete: completedAt !== null },
  }));
  return { concerns, overTerm };
}

const SHOWN_WITH_CALLER = 20;

export async function readConcernsOfCaller(database: Database, callerId: number, since: number) {
  const rows = await concernRows(database)
    .where('concern.callerId', '=', callerId)
    .where('concern.occurredAt', '>=', since)
    .orderBy('concern.occurredAt', 'desc')
    .limit(SHOWN_WITH_CALLER)
    .execute();
  return rows;
}

export async function completeConcern(
  database: Database,
  concernId: number,
  completion: ConcernCompletion,
  by: { userId: number; now: number; done: boolean },
): Promise<void> {
  await database
    .updateTable('concern')
    .set({ ...completion, kind: kindOfFinding(completion.finding), correctedAt: by.now, correctedBy: by.userId })
    .$if(by.done, (query) => query.set({ completedAt: by.now }))
    .where('id', '=', concernId)
    .execute();
}

export async function insertConcern(database: Database, row: Insertable<Schema['concern']>): Promise<number> {
  const { id } = await database.insertInto('concern').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Says afterwards whom it was about. */
export async function linkConcern(
  database: Database,
  concernId: number,
  callerId: number | null,
  corrected: { correctedAt: number; correctedBy: number },
): Promise<void> {
  await database
    .updateTable('concern')
    .set({ callerId, ...corrected })
    .where('id', '=', concernId)
    .execute();
}
