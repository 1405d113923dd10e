import type { Kysely } from 'kysely';
import type { BreakKind } from '../../../../shared/contract/breaks.ts';
import { type DropEvent, forgottenBreaksClosed } from '../../rules/bucket.ts';
import type { BreakInterval } from '../../rules/leak.ts';
import type { WorkSpan } from '../../rules/workTime.ts';
import type { Schema } from '../../store/schema.ts';
import { metIncidents } from '../incidents/people.ts';

type Database = Kysely<Schema>;

const DAY = 86_400_000;

/** How far back a bucket looks, and how long is kept what stands behind it; what is older counts no more. */
export const keptDays = 14;
export const KEPT_FOR = keptDays * DAY;

/** A break with the note that was open when it began. */
export interface RecordedBreak extends BreakInterval {
  draftId: string | null;
}

/** Everything a worker's bucket is computed from. */
export interface History {
  drops: DropEvent[];
  breaks: RecordedBreak[];
  snoozes: number[];
  work: WorkSpan[];
}

async function dropEventsOf(database: Database, userId: number, now: number): Promise<DropEvent[]> {
  const start = await database
    .selectFrom('bucketStart')
    .select('countsFrom')
    .where('userId', '=', userId)
    .executeTakeFirst();
  const since = Math.max(now - KEPT_FOR, start?.countsFrom ?? 0);
  const incidents = await database
    .selectFrom(metIncidents(database, userId).as('met'))
    .select(['id', 'duplicateOfId', 'occurredAt as at', 'severity', 'weight'])
    .where('occurredAt', '>', since)
    .where('occurredAt', '<=', now)
    .orderBy('occurredAt')
    .execute();
  const concerns = await database
    .selectFrom('concern')
    .select(['occurredAt as at', 'kind as concern'])
    .where('userId', '=', userId)
    .where('occurredAt', '>', since)
    .where('occurredAt', '<=', now)
    .orderBy('occurredAt')
    .execute();
  // Somebody who recorded one incident twice met it once; two who each recorded it both met it.
  const own = new Set(incidents.map(({ id }) => id));
  const met = incidents.filter(({ duplicateOfId }) => duplicateOfId === null || !own.has(duplicateOfId));
  return [
    ...met.map(({ at, severity, weight }) => ({ kind: 'incident' as const, at, severity, weight })),
    ...concerns.map((concern) => ({ kind: 'concern' as const, ...concern })),
  ];
}

/** What a worker's bucket was computed from at an instant; a break that nobody ended is closed. */
export async function historyOf(database: Database, userId: number, now: number): Promise<History> {
  const events = await database
    .selectFrom('breakEvent')
    .select(['kind', 'startedAt', 'endedAt', 'draftId'])
    .where('userId', '=', userId)
    .where('startedAt', '>', now - KEPT_FOR)
    .where('startedAt', '<=', now)
    .orderBy('startedAt')
    .execute();
  const breaks: RecordedBreak[] = [];
  const snoozes: number[] = [];
  for (const { kind, startedAt, endedAt, draftId } of events) {
    if (kind === 'snooze') snoozes.push(startedAt);
    else breaks.push({ kind, from: startedAt, until: endedAt, draftId });
  }
  const work = await database
    .selectFrom('workSpan')
    .select(['startedAt as from', 'endedAt as until'])
    .where('userId', '=', userId)
    .where('endedAt', '>', now - KEPT_FOR)
    .where('startedAt', '<=', now)
    .orderBy('startedAt')
    .execute();
  return {
    drops: await dropEventsOf(database, userId, now),
    breaks: forgottenBreaksClosed(breaks, now),
    snoozes,
    work,
  };
}

interface StartedBreak {
  kind: BreakKind;
  draftId: string | null;
}

export async function startBreak(
  database: Database,
  userId: number,
  started: StartedBreak,
  now: number,
): Promise<void> {
  await endBreak(database, userId, now);
  await database
    .insertInto('breakEvent')
    .values({ userId, ...started, startedAt: now })
    .execute();
}

export async function endBreak(database: Database, userId: number, now: number): Promise<void> {
  await database
    .updateTable('breakEvent')
    .set({ endedAt: now, draftId: null })
    .where('userId', '=', userId)
    .where('kind', '!=', 'snooze')
    .where('endedAt', 'is', null)
    .execute();
}

export async function recordSnooze(database: Database, userId: number, now: number): Promise<void> {
  await database.insertInto('breakEvent').values({ userId, kind: 'snooze', startedAt: now, endedAt: now }).execute();
}
