import { type Kysely, sql } from 'kysely';
import type { Role } from '../../../shared/contract/base.ts';
import type { Schema } from './schema.ts';
import { sha256 } from './sha256.ts';

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

function contentOf({ at, userId, role, action, subject }: AuditEvent): string {
  return JSON.stringify([at, userId, role, action, subject]);
}

/** Adds an entry whose hash is over the hash before it and everything it says. One statement, so none comes between. */
export async function appendAudit(database: Kysely<Schema>, event: AuditEvent): Promise<void> {
  const before = sql<string>`coalesce((select hash from auditEntry order by id desc limit 1), ${FIRST_HASH})`;
  await database
    .insertInto('auditEntry')
    .values({ ...event, hash: sql<string>`sha256(${before} || ${contentOf(event)})` })
    .execute();
}

/**
 * The same for what was only looked at. It is written at once, and forced onto the disk together with whatever is saved
 * next: nobody waits for the disk before a card shows. Not for use in a transaction.
 */
export function appendSeen(database: Kysely<Schema>, event: AuditEvent): Promise<void> {
  return database.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      await appendAudit(connection, event);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
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
      if (row.id !== lastId + 1 || row.hash !== sha256(before + contentOf(row))) return { entries, brokenAt: row.id };
      before = row.hash;
      lastId = row.id;
      entries += 1;
    }
    if (rows.length < ENTRIES_AT_ONCE) return { entries, brokenAt: null };
  }
}
