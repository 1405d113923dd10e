import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

interface Known {
  /** How often names had changed when they were read. */
  changes: number;
  words: readonly string[];
}

/** Gone with the open store that they were read from. */
const known = new WeakMap<Database, Known>();

/** Every word of every caller's name once, sorted; read again only after a name has changed. */
export async function callerWords(database: Database): Promise<readonly string[]> {
  const { changes } = await database.selectFrom('callerNameChange').select('changes').executeTakeFirstOrThrow();
  const before = known.get(database);
  if (before?.changes === changes) return before.words;
  const { rows } = await sql<{ term: string }>`select term from callerWord`.execute(database);
  const words = rows.map(({ term }) => term).sort();
  known.set(database, { changes, words });
  return words;
}
