import type { Kysely } from 'kysely';
import type { AftercareRule } from '../../../../shared/contract/settings.ts';
import { startsByItself } from '../../rules/aftercare.ts';
import { keptQuery, type ValueIn } from '../../store/keptQuery.ts';
import type { Schema } from '../../store/schema.ts';
import { everybodyWhoMet } from '../incidents/people.ts';

type Database = Kysely<Schema>;

/** Who met an incident, one row a worker: the one place that says so. Whoever asks narrows `met`, which is indexed. */
export const workersWhoMet = (database: Database) =>
  database
    .selectFrom(everybodyWhoMet(database).as('met'))
    .innerJoin('incident', 'incident.id', 'met.incidentId')
    .select(['met.incidentId', 'met.userId', 'incident.severity']);

const metOne = keptQuery((database, value: ValueIn<{ incidentId: number }>) =>
  workersWhoMet(database).where('met.incidentId', '=', value('incidentId')),
);

const begun = keptQuery((database, value: ValueIn<{ incidentId: number; userId: number; now: number }>) =>
  database
    .insertInto('aftercare')
    .values({ incidentId: value('incidentId'), userId: value('userId'), startedAt: value('now'), requested: 0 })
    .onConflict((conflict) => conflict.columns(['incidentId', 'userId']).doNothing()),
);

/** Begins aftercare for everybody who met the incident and has none, when it was bad enough for that. */
export async function beginAftercare(
  database: Database,
  incidentId: number,
  rule: AftercareRule,
  now: number,
): Promise<void> {
  const workers = await metOne(database, { incidentId });
  for (const { severity, userId } of workers) {
    if (startsByItself(severity, rule)) await begun(database, { incidentId, userId, now });
  }
}

/** Begins it, or goes on with it, because a worker asks; false when they did not meet this incident. */
export async function askForAftercare(
  database: Database,
  incidentId: number,
  userId: number,
  now: number,
): Promise<boolean> {
  const met = await workersWhoMet(database)
    .where('met.incidentId', '=', incidentId)
    .where('met.userId', '=', userId)
    .executeTakeFirst();
  if (!met) return false;
  await database
    .insertInto('aftercare')
    .values({ incidentId, userId, startedAt: now, requested: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['incidentId', 'userId'])
        .doUpdateSet({ closedAt: null, closedBy: null })
        .where('aftercare.withdrawn', 'is', null),
    )
    .execute();
  return true;
}

/** Begins it because a worker asks after a call that is no incident. */
export async function beginAfterCall(database: Database, userId: number, now: number): Promise<number> {
  const { id } = await database
    .insertInto('aftercare')
    .values({ incidentId: null, userId, startedAt: now, requested: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
