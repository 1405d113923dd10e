import { existsSync, readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type Branch, firstOther, isExplained, replacing, type Turn, turning } from '../rules/auditTail.ts';
import { chainStart } from './auditLog.ts';
import type { DataFolder } from './folder.ts';
import type { Schema } from './schema.ts';

/** The newest entry of the log at some moment. A log that goes on from there still has it. */
export const auditTail = z.object({ id: z.number().int(), at: z.number(), hash: z.string() });
export type AuditTail = z.infer<typeof auditTail>;

export function readTail(database: Kysely<Schema>): Promise<AuditTail | undefined> {
  return database
    .selectFrom('auditEntry')
    .select(['id', 'at', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether the log still has an entry that was its newest once, or erased it with what was over the term. */
export async function hasTail(database: Kysely<Schema>, tail: AuditTail): Promise<boolean> {
  const entry = await database.selectFrom('auditEntry').select('hash').where('id', '=', tail.id).executeTakeFirst();
  if (entry) return entry.hash === tail.hash;
  return tail.id <= (await chainStart(database)).throughId;
}

/** Notes beside the store how far the log is: an older copy of the store that takes its place has not come so far. */
export async function noteTail(dataFolder: DataFolder, database: Kysely<Schema>): Promise<void> {
  const tail = await readTail(database);
  if (tail) writeFileAtomic.sync(dataFolder.auditTail, `${JSON.stringify(tail)}\n`, { mode: 0o600, fsync: true });
}

/** The entry that was noted beside the store and that the log does not have; null when it has, or nothing was noted. */
export async function missingEntry(dataFolder: DataFolder, database: Kysely<Schema>): Promise<number | null> {
  if (!existsSync(dataFolder.auditTail)) return null;
  const noted = auditTail.safeParse(parsed(readFileSync(dataFolder.auditTail, 'utf8'))).data;
  return noted === undefined || (await hasTail(database, noted)) ? null : noted.id;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is a note and no more: the store opens without it.
    return null;
  }
}

const entryIn = (database: Kysely<Schema>, id: number) =>
  database.selectFrom('auditEntry').select(['id', 'hash', 'action']).where('id', '=', id).executeTakeFirst();

async function endsOf(database: Kysely<Schema>): Promise<{ first: number; last: number }> {
  const ends = database
    .selectFrom('auditEntry')
    .select(({ fn }) => [fn.min('id').as('first'), fn.max('id').as('last')]);
  const { first, last } = await ends.executeTakeFirstOrThrow();
  return { first: first ?? 1, last: last ?? 0 };
}

export const newestEntry = async (database: Kysely<Schema>): Promise<number> => (await endsOf(database)).last;

/** Where a log went on another way than before. */
export const turnsOf = (database: Kysely<Schema>): Promise<Turn[]> =>
  database.selectFrom('auditEntry').select(['id', 'hash', 'action']).where('action', 'in', turning).execute();

/** Where a log went another way than the one in a backup. */
export async function branchOf(log: Kysely<Schema>, other: Kysely<Schema>): Promise<Branch & { id: number }> {
  const [ofLog, ofOther] = [await endsOf(log), await endsOf(other)];
  const isSame = async (id: number) => (await entryIn(log, id))?.hash === (await entryIn(other, id))?.hash;
  const id = await firstOther(isSame, Math.max(ofLog.first, ofOther.first), Math.min(ofLog.last, ofOther.last));
  const actionIn = async (database: Kysely<Schema>) => (await entryIn(database, id))?.action ?? null;
  return { id, ofLog: await actionIn(log), ofOther: await actionIn(other) };
}

/** Whether the log says itself why it went another way than the one in a backup. */
export async function isBranchExplained(log: Kysely<Schema>, backup: Kysely<Schema>): Promise<boolean> {
  const branch = await branchOf(log, backup);
  const undone = log.selectFrom('auditEntry').select('id').where('action', 'in', replacing).where('id', '>', branch.id);
  return isExplained(branch, (await undone.executeTakeFirst()) !== undefined);
}
