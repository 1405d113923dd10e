import { type Kysely, sql } from 'kysely';
import { withoutMentions } from '../rules/mentions.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A text that somebody is named in. */
export interface Mention {
  tableName: string;
  columnName: string;
  id: number | string;
}

export interface MentionsToFind {
  folder: string;
  dataEncryptionKey: Uint8Array;
  words: readonly string[];
}

/** The log may not change, and what a caller is looked for by belongs to callers. */
const leftAlone = ['auditEntry', 'caller', 'callerNumber', 'user', 'callerMerge'];

interface TextColumn {
  tableName: string;
  columnName: string;
}

/** Every column with text of every table whose rows have a number, read from the schema. */
export async function textColumns(database: Database): Promise<TextColumn[]> {
  const { rows } = await sql<TextColumn>`
    select tables.name as tableName, columns.name as columnName
    from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'callerSearch%' and tables.name not like 'sqlite%'
      and lower(columns.type) = 'text' and columns.name <> 'id'
      and exists (select 1 from pragma_table_info(tables.name) as ids where ids.name = 'id')
    order by tableName, columnName`.execute(database);
  return rows.filter(({ tableName }) => !leftAlone.includes(tableName));
}

/** Where some words stand: looking through every text takes long, so this runs on the other thread. */
export async function findMentions(database: Database, words: readonly string[]): Promise<Mention[]> {
  if (words.length === 0) return [];
  const found: Mention[] = [];
  for (const { tableName, columnName } of await textColumns(database)) {
    const column = sql.ref(columnName);
    // The first word of a name finds it however many spaces follow; the rule looks again.
    const parts = words.map((word) => word.split(' ').at(-1) ?? word);
    const conditions = parts.map((part) => sql`instr(lower(${column}), lower(${part})) > 0`);
    const { rows } = await sql<{ id: number | string; text: string }>`select id, ${column} as text
      from ${sql.table(tableName)} where ${sql.join(conditions, sql` or `)}`.execute(database);
    const named = rows.filter(({ text }) => withoutMentions(text, words, '') !== text);
    found.push(...named.map(({ id }) => ({ tableName, columnName, id })));
  }
  return found;
}

/** Takes words out of a text; false where it is kept as it was by a trigger, or is a list that must stay readable. */
export async function takeOutMention(
  database: Database,
  { tableName, columnName, id }: Mention,
  words: readonly string[],
  label: string,
): Promise<boolean> {
  const [table, column] = [sql.table(tableName), sql.ref(columnName)];
  const { rows } = await sql<{ text: string }>`select ${column} as text from ${table} where id = ${id}`.execute(
    database,
  );
  const [row] = rows;
  if (!row) return true;
  try {
    const text = withoutMentions(row.text, words, label);
    await sql`update ${table} set ${column} = ${text} where id = ${id}`.execute(database);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_TRIGGER') return false;
    throw error;
  }
}
