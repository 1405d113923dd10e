import type { Kysely } from 'kysely';
import type { CallerFlag } from '../../../../shared/contract/callers.ts';
import { flagsMeant } from '../../rules/flagWords.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { clearStandingOut, markIncidents } from '../../store/standingOut.ts';
import { mostRecent, withAgreements } from '../agreements/flags.ts';
import { runningAgreements } from '../agreements/queries.ts';
import { measureFlags, mergeFlags } from '../measures/flags.ts';
import { callerFlags } from './history.ts';

type Flags = Map<number, CallerFlag[]>;

const HOUR = 3_600_000;

export interface Moment {
  database: Kysely<Schema>;
  now: number;
  timeZone: string;
  colleagueHours: number;
}

/** Why these callers stand out now; those who do not are not in it. */
export async function flagsOf(
  { database, now, timeZone, colleagueHours }: Moment,
  callerIds: readonly number[],
): Promise<Flags> {
  if (callerIds.length === 0) return new Map();
  const measured = await measureFlags(database, now, timeZone, callerIds);
  const flags = mergeFlags(measured, await callerFlags(database, callerIds, colleagueHours, now));
  const running = await runningAgreements(database, now, timeZone, callerIds);
  return withAgreements(database, flags, running, callerIds, now, timeZone);
}

/** The callers a query asks for by a word for why they stand out, the most recent first. */
export async function meantByFlag(
  { database, now, timeZone }: Moment,
  query: string,
  limit: number,
): Promise<number[]> {
  const asked = flagsMeant(query);
  if (asked.length === 0) return [];
  const measured = await measureFlags(database, now, timeZone);
  const withFlag = [...measured].filter(([, flags]) => flags.some(({ kind }) => asked.includes(kind)));
  const running = asked.includes('agreement') ? await runningAgreements(database, now, timeZone) : new Map();
  return mostRecent(database, [...withFlag.map(([id]) => id), ...running.keys()], limit);
}

/** Keeps the search quick: callers whose reasons have lapsed are no longer looked at before all others. */
export function forgetLapsed({ database, now, timeZone, colleagueHours }: Moment): Promise<void> {
  return clearStandingOut(database, dayOf(now, timeZone), now - colleagueHours * HOUR);
}

/** What the house rule for colleagues says counts for incidents of before, too. */
export function recallIncidents({ database, now, colleagueHours }: Omit<Moment, 'timeZone'>): Promise<void> {
  return markIncidents(database, now - colleagueHours * HOUR);
}
