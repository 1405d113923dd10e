import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { digitsOf, withoutMentions } from '../rules/mentions.ts';
import type { Reference } from './callerReferences.ts';
import type { Step } from './integrity.ts';
import { errorCode } from './problem.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A text that somebody is named in. */
export interface Mention {
  tableName: string;
  columnName: string;
  id: number | string;
}

/** The log may not change, and what a caller is looked for by belongs to callers. */
const leftAlone = ['auditEntry', 'callerNumber', 'user', 'callerMerge'];
/** Of a card only what is written freely: a namesake keeps the name. */
const freeOnCard = ['remark', 'checkFirst'];

interface TextColumn {
  tableName: string;
  columnName: string;
}

/** So many rows are looked through at once: at a million contacts that takes a fraction of a second. */
const ROWS_AT_ONCE = 50_000;

/** Some rows of a column; null where there is no first or last of them. */
interface Piece extends TextColumn {
  after: number | null;
  upTo: number | null;
}

/** Every column with text of every table whose rows have a number, read from the schema. */
async function textColumns(database: Database): Promise<TextColumn[]> {
  const { rows } = await sql<TextColumn>`
    select tables.name as tableName, columns.name as columnName
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'callerSearch%' and tables.name not like 'sqlite%'
      and lower(columns.type) = 'text' and columns.name <> 'id'
      and exists (select 1 from pragma_table_info(tables.name) as ids where ids.name = 'id')
    order by tableName, columnName`.execute(database);
  return rows.filter(({ tableName, columnName }) =>
    tableName === 'caller' ? freeOnCard.includes(columnName) : !leftAlone.includes(tableName),
  );
}

/** The tables whose rows SQLite numbers, with the last number. */
async function lastRows(database: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list where schema = 'main' and type = 'table' and wr = 0`.execute(database);
  const last = new Map<string, number>();
  for (const { name } of rows) {
    const { rows: found } = await sql<{ row: number | null }>`
      select max(rowid) as row from ${sql.table(name)}`.execute(database);
    last.set(name, found[0]?.row ?? 0);
  }
  return last;
}

/** What is looked through, in parts of which none takes long. */
async function piecesOf(database: Database): Promise<Piece[]> {
  const last = await lastRows(database);
  return (await textColumns(database)).flatMap((column): Piece[] => {
    const rows = last.get(column.tableName);
    if (rows === undefined) return [{ ...column, after: null, upTo: null }];
    const pieces = Math.max(1, Math.ceil(rows / ROWS_AT_ONCE));
    return Array.from({ length: pieces }, (_, nth) => {
      // What is written meanwhile comes after the last.
      const isLast = nth === pieces - 1;
      return { ...column, after: nth * ROWS_AT_ONCE, upTo: isLast ? null : (nth + 1) * ROWS_AT_ONCE };
    });
  });
}

/** Where some words stand: looking through every text takes long, so this runs on the other thread. */
export async function findMentions(database: Database, words: readonly string[], step: Step): Promise<Mention[]> {
  if (words.length === 0) return [];
  const found: Mention[] = [];
  const pieces = await piecesOf(database);
  for (const [nth, { tableName, columnName, after, upTo }] of pieces.entries()) {
    step(nth, pieces.length);
    // An unlock that waits for its key goes first.
    await setImmediate();
    const column = sql.ref(columnName);
    // The last word of a name finds it however many spaces stand before, and digits find a number; the rule looks again.
    const bare = sql`replace(replace(replace(replace(replace(${column}, ' ', ''), '-', ''), '.', ''), '(', ''), ')', '')`;
    const conditions = words.map((word) => {
      const digits = digitsOf(word);
      if (digits !== null) return sql`instr(${bare}, ${digits}) > 0`;
      return sql`instr(lower(${column}), lower(${word.split(' ').at(-1) ?? word})) > 0`;
    });
    const within = [
      ...(after === null ? [] : [sql`rowid > ${after}`]),
      ...(upTo === null ? [] : [sql`rowid <= ${upTo}`]),
      sql`(${sql.join(conditions, sql` or `)})`,
    ];
    const { rows } = await sql<{ id: number | string; text: string }>`select id, ${column} as text
      from ${sql.table(tableName)} where ${sql.join(within, sql` and `)}`.execute(database);
    const named = rows.filter(({ text }) => withoutMentions(text, words, '') !== text);
    found.push(...named.map(({ id }) => ({ tableName, columnName, id })));
  }
  step(pieces.length, pieces.length);
  return found;
}

/** One text; undefined when its row is gone. */
export async function readMentioned(database: Database, { tableName, columnName, id }: Mention) {
  const { rows } = await sql<{ text: string }>`select ${sql.ref(columnName)} as text
    from ${sql.table(tableName)} where id = ${id}`.execute(database);
  return rows[0]?.text;
}

/** Puts a text in the place of another; false where it is kept as it was by a trigger. */
export async function writeMentioned(
  database: Database,
  { tableName, columnName, id }: Mention,
  text: string,
): Promise<boolean> {
  try {
    await sql`update ${sql.table(tableName)} set ${sql.ref(columnName)} = ${text} where id = ${id}`.execute(database);
    return true;
  } catch (error) {
    if (errorCode(error) === 'SQLITE_CONSTRAINT_TRIGGER') return false;
    throw error;
  }
}

/** Takes words out of a text; false where it is kept as it was by a trigger. */
export async function takeOutMention(
  database: Database,
  mention: Mention,
  words: readonly string[],
  label: string,
): Promise<boolean> {
  const text = await readMentioned(database, mention);
  return text === undefined || writeMentioned(database, mention, withoutMentions(text, words, label));
}

/** Which caller the row of a text refers to. */
export async function callerOfRow(
  database: Database,
  { tableName, id }: Mention,
  references: readonly Reference[],
): Promise<number | null> {
  const reference = references.find((one) => one.tableName === tableName);
  if (!reference) return null;
  const { rows } = await sql<{ callerId: number | null }>`select ${sql.ref(reference.columnName)} as callerId
    from ${sql.table(tableName)} where id = ${id}`.execute(database);
  return rows[0]?.callerId ?? null;
}
