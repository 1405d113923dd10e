import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Runs work as a whole: in the transaction at hand, or else in one of its own. */
export function inTransaction<Result>(
  database: Kysely<Schema>,
  work: (transaction: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  return database.isTransaction ? work(database) : database.transaction().execute(work);
}
