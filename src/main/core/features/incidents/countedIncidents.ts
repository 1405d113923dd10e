import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

/** The incidents that count: every figure and every rule begins here, so that a second record of one counts nowhere. */
export const countedIncidents = (database: Kysely<Schema>) =>
  database.selectFrom('incident').where('incident.duplicateOfId', 'is', null);
