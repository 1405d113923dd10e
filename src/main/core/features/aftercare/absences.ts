import type { Kysely } from 'kysely';
import type { Absence } from '../../../../shared/contract/aftercare.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** Absences that are not over, the first to come first. */
export function readAbsences(database: Database, today: string, userId: number | null = null): Promise<Absence[]> {
  const query = database
    .selectFrom('absence')
    .innerJoin('user', 'user.id', 'absence.userId')
    .select(['absence.id', 'absence.userId', 'user.name as workerName', 'firstDay', 'lastDay'])
    .where('lastDay', '>=', today)
    .orderBy('firstDay')
    .orderBy('absence.id');
  return (userId === null ? query : query.where('absence.userId', '=', userId)).execute();
}

/** Every absence that moves a moment of somebody's aftercare, by worker; also one that is over. */
export async function absencesByWorker(database: Database, userIds: readonly number[], since: string) {
  if (userIds.length === 0) return new Map<number, { userId: number; firstDay: string; lastDay: string }[]>();
  const rows = await database
    .selectFrom('absence')
    .select(['userId', 'firstDay', 'lastDay'])
    .where('userId', 'in', userIds)
    .where('lastDay', '>=', since)
    .execute();
  return Map.groupBy(rows, ({ userId }) => userId);
}
