import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from '../rules/searchQuery.ts';
import type { Schema } from './schema.ts';

/** More matches than this are not sorted as a whole: then the most recent callers are looked through instead. */
const SORTED_MATCHES = 250;
const RECENT_CALLERS = 5000;
const FEWEST_LAST_DIGITS = 4;

type Database = Kysely<Schema>;

async function ids(database: Database, query: RawBuilder<{ id: number }>): Promise<number[]> {
  const result = await query.execute(database);
  return result.rows.map((row) => row.id);
}

/** A condition on `searchText` of a caller that stands in the row at hand. */
function wordsMatch(words: readonly string[]): RawBuilder<boolean> {
  return sql`${sql.join(
    words.map((word) => sql`' ' || searchText like ${`% ${word}%`}`),
    sql` and `,
  )}`;
}

/** The first text after all that begin with a prefix of digits. */
function afterPrefix(digits: string): string {
  return `${digits}:`;
}

async function byWords(database: Database, words: readonly string[], limit: number): Promise<number[]> {
  const match = words.map((word) => `"${word}"*`).join(' ');
  const matches = await ids(
    database,
    sql`select id from caller where id in (
      select rowid from callerSearch where callerSearch match ${match} limit ${SORTED_MATCHES + 1}
    ) order by lastContactAt desc`,
  );
  if (matches.length <= SORTED_MATCHES) return matches.slice(0, limit);
  const recent = await ids(
    database,
    sql`select id from (select id, searchText from caller order by lastContactAt desc limit ${RECENT_CALLERS})
      where ${wordsMatch(words)} limit ${limit}`,
  );
  return [...recent, ...matches];
}

function numberMatch(digits: string): RawBuilder<number> {
  const prefix = sql`(digits >= ${digits} and digits < ${afterPrefix(digits)})`;
  if (digits.length < FEWEST_LAST_DIGITS) return sql`${prefix}`;
  const backwards = [...digits].reverse().join('');
  return sql`${prefix} or (reversedDigits >= ${backwards} and reversedDigits < ${afterPrefix(backwards)})`;
}

async function byDigits(database: Database, digits: string, limit: number): Promise<number[]> {
  const matches = await ids(
    database,
    sql`select id from caller where id in (
      select callerId from callerNumber where ${numberMatch(digits)} limit ${SORTED_MATCHES + 1}
    ) order by lastContactAt desc`,
  );
  if (matches.length <= SORTED_MATCHES) return matches.slice(0, limit);
  const recent = await ids(
    database,
    sql`select id from (select id from caller order by lastContactAt desc limit ${RECENT_CALLERS}) as recent
      where exists (select 1 from callerNumber where callerId = recent.id and (${numberMatch(digits)})) limit ${limit}`,
  );
  return [...recent, ...matches];
}

async function byBirthDate(database: Database, birthDate: string, limit: number): Promise<number[]> {
  return ids(
    database,
    sql`select id from caller where birthDate = ${birthDate} order by lastContactAt desc limit ${limit}`,
  );
}

/** The flagged callers among those that match: few, so all of them are looked at. */
async function flaggedByWords(database: Database, words: readonly string[], flagged: readonly number[]) {
  if (flagged.length === 0) return [];
  return ids(
    database,
    sql`select id from caller where id in (${sql.join(flagged)}) and ${wordsMatch(words)} order by lastContactAt desc`,
  );
}

async function flaggedByDigits(database: Database, digits: string, flagged: readonly number[]) {
  if (flagged.length === 0) return [];
  return ids(
    database,
    sql`select distinct callerId as id from callerNumber
      where callerId in (${sql.join(flagged)}) and (${numberMatch(digits)})`,
  );
}

/** Ids of the callers a query can mean: flagged ones first, then the most recently seen. */
export async function searchCallers(
  database: Database,
  query: SearchQuery,
  flagged: readonly number[],
  limit: number,
): Promise<number[]> {
  const found: number[] = [];
  if (query.words.length > 0) {
    found.push(...(await flaggedByWords(database, query.words, flagged)));
    found.push(...(await byWords(database, query.words, limit)));
  }
  if (query.birthDate) found.push(...(await byBirthDate(database, query.birthDate, limit)));
  if (query.digits) {
    found.push(...(await flaggedByDigits(database, query.digits, flagged)));
    found.push(...(await byDigits(database, query.digits, limit)));
  }
  return [...new Set(found)].slice(0, limit);
}
