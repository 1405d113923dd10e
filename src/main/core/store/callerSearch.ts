import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SearchQuery } from '../rules/searchQuery.ts';
import type { Schema } from './schema.ts';

/**
 * So many matches are sorted as a whole. When there are more, they lie so close together that a walk through the
 * callers from the most recent one on soon meets enough of them. Both find the same callers in the same order.
 */
const SORTED_MATCHES = 500;
/** So many callers are walked through before the index of names is asked, which takes long for the likes of `van de`. */
const RECENT_CALLERS = 2500;

/** So many of those who may stand out are looked at together. */
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
  /** How many of the most recent callers may well be looked through before. */
  recent: number;
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
    recent: RECENT_CALLERS,
  };
}

function birthDateWay(birthDate: string): Way {
  const condition = sql<boolean>`birthDate = ${birthDate}`;
  return { condition, ids: sql`select id from caller where ${condition}`, recent: 0 };
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
    recent: 0,
  };
}

function waysToRead(query: SearchQuery): Way[] {
  return [
    ...(query.words.length > 0 ? [nameWay(query.words)] : []),
    ...(query.birthDate ? [birthDateWay(query.birthDate)] : []),
    ...(query.digits || query.lastDigits ? [numberWay(query)] : []),
  ];
}

/** The most recent callers of a way; null when more match than are sorted. */
async function sortFew(database: Database, { ids }: Way, limit: number): Promise<Match[] | null> {
  const { rows } = await sql<{ matches: number } & { [Column in keyof Match]: Match[Column] | null }>`
    with few (id) as materialized (select * from (${ids}) limit ${sql.lit(SORTED_MATCHES + 1)}),
      counted as (select count(*) as matches from few)
    select matches, caller.id, lastContactAt, searchText
    from counted left join caller on matches <= ${sql.lit(SORTED_MATCHES)} and caller.id in (select id from few)
    order by ${byRecency} limit ${sql.lit(limit)}`.execute(database);
  if ((rows[0]?.matches ?? 0) > SORTED_MATCHES) return null;
  return rows.flatMap(({ id, lastContactAt, searchText }) =>
    id === null || lastContactAt === null || searchText === null ? [] : [{ id, lastContactAt, searchText }],
  );
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

/** Whether the caller in the row at hand is among so many of the most recent ones. */
function isRecent(callers: number): RawBuilder<boolean> {
  return sql`lastContactAt >= coalesce(
    (select lastContactAt from caller order by lastContactAt desc limit 1 offset ${sql.lit(callers)}), 0)`;
}

async function mostRecent(database: Database, way: Way, limit: number): Promise<Match[]> {
  if (way.recent > 0) {
    const matches = await walk(database, sql`${isRecent(way.recent)} and ${way.condition}`, limit);
    if (matches.length === limit) return matches;
  }
  return (await sortFew(database, way, limit)) ?? (await walk(database, way.condition, limit));
}

/** Which of these callers stand out now. */
export type StandingOut = (callerIds: readonly number[]) => Promise<ReadonlySet<number>>;

/** The callers that match in any way and stand out. */
async function firstMatches(
  database: Database,
  ways: readonly Way[],
  standingOut: StandingOut,
  limit: number,
): Promise<Match[]> {
  const conditions = ways.map(({ condition }) => sql`(${condition})`);
  const condition = sql<boolean>`standsOut = 1 and (${sql.join(conditions, sql` or `)})`;
  const first: Match[] = [];
  for (let after = 0; ; after += AT_ONCE) {
    const candidates = await walk(database, condition, AT_ONCE, { among: marked, after });
    const known = await standingOut(candidates.map(({ id }) => id));
    first.push(...candidates.filter(({ id }) => known.has(id)));
    if (first.length >= limit || candidates.length < AT_ONCE) return first.slice(0, limit);
  }
}

/** Ids of the callers a query can mean: first those who stand out, then the most recently seen. */
export async function searchCallers(
  database: Database,
  query: SearchQuery,
  standingOut: StandingOut,
  limit: number,
): Promise<number[]> {
  const ways = waysToRead(query);
  if (ways.length === 0) return [];
  const first = await firstMatches(database, ways, standingOut, limit);
  if (first.length === limit) return first.map(({ id }) => id);
  const rest: Match[] = [];
  for (const way of ways) rest.push(...(await mostRecent(database, way, limit)));
  const found = [...first, ...rest.sort(compareRecency)].map(({ id }) => id);
  return [...new Set(found)].slice(0, limit);
}
