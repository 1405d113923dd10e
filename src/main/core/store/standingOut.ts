import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Takes the mark away from callers who cannot stand out any more: without a measure or agreement that lasts until today
 * or later, and without an incident since an instant.
 */
export async function clearStandingOut(database: Kysely<Schema>, today: string, since: number): Promise<void> {
  await sql`update caller set standsOut = 0 where standsOut = 1
    and id not in (select callerId from measure
      where liftedAt is null and replacedAt is null and lastDay >= ${today})
    and id not in (select callerId from agreement where endedAt is null and lastDay >= ${today})
    and id not in (select callerId from incident where occurredAt > ${since} and callerId is not null)`.execute(
    database,
  );
}

/** Marks callers with an incident since an instant: it may count for longer than it did when it was recorded. */
export async function markIncidents(database: Kysely<Schema>, since: number): Promise<void> {
  const callers = database.selectFrom('incident').select('callerId').where('occurredAt', '>', since);
  await database.updateTable('caller').set({ standsOut: 1 }).where('id', 'in', callers).execute();
}
