import type { Kysely, Updateable } from 'kysely';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

export async function findUser(database: Database, userId: number): Promise<CurrentUser | undefined> {
  return database
    .selectFrom('user')
    .select(['id', 'name', 'role', 'language', 'theme'])
    .where('id', '=', userId)
    .where('active', '=', 1)
    .executeTakeFirst();
}

export async function updatePreferences(
  database: Database,
  userId: number,
  preferences: Pick<Updateable<Schema['user']>, 'language' | 'theme'>,
): Promise<void> {
  await database.updateTable('user').set(preferences).where('id', '=', userId).execute();
}
