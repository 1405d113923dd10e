import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** The id that the newest entry of the audit log was given, also when that entry was taken off since. */
export async function lastAuditId(database: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'auditEntry'`.execute(
    database,
  );
  return rows[0]?.seq ?? 0;
}
