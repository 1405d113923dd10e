import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';

type Database = Kysely<Schema>;

/** Callers of whom nothing is taken outside now. */
export const restrictedNow = (database: Database) =>
  database.selectFrom('restriction').select('restriction.callerId').where('liftedAt', 'is', null);

/** The incidents that count, without those with callers whose data is restricted. */
export const exportedIncidents = (database: Database) =>
  countedIncidents(database).where(({ or, eb }) =>
    or([eb('incident.callerId', 'is', null), eb('incident.callerId', 'not in', restrictedNow(database))]),
  );
