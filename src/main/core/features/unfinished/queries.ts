import type { Insertable, Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** What a worker left half-typed in a form; null when there is nothing. */
export async function readUnfinished(database: Database, userId: number, form: string): Promise<string | null> {
  const found = await database
    .selectFrom('unfinished')
    .select('content')
    .where('userId', '=', userId)
    .where('form', '=', form)
    .executeTakeFirst();
  return found?.content ?? null;
}

export async function writeUnfinished(database: Database, row: Insertable<Schema['unfinished']>): Promise<void> {
  const { callerId, content, keptAt } = row;
  await database
    .insertInto('unfinished')
    .values(row)
    .onConflict((conflict) => conflict.columns(['userId', 'form']).doUpdateSet({ callerId, content, keptAt }))
    .execute();
}

export async function removeUnfinished(database: Database, userId: number, form: string): Promise<void> {
  await database.deleteFrom('unfinished').where('userId', '=', userId).where('form', '=', form).execute();
}
