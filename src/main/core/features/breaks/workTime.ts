import type { Kysely } from 'kysely';
import { afterUse } from '../../rules/workTime.ts';
import type { Schema } from '../../store/schema.ts';
import { KEPT_FOR } from './queries.ts';

type Database = Kysely<Schema>;

/** A worker uses the program: time at work, from which their own bucket leaks and which nobody else is shown. */
export async function noteUse(database: Database, userId: number, now: number): Promise<void> {
  const latest = await database
    .selectFrom('workSpan')
    .select(['id', 'userId', 'startedAt as from', 'endedAt as until'])
    .orderBy('endedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const meaning = afterUse(latest ?? null, userId, now);
  if (meaning === 'begins')
    await database.insertInto('workSpan').values({ userId, startedAt: now, endedAt: now }).execute();
  if (meaning === 'goesOn' && latest) {
    await database.updateTable('workSpan').set({ endedAt: now }).where('id', '=', latest.id).execute();
  }
}

const REQUEST_KEPT_FOR = 86_400_000;

/** Takes away what is older than a bucket looks back on, of everybody. */
export async function forgetOldTallies(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('workSpan')
    .where('endedAt', '<=', now - KEPT_FOR)
    .execute();
  await database
    .deleteFrom('breakEvent')
    .where('startedAt', '<=', now - KEPT_FOR)
    .execute();
  await database
    .deleteFrom('bucketStart')
    .where('countsFrom', '<=', now - KEPT_FOR)
    .execute();
  await database
    .deleteFrom('takeOverRequest')
    .where('askedAt', '<=', now - REQUEST_KEPT_FOR)
    .execute();
}
