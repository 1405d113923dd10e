import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { writtenOf } from './database.ts';
import { errorCode } from './problem.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** What a row is known by: drafts have a text of their own. */
export type Key = number | string;

/** Where a walk through rows has come: everything up to it was seen. */
export interface Place {
  id: Key;
  since: number;
}

interface Rows {
  table: keyof Schema;
  /** The column that says when the term of a row began. */
  since: string;
  /** Which rows it is about; all when it is left out. */
  only?: RawBuilder<boolean>;
}

/** The next rows whose term began before an instant, the oldest first. */
export async function rowsBefore(
  database: Database,
  { table, since, only = sql<boolean>`1 = 1` }: Rows,
  before: number,
  after: Place | null,
  limit: number,
): Promise<Place[]> {
  const column = sql.ref(since);
  const onwards = after ? sql`and (${column}, id) > (${after.since}, ${after.id})` : sql``;
  const { rows } = await sql<Place>`select id, ${column} as since from ${sql.table(table)}
    where ${column} < ${before} and ${only} ${onwards} order by ${column}, id limit ${sql.lit(limit)}`.execute(
    database,
  );
  return rows;
}

export async function removeRows(database: Database, table: keyof Schema, ids: readonly Key[]): Promise<void> {
  await sql`delete from ${sql.table(table)} where id in (${sql.join(ids.map((id) => sql.val(id)))})`.execute(database);
}

/** Does what erases much, so that what is carried over into the store meanwhile holds nobody up. */
export const inSmallParts = <Result>(database: Database, work: () => Promise<Result>): Promise<Result> =>
  writtenOf(database)?.inSmallParts(work) ?? work();

/** Between two batches: whoever types comes first, and what was written is carried over in a turn of its own. */
export async function letOthersFirst(database: Database): Promise<void> {
  await setImmediate();
  if (writtenOf(database)?.carryOverBetween()) await setImmediate();
}

const TRY_AGAIN_MS = 1000;

/** Between two transactions, because none may be open on this connection. */
const emptyLog = (database: Database): Promise<boolean> =>
  database.connection().execute(async () => writtenOf(database)?.emptyLog() ?? true);

async function emptyLogLater(database: Database): Promise<void> {
  do await setTimeout(TRY_AGAIN_MS, undefined, { ref: false });
  while (!(await emptyLog(database)));
}

/**
 * What the planner remembers of some rows holds what stood in them; and the write-ahead log holds pages as they were.
 * Without both, what was erased is in no part of the file. The log stays for as long as something reads it, as a backup
 * does: then it is tried again until that has ended, and goes with the lock at the latest.
 */
export async function forgetErased(database: Database): Promise<void> {
  await letOthersFirst(database);
  const { rows: samples } = await sql`select 1 from sqlite_schema where name = 'sqlite_stat4'`.execute(database);
  if (samples.length > 0) await sql`delete from sqlite_stat4`.execute(database);
  if (await emptyLog(database)) return;
  emptyLogLater(database).catch((error) => console.error('log not emptied', errorCode(error)));
}
