import { type Kysely, sql } from 'kysely';
import type { Role } from '../../../shared/contract/base.ts';
import { writtenOf } from './database.ts';
import { keptQuery, type ValueIn } from './keptQuery.ts';
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

const newEntry = keptQuery((database, value: ValueIn<AuditEvent & { content: string }>) => {
  const before = sql<string>`coalesce((select hash from auditEntry order by id desc limit 1), ${FIRST_HASH})`;
  return database.insertInto('auditEntry').values({
    at: value('at'),
    userId: value('userId'),
    role: value('role'),
    action: value('action'),
    subject: value('subject'),
    hash: sql<string>`sha256(${before} || ${value('content')})`,
  });
});

/** Adds an entry whose hash is over the hash before it and everything it says. One statement, so none comes between. */
export async function appendAudit(database: Kysely<Schema>, event: AuditEvent): Promise<void> {
  await newEntry(database, { ...event, content: contentOf(event) });
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
      writtenOf(database)?.skipUnsynced();
    }
  });
}

/** Where the chain begins: after the last entry that was erased because it was over the term. */
interface ChainStart {
  throughId: number;
  hash: string;
}

const PRUNE = 'audit.prune';

/** The newest erasing says up to which entry, and which hash the first one that is left follows. */
export async function chainStart(database: Kysely<Schema>): Promise<ChainStart> {
  const newest = await database
    .selectFrom('auditEntry')
    .select('subject')
    .where('action', '=', PRUNE)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const [, throughId, hash] = /^(\d+) ([0-9a-f]{64})$/.exec(newest?.subject ?? '') ?? [];
  return throughId && hash ? { throughId: Number(throughId), hash } : { throughId: 0, hash: FIRST_HASH };
}

/**
 * Takes off the entries up to one of them, for use in a transaction. What is left hangs on the entry that says so: it
 * holds the hash that the first one left follows, and stands in the chain itself.
 */
export async function pruneAudit(database: Kysely<Schema>, throughId: number, now: number): Promise<void> {
  const last = await database.selectFrom('auditEntry').select('hash').where('id', '=', throughId).executeTakeFirst();
  if (!last) return;
  const subject = `${throughId} ${last.hash}`;
  await appendAudit(database, { at: now, userId: null, role: null, action: PRUNE, subject });
  await database.deleteFrom('auditEntry').where('id', '<=', throughId).execute();
}

const ENTRIES_AT_ONCE = 5000;

interface ChainVerdict {
  entries: number;
  /** The first entry that was changed, that is gone, or that follows one that is gone. */
  brokenAt: number | null;
}

/** Recomputes the whole chain; `step` is called after each part. */
export async function verifyAudit(
  database: Kysely<Schema>,
  step: (entries: number) => Promise<void> = async () => {},
): Promise<ChainVerdict> {
  const start = await chainStart(database);
  let [before, lastId] = [start.hash, start.throughId];
  for (;;) {
    const rows = await database
      .selectFrom('auditEntry')
      .selectAll()
      // What stands before the beginning is no part of the chain, and must not be there.
      .where('id', '>', lastId === start.throughId ? 0 : lastId)
      .orderBy('id')
      .limit(ENTRIES_AT_ONCE)
      .execute();
    for (const row of rows) {
      const follows = row.id === lastId + 1 && row.hash === sha256(before + contentOf(row));
      if (!follows) return { entries: lastId - start.throughId, brokenAt: row.id };
      before = row.hash;
      lastId = row.id;
    }
    const entries = lastId - start.throughId;
    await step(entries);
    if (rows.length < ENTRIES_AT_ONCE) return { entries, brokenAt: await lostEnd(database, lastId) };
  }
}

/** The id that the newest entry of the audit log was given, also when that entry was taken off since. */
async function lastAuditId(database: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'auditEntry'`.execute(
    database,
  );
  return rows[0]?.seq ?? 0;
}

/** The first entry after the last one that is there, when more were written. */
async function lostEnd(database: Kysely<Schema>, lastId: number): Promise<number | null> {
  return (await lastAuditId(database)) > lastId ? lastId + 1 : null;
}
