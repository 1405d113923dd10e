import type { Insertable, Kysely } from 'kysely';
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

export async function insertAbsence(database: Database, row: Insertable<Schema['absence']>): Promise<void> {
  await database.insertInto('absence').values(row).execute();
}

/** Whose absence it is; null when there is no such absence. */
export async function workerOfAbsence(database: Database, absenceId: number): Promise<number | null> {
  const found = await database.selectFrom('absence').select('userId').where('id', '=', absenceId).executeTakeFirst();
  return found?.userId ?? null;
}

export async function removeAbsence(database: Database, absenceId: number): Promise<void> {
  await database.deleteFrom('absence').where('id', '=', absenceId).execute();
}

/** Who may have aftercare and be away: the team, and the people of the invented practice. */
export function readWorkers(database: Database) {
  return database
    .selectFrom('user')
    .select(['id', 'name'])
    .where((where) => where.or([where('active', '=', 1), where('demo', '=', 1)]))
    .orderBy('name')
    .execute();
}

/** On which days of the week a worker works, as it is kept. */
export async function keptWorkingDays(database: Database, userId: number) {
  const { workingDays } = await database
    .selectFrom('user')
    .select('workingDays')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  return workingDays;
}
