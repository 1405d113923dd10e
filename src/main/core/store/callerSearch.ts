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
const RECENT_CALLERS = 2500;
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
  /** Whether the recent callers are looked through before the index is asked. */
  recentFirst: boolean;
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
    recentFirst: true,
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
    recentFirst: false,
    condition: sql`${sql.join(conditions, sql` and `)}`,
    ids: sql`select rowid from callerSearch where callerSearch match ${asked.map((one) => `(${one})`).join(' AND ')}`,
  };
}

function birthDateWay(birthDate: string): Way {
  const condition = sql<boolean>`birthDate = ${birthDate}`;
  return { recentFirst: false, condition, ids: sql`select id from caller where ${condition}` };
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
    recentFirst: false,
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

type Row = { matches: number; standsOut: Flag } & { [Column in keyof Match]: Match[Column] | null };

/** Sorts the callers of a way; null when more match than are sorted. */
async function sortFew(database: Database, { ids }: Way): Promise<Found | null> {
  const { rows } = await sql<Row>`
    with few (id) as materialized (select * from (${ids}) limit ${sql.lit(SORTED_MATCHES + 1)}),
      counted as (select count(*) as matches from few)
    select matches, id, lastContactAt, searchText, standsOut from (
      select matches, caller.*, row_number() over (partition by standsOut order by ${byRecency}) as place
      from counted left join caller on matches <= ${sql.lit(SORTED_MATCHES)} and caller.id in (select id from few)
    ) where place <= ${sql.lit(AT_ONCE)} order by ${byRecency}`.execute(database);
  if ((rows[0]?.matches ?? 0) > SORTED_MATCHES) return null;
  const found: Found = { marked: [], others: [] };
  for (const { id, lastContactAt, searchText, standsOut } of rows) {
    if (id === null || lastContactAt === null || searchText === null) continue;
    found[standsOut === 1 ? 'marked' : 'others'].push({ id, lastContactAt, searchText });
  }
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

/** Whether the caller in the row at hand is among so many of the most recent ones. */
function isRecent(callers: number): RawBuilder<boolean> {
  return sql`lastContactAt >= coalesce(
    (select lastContactAt from caller order by lastContactAt desc limit 1 offset ${sql.lit(callers)}), 0)`;
}

/** The recent callers are looked through before the index is asked, which takes long for the likes of `van de`. */
async function findRecentFirst(database: Database, way: Way, limit: number): Promise<Found> {
  const found = await walkMarked(database, way.condition);
  const recent = await walk(database, sql`${isRecent(RECENT_CALLERS)} and ${way.condition}`, limit);
  if (recent.length === limit) return { marked: found, others: recent };
  return (await sortFew(database, way)) ?? { marked: found, others: await walk(database, way.condition, limit) };
}

async function findByIndex(database: Database, way: Way, limit: number): Promise<Found> {
  const few = await sortFew(database, way);
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
  for (const way of ways) {
    found.push(await (way.recentFirst ? findRecentFirst : findByIndex)(database, way, limit));
  }
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
