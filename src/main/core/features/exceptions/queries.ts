import type { Kysely } from 'kysely';
import type { EndedException, Exception, ExceptionTerms } from '../../../../shared/contract/exceptions.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

const SHOWN_ENDED = 100;

function exceptionRows(database: Database, today: string) {
  return database
    .selectFrom('exception')
    .innerJoin('user', 'user.id', 'exception.userId')
    .innerJoin('caller', 'caller.id', 'exception.callerId')
    .select(['exception.id', 'exception.callerId', 'exception.what', 'exception.why', 'exception.lastDay'])
    .select(['exception.grantedAt', 'user.name as grantedByName', 'caller.displayName as callerName'])
    .where('exception.endedAt', 'is', null)
    .where('exception.lastDay', '>=', today);
}

type Row = Awaited<ReturnType<ReturnType<typeof exceptionRows>['executeTakeFirstOrThrow']>>;

function asException({ id, callerId, what, why, lastDay, grantedByName, grantedAt }: Row): Exception {
  return { id, callerId, terms: { what, why, lastDay }, grantedByName, grantedAt };
}

/** The exceptions of a caller that hold today, the newest first. */
export async function exceptionsOfCaller(database: Database, callerId: number, today: string): Promise<Exception[]> {
  const rows = await exceptionRows(database, today)
    .where('exception.callerId', '=', callerId)
    .orderBy('exception.grantedAt', 'desc')
    .execute();
  return rows.map(asException);
}

/** Everybody's exceptions that hold today, the first to end first. */
export async function readExceptions(
  database: Database,
  today: string,
): Promise<(Exception & { callerName: string })[]> {
  const rows = await exceptionRows(database, today).orderBy('exception.lastDay').orderBy('exception.id').execute();
  return rows.map((row) => ({ ...asException(row), callerName: row.callerName }));
}

/** Those that were ended or ran out, the latest first. */
export async function readEnded(database: Database, today: string): Promise<EndedException[]> {
  const rows = await database
    .selectFrom('exception')
    .innerJoin('caller', 'caller.id', 'exception.callerId')
    .leftJoin('user as ender', 'ender.id', 'exception.endedBy')
    .select(['exception.id', 'caller.displayName as callerName', 'what', 'why', 'lastDay', 'endedAt'])
    .select('ender.name as enderName')
    .where((where) => where.or([where('endedAt', 'is not', null), where('lastDay', '<', today)]))
    .orderBy('lastDay', 'desc')
    .orderBy('exception.id', 'desc')
    .limit(SHOWN_ENDED)
    .execute();
  return rows.map(({ id, callerName, what, why, lastDay, endedAt, enderName }) => ({
    ...{ id, callerName, terms: { what, why, lastDay } },
    ended: endedAt === null ? null : { at: endedAt, byName: enderName ?? '' },
  }));
}

export async function insertException(
  database: Database,
  callerId: number,
  terms: ExceptionTerms,
  userId: number,
  grantedAt: number,
): Promise<number> {
  const { id } = await database
    .insertInto('exception')
    .values({ ...terms, callerId, userId, grantedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when there is none, or it was ended already. */
export async function endException(database: Database, exceptionId: number, endedBy: number, endedAt: number) {
  const { numUpdatedRows } = await database
    .updateTable('exception')
    .set({ endedAt, endedBy })
    .where('id', '=', exceptionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
