import type { Kysely } from 'kysely';
import type { BreakKind } from '../../../../shared/contract/breaks.ts';
import type { BreakInterval, DropEvent } from '../../rules/bucket.ts';
import type { Schema } from '../../store/schema.ts';
import { metIncidents } from '../incidents/people.ts';

type Database = Kysely<Schema>;

/** How far back a bucket can be influenced: it leaks empty long before. */
const LOOK_BACK = 14 * 86_400_000;

export async function dropEventsOf(database: Database, userId: number, now: number): Promise<DropEvent[]> {
  const incidents = await database
    .selectFrom(metIncidents(database, userId).as('met'))
    .select(['occurredAt as at', 'severity', 'weight'])
    .where('occurredAt', '>', now - LOOK_BACK)
    .execute();
  const crises = await database
    .selectFrom('concern')
    .select('occurredAt as at')
    .where('userId', '=', userId)
    .where('kind', '=', 'crisis')
    .where('occurredAt', '>', now - LOOK_BACK)
    .execute();
  return [
    ...incidents.map((incident) => ({ kind: 'incident' as const, ...incident })),
    ...crises.map((crisis) => ({ kind: 'crisis' as const, ...crisis })),
  ];
}

export interface BreakHistory {
  breaks: BreakInterval[];
  snoozes: number[];
}

export async function breakHistoryOf(database: Database, userId: number, now: number): Promise<BreakHistory> {
  const rows = await database
    .selectFrom('breakEvent')
    .select(['kind', 'startedAt', 'endedAt'])
    .where('userId', '=', userId)
    .where('startedAt', '>', now - LOOK_BACK)
    .orderBy('startedAt')
    .execute();
  const history: BreakHistory = { breaks: [], snoozes: [] };
  for (const { kind, startedAt, endedAt } of rows) {
    if (kind === 'snooze') history.snoozes.push(startedAt);
    else history.breaks.push({ kind, from: startedAt, until: endedAt });
  }
  return history;
}

export async function startBreak(database: Database, userId: number, kind: BreakKind, now: number): Promise<void> {
  await endBreak(database, userId, now);
  await database.insertInto('breakEvent').values({ userId, kind, startedAt: now }).execute();
}

export async function endBreak(database: Database, userId: number, now: number): Promise<void> {
  await database
    .updateTable('breakEvent')
    .set({ endedAt: now })
    .where('userId', '=', userId)
    .where('kind', '!=', 'snooze')
    .where('endedAt', 'is', null)
    .execute();
}

export async function isTeamLeadAsked(database: Database, userId: number): Promise<boolean> {
  const open = await database
    .selectFrom('takeOverRequest')
    .select('id')
    .where('userId', '=', userId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}
