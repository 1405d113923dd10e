import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

/** The column that says who recorded one. */
export const recorderOfConcern = 'concern.userId';

/** When a worker recorded a contact of concern, and of which kind; of the caller nothing. */
export function concernsOfWorker(database: Kysely<Schema>, userId: number) {
  return database
    .selectFrom('concern')
    .select(['occurredAt', 'kind'])
    .where('userId', '=', userId)
    .orderBy('occurredAt')
    .execute();
}
