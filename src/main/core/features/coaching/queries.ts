import type { Kysely } from 'kysely';
import type { CoachingDetails, CoachingMoment, NewCoachingMoment } from '../../../../shared/contract/coaching.ts';
import { coachingStateOf } from '../../rules/coaching.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

function rowsOf(database: Database) {
  return database
    .selectFrom('coachingMoment')
    .innerJoin('user as worker', 'worker.id', 'coachingMoment.userId')
    .innerJoin('user as coach', 'coach.id', 'coachingMoment.coachId')
    .select(['coachingMoment.id', 'userId', 'coachId', 'subject', 'onDay', 'held', 'agreed', 'agreedBy', 'agreedDone'])
    .select(['worker.name as workerName', 'coach.name as coachName']);
}

type Rows = ReturnType<typeof rowsOf>;

/** What is still to be held comes first, the earliest at the top; then what was held, the newest at the top. */
export async function readMoments(
  database: Database,
  today: string,
  which: (rows: Rows) => Rows = (rows) => rows,
): Promise<CoachingMoment[]> {
  const rows = await which(rowsOf(database)).orderBy('onDay').orderBy('coachingMoment.id').execute();
  const moments = rows.map((row) => {
    const held = row.held === 1;
    return { ...row, held, agreedDone: row.agreedDone === 1, state: coachingStateOf({ ...row, held }, today) };
  });
  return [...moments.filter(({ held }) => !held), ...moments.filter(({ held }) => held).reverse()];
}

export async function insertMoment(
  database: Database,
  moment: NewCoachingMoment,
  plannedBy: number,
  plannedAt: number,
): Promise<number> {
  const { id } = await database
    .insertInto('coachingMoment')
    .values({ ...moment, plannedBy, plannedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateMoment(
  database: Database,
  momentId: number,
  { held, ...details }: CoachingDetails,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('coachingMoment')
    .set({ ...details, held: held ? 1 : 0 })
    .where('id', '=', momentId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteMoment(database: Database, momentId: number): Promise<boolean> {
  const { numDeletedRows } = await database.deleteFrom('coachingMoment').where('id', '=', momentId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Only the worker it is about can say so. */
export async function markAgreedDone(
  database: Database,
  momentId: number,
  userId: number,
  done: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('coachingMoment')
    .set({ agreedDone: done ? 1 : 0 })
    .where('id', '=', momentId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
