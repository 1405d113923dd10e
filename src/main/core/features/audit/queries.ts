import type { Kysely } from 'kysely';
import type { AuditEntry } from '../../../../shared/contract/audit.ts';
import { personIn } from '../../rules/auditSubject.ts';
import { type LogNarrowing, narrowed } from '../../store/auditNarrowing.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;
type Row = Omit<AuditEntry, 'about'>;

interface Asked {
  limit: number;
  /** The entry that the last page ended with. */
  before: { id: number; at: number } | null;
}

function readPage(database: Database, narrowing: LogNarrowing, { limit, before }: Asked): Promise<Row[]> {
  const { entries, at } = narrowed(database, narrowing);
  const newest = entries
    .leftJoin('user', 'user.id', 'auditEntry.userId')
    .select(['auditEntry.id', 'auditEntry.at', 'user.name as userName', 'auditEntry.role', 'auditEntry.action'])
    .select('auditEntry.subject')
    .orderBy(at, 'desc')
    .orderBy('auditEntry.id', 'desc')
    .limit(limit);
  if (before === null) return newest.execute();
  return newest
    .where(at, '<=', before.at)
    .where((entry) => entry.or([entry(at, '<', before.at), entry('auditEntry.id', '<', before.id)]))
    .execute();
}

/** Entries of some actions: a page of each, because an index holds those of one action in the order of time. */
async function readPageOf(database: Database, narrowing: LogNarrowing, asked: Asked): Promise<Row[]> {
  const pages: Row[] = [];
  for (const action of narrowing.actions ?? []) {
    pages.push(...(await readPage(database, { ...narrowing, actions: [action] }, asked)));
  }
  return pages.sort((one, other) => other.at - one.at || other.id - one.id).slice(0, asked.limit);
}

/** The names of whom entries are about, where they are still there. */
async function namesIn(database: Database, rows: readonly Row[]): Promise<Map<string, string>> {
  const people = rows.flatMap(({ subject }) => personIn(subject) ?? []);
  const idsOf = (kind: 'caller' | 'user') => people.filter((person) => person.kind === kind).map(({ id }) => id);
  const callers = await database
    .selectFrom('caller')
    .select(['id', 'displayName as name'])
    .where('id', 'in', idsOf('caller'))
    .execute();
  const users = await database
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', idsOf('user'))
    .where('erasedAt', 'is', null)
    .execute();
  return new Map([
    ...callers.map(({ id, name }) => [`caller ${id}`, name] as const),
    ...users.map(({ id, name }) => [`user ${id}`, name] as const),
  ]);
}

/** The newest entries of the log that are wanted, or the newest before one of them; by the time that they tell. */
export async function readEntries(
  database: Database,
  narrowing: LogNarrowing,
  limit: number,
  beforeId: number | null,
): Promise<AuditEntry[]> {
  const before = beforeId === null ? null : await findEntry(database, beforeId);
  // It was erased meanwhile, and so was all that is older.
  if (before === undefined) return [];
  const isOfActions = narrowing.actions && narrowing.callerId === undefined;
  const rows = await (isOfActions ? readPageOf : readPage)(database, narrowing, { limit, before });
  const names = await namesIn(database, rows);
  return rows.map((row) => {
    const person = personIn(row.subject);
    return { ...row, about: (person && names.get(`${person.kind} ${person.id}`)) ?? null };
  });
}

function findEntry(database: Database, id: number) {
  return database.selectFrom('auditEntry').select(['id', 'at']).where('id', '=', id).executeTakeFirst();
}

export async function readWorkerName(database: Database, userId: number): Promise<string | undefined> {
  const worker = database.selectFrom('user').select('name').where('id', '=', userId);
  return (await worker.executeTakeFirst())?.name;
}

export async function countEntries(database: Database, narrowing: LogNarrowing = {}): Promise<number> {
  const counted = narrowed(database, narrowing).entries.select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** When something was done, the oldest first. */
export function readMoments(database: Database, action: string) {
  const entries = database.selectFrom('auditEntry').select(['id', 'at', 'subject']).where('action', '=', action);
  return entries.orderBy('id').execute();
}

/** The last time that something was done. */
export function readLast(database: Database, action: string) {
  const done = database.selectFrom('auditEntry').select(['id', 'at', 'subject']).where('action', '=', action);
  return done.orderBy('id', 'desc').limit(1).executeTakeFirst();
}

/** The next entries after one of them, the oldest first. */
export function readOldest(database: Database, after: number, limit: number) {
  const next = database.selectFrom('auditEntry').select(['id', 'at as since']).where('id', '>', after);
  return next.orderBy('id').limit(limit).execute();
}
