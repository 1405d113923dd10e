import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Role } from '../../../shared/contract/base.ts';
import type { Schema } from './schema.ts';

export interface AuditEvent {
  at: number;
  userId: number | null;
  role: Role | null;
  /** `feature.procedure`, or what the app did by itself. */
  action: string;
  /** What it was about, such as `caller 12`; never a name, number or text. */
  subject: string | null;
}

const FIRST_HASH = '0'.repeat(64);

/** The hash of an entry: SHA-256 over the hash before it and everything it says. */
export function entryHash(before: string, event: AuditEvent): string {
  const content = JSON.stringify([before, event.at, event.userId, event.role, event.action, event.subject]);
  return createHash('sha256').update(content).digest('hex');
}

/** Adds an entry that carries the hash of the one before. Belongs in the transaction of what it records. */
export async function appendAudit(database: Kysely<Schema>, event: AuditEvent): Promise<void> {
  const last = await database.selectFrom('auditEntry').select('hash').orderBy('id', 'desc').limit(1).executeTakeFirst();
  await database
    .insertInto('auditEntry')
    .values({ ...event, hash: entryHash(last?.hash ?? FIRST_HASH, event) })
    .execute();
}

const ENTRIES_AT_ONCE = 5000;

/** Recomputes the whole chain; `brokenAt` is the first entry that was changed or that follows a removed one. */
export async function verifyAudit(database: Kysely<Schema>): Promise<{ entries: number; brokenAt: number | null }> {
  let before = FIRST_HASH;
  let lastId = 0;
  let entries = 0;
  for (;;) {
    const rows = await database
      .selectFrom('auditEntry')
      .selectAll()
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(ENTRIES_AT_ONCE)
      .execute();
    for (const row of rows) {
      if (row.id !== lastId + 1 || row.hash !== entryHash(before, row)) return { entries, brokenAt: row.id };
      before = row.hash;
      lastId = row.id;
      entries += 1;
    }
    if (rows.length < ENTRIES_AT_ONCE) return { entries, brokenAt: null };
  }
}
