import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Alternatives, otherReadings } from '../rules/lookAlikes.ts';
import type { SearchQuery } from '../rules/searchQuery.ts';
import { callerWords } from './callerWords.ts';
import type { Flag } from './schema/flag.ts';
import type { Schema } from './schema.ts';

/**
 * So many matches are sorted as a whole. When there are more, they lie so close together that a walk through the
 * callers from the most recent one on soon meets enough of them. Both find the same callers in the same order.
 */
const SORTED_MATCHES = 500;
/** So many of those who may stand out are looked at together; no fewer than anybody asks for. */
const AT_ONCE = 24;

type Database = Kysely<Schema>;

interface Match {
  id: number;
  lastContactAt: number;
  searchText: string;
}

/**
 * Most recent first; the index `callerByRecency` has the same order. Limits stand in the text of a query, because SQLite
 * prepares a statement anew whenever one is bound.
 */
const byRecency = sql`lastContactAt desc, searchText, id`;

function compareRecency(a: Match, b: Match): number {
  if (a.lastContactAt !== b.lastContactAt) return b.lastContactAt - a.lastContactAt;
  if (a.searchText !== b.searchText) return a.searchText < b.searchText ? -1 : 1;
  return a.id - b.id;
}

/** One way to read a query. */
interface Way {
  /** Whether the caller in the row at hand matches. */
  condition: RawBuilder<boolean>;
  /** The ids of all callers that match, from an index. */
  ids: RawBuilder<number>;
}

/** The longest word is looked at first: the fewest names have it. */
function nameWay(typed: readonly string[]): Way {
  // A word that another one begins with asks for nothing more.
  const words = [...new Set(typed)]
    .filter((word) => !typed.some((other) => other !== word && other.startsWith(word)))
    .sort((a, b) => b.length - a.length);
  const conditions = words.map((word) => sql<boolean>`instr(' ' || searchText, ${` ${word}`}) > 0`);
  return {
    condition: sql`${sql.join(conditions, sql` and `)}`,
    ids: sql`select rowid from callerSearch where callerSearch match ${words.map((word) => `"${word}"*`).join(' ')}`,
  };
}

/** One of the alternatives for each word. Words of names hold letters and digits only. */
function readingWay(reading: readonly Alternatives[]): Way {
  const conditions = reading.map(
    (alternatives) =>
      sql<boolean>`(${sql.join(
        alternatives.map(({ text, isWhole }) =>
          isWhole
            ? sql`instr(' ' || searchText || ' ', ${` ${text} `}) > 0`
            : sql`instr(' ' || searchText, ${` ${text}`}) > 0`,
        ),
        sql` or `,
      )})`,
  );
  const asked = reading.map((alternatives) =>
    alternatives.map(({ text, isWhole }) => (isWhole ? `"${text}"` : `"${text}"*`)).join(' OR '),
  );
  return {
    condition: sql`${sql.join(conditions, sql` and `)}`,
    ids: sql`select rowid from callerSearch where callerSearch match ${asked.map((one) => `(${one})`).join(' AND ')}`,
  };
}

function birthDateWay(birthDate: string): Way {
  const condition = sql<boolean>`birthDate = ${birthDate}`;
  return { condition, ids: sql`select id from caller where ${condition}` };
}

/** A condition on a column of digits; a colon is the first character after them. */
function beginsWith(column: string, digits: string): RawBuilder<boolean> {
  return sql`(${sql.ref(column)} >= ${digits} and ${sql.ref(column)} < ${`${digits}:`})`;
}

function numberWay({ digits, lastDigits }: SearchQuery): Way {
  const matches = [
    ...(digits ? [beginsWith('digits', digits)] : []),
    ...(lastDigits ? [beginsWith('reversedDigits', [...lastDigits].reverse().join(''))] : []),
  ];
  const match = sql`(${sql.join(matches, sql` or `)})`;
  return {
    condition: sql`exists (select 1 from callerNumber where callerId = caller.id and ${match})`,
    ids: sql`select callerId from callerNumber where ${match}`,
  };
}

function waysToRead(query: SearchQuery): Way[] {
  return [
    ...(query.words.length > 0 ? [nameWay(query.words)] : []),
    ...(query.birthDate ? [birthDateWay(query.birthDate)] : []),
    ...(query.digits || query.lastDigits ? [numberWay(query)] : []),
  ];
}

/** What one way finds: the most recent of those who may stand out, and of all others. */
interface Found {
  marked: Match[];
  others: Match[];
}

type Row = { matches: number } & ({ [Column in keyof Match]: null } | (Match & { standsOut: Flag }));

/**
 * The most recent of the few that were found, either those who may stand out or the others; nobody when too many were.
 * Each is looked up by its id: an index would be walked through as a whole.
 */
function ofFew(standsOut: Flag, limit: number): RawBuilder<unknown> {
  return sql`select * from (select matches, id, lastContactAt, searchText, standsOut from counted, caller not indexed
    where matches <= ${sql.lit(SORTED_MATCHES)} and id in few and standsOut = ${sql.lit(standsOut)}
    order by ${byRecency} limit ${sql.lit(limit)})`;
}

/** Sorts the callers of a way; null when more match than are sorted. */
async function sortFew(database: Database, { ids }: Way, limit: number): Promise<Found | null> {
  const { rows } = await sql<Row>`
    with few (id) as materialized (select * from (${ids}) limit ${sql.lit(SORTED_MATCHES + 1)}),
      counted as materialized (select count(*) as matches from few)
    select matches, null as id, null as lastContactAt, null as searchText, null as standsOut from counted
    union all ${ofFew(1, AT_ONCE)} union all ${ofFew(0, limit)}`.execute(database);
  if ((rows[0]?.matches ?? 0) > SORTED_MATCHES) return null;
  const found: Found = { marked: [], others: [] };
  for (const row of rows) if (row.id !== null) found[row.standsOut === 1 ? 'marked' : 'others'].push(row);
  return found;
}

const everybody = sql`caller`;
/** Those who may stand out: an index holds them and nobody else. */
const marked = sql`caller indexed by callerStandingOut`;

/** The callers that meet a condition, found by looking at one after the other, the most recent first. */
async function walk(
  database: Database,
  condition: RawBuilder<boolean>,
  limit: number,
  { among = everybody, after = 0 } = {},
): Promise<Match[]> {
  const { rows } = await sql<Match>`
    select id, lastContactAt, searchText from ${among} where ${condition}
    order by ${byRecency} limit ${sql.lit(limit)} offset ${sql.lit(after)}`.execute(database);
  return rows;
}

function walkMarked(database: Database, condition: RawBuilder<boolean>, after = 0): Promise<Match[]> {
  return walk(database, sql`standsOut = 1 and (${condition})`, AT_ONCE, { among: marked, after });
}

async function find(database: Database, way: Way, limit: number): Promise<Found> {
  const few = await sortFew(database, way, limit);
  if (few) return few;
  return { marked: await walkMarked(database, way.condition), others: await walk(database, way.condition, limit) };
}

/** Which of these callers stand out now. */
export type StandingOut = (callerIds: readonly number[]) => Promise<ReadonlySet<number>>;

/** Everybody who matches in any way and stands out, found by looking at all who may. */
async function walkStandingOut(
  database: Database,
  ways: readonly Way[],
  standingOut: StandingOut,
  limit: number,
): Promise<Match[]> {
  const condition = sql<boolean>`${sql.join(
    ways.map((way) => sql`(${way.condition})`),
    sql` or `,
  )}`;
  const first: Match[] = [];
  for (let after = 0; ; after += AT_ONCE) {
    const candidates = await walkMarked(database, condition, after);
    const known = await standingOut(candidates.map(({ id }) => id));
    first.push(...candidates.filter(({ id }) => known.has(id)));
    if (first.length >= limit || candidates.length < AT_ONCE) return first.slice(0, limit);
  }
}

/** Ids of the callers that some way finds: first those who stand out, then the most recently seen. */
async function searchWays(
  database: Database,
  ways: readonly Way[],
  standingOut: StandingOut,
  limit: number,
): Promise<number[]> {
  const found: Found[] = [];
  for (const way of ways) found.push(await find(database, way, limit));
  const known = await standingOut([...new Set(found.flatMap(({ marked: ofWay }) => ofWay.map(({ id }) => id)))]);
  const confirmed = found.map(({ marked: ofWay }) => ofWay.filter(({ id }) => known.has(id)));
  // More may stand out than were looked at, and too few of those that were do.
  const isCut = found.some((way, nth) => way.marked.length >= AT_ONCE && (confirmed[nth]?.length ?? 0) < limit);
  const first = isCut
    ? await walkStandingOut(database, ways, standingOut, limit)
    : confirmed.flat().sort(compareRecency);
  const recent = found.flatMap((way) => [...way.marked, ...way.others]).sort(compareRecency);
  return [...new Set([...first, ...recent].map(({ id }) => id))].slice(0, limit);
}

/** Ids of the callers a query can mean, in the order in which they are shown. */
export function searchCallers(
  database: Database,
  query: SearchQuery,
  standingOut: StandingOut,
  limit: number,
): Promise<number[]> {
  return searchWays(database, waysToRead(query), standingOut, limit);
}

/** Ids of callers whose names look like the words of a query that means nobody. */
export async function searchLookAlikes(
  database: Database,
  { words }: SearchQuery,
  standingOut: StandingOut,
  limit: number,
): Promise<number[]> {
  if (words.length === 0) return [];
  for (const reading of otherReadings(await callerWords(database), words)) {
    const found = await searchWays(database, [readingWay(reading)], standingOut, limit);
    if (found.length > 0) return found;
  }
  return [];
}
