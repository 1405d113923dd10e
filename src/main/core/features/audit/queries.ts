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

export async function countEntries(database: Kysely<Schema>): Promise<number> {
  const counted = database.selectFrom('auditEntry').select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** When something was done, the oldest first. */
export function readMoments(database: Kysely<Schema>, action: string) {
  const entries = database.selectFrom('auditEntry').select(['id', 'at', 'subject']).where('action', '=', action);
  return entries.orderBy('id').execute();
}

/** The next entries after one of them, the oldest first. */
export function readOldest(database: Kysely<Schema>, after: number, limit: number) {
  const next = database.selectFrom('auditEntry').select(['id', 'at as since']).where('id', '>', after);
  return next.orderBy('id').limit(limit).execute();
}
