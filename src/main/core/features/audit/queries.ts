import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

/** The newest entries of the audit log, or the newest before one of them. */
export function readEntries(database: Kysely<Schema>, limit: number, before: number | null) {
  const newest = database
    .selectFrom('auditEntry')
    .leftJoin('user', 'user.id', 'auditEntry.userId')
    .select(['auditEntry.id', 'auditEntry.at', 'user.name as userName', 'auditEntry.role', 'auditEntry.action'])
    .select('auditEntry.subject')
    .orderBy('auditEntry.id', 'desc')
    .limit(limit);
  return (before === null ? newest : newest.where('auditEntry.id', '<', before)).execute();
}
