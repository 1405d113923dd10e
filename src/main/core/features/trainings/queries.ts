import type { Kysely } from 'kysely';
import type {
  NewTrainingRecord,
  OwnTraining,
  Training,
  TrainingDetails,
  TrainingRecord,
} from '../../../../shared/contract/trainings.ts';
import { latestBy, renewalDay, renewalStateOf } from '../../rules/training.ts';
import type { Schema } from '../../store/schema.ts';
import { membersOfTeam } from '../team/members.ts';

type Database = Kysely<Schema>;

interface Row {
  id: number;
  doneOn: string;
  certificate: string;
  renewBy: string | null;
}

function asRecord({ id, doneOn, certificate, renewBy }: Row, today: string): TrainingRecord {
  return { id, doneOn, certificate, renewBy, state: renewalStateOf(renewBy, today) };
}

/** Every training with how each who can unlock the app stands; those that are given no more come last. */
export async function readRegister(database: Database, today: string): Promise<Training[]> {
  const trainings = await database.selectFrom('training').selectAll().orderBy('retired').orderBy('name').execute();
  const members = await membersOfTeam(database);
  const records = await database.selectFrom('trainingRecord').selectAll().execute();
  const latest = latestBy(records, ({ trainingId, userId }) => `${trainingId} ${userId}`);
  return trainings.map(({ retired, ...training }) => ({
    ...training,
    retired: retired === 1,
    trainees: members.map(({ id: userId, name }) => {
      const row = latest.get(`${training.id} ${userId}`);
      return { userId, name, latest: row ? asRecord(row, today) : null };
    }),
  }));
}

/** How often somebody has to renew a training soon, or should have. */
export function countDue(trainings: readonly Training[]): number {
  const running = trainings.filter(({ retired }) => !retired).flatMap(({ trainees }) => trainees);
  return running.filter(({ latest }) => latest !== null && latest.state !== 'valid').length;
}

export async function insertTraining(database: Database, details: TrainingDetails): Promise<number> {
  const { id } = await database.insertInto('training').values(details).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateTraining(
  database: Database,
  trainingId: number,
  details: TrainingDetails,
  retired: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('training')
    .set({ ...details, retired: retired ? 1 : 0 })
    .where('id', '=', trainingId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes that some of the team followed a training; false when the training or one of them is not there. */
export async function insertRecords(
  database: Database,
  { trainingId, userIds, ...record }: NewTrainingRecord,
  recordedBy: number,
  recordedAt: number,
): Promise<boolean> {
  const training = await database.selectFrom('training').selectAll().where('id', '=', trainingId).executeTakeFirst();
  const members = new Set((await membersOfTeam(database)).map(({ id }) => id));
  if (!training || userIds.some((userId) => !members.has(userId))) return false;
  const renewBy = record.renewBy ?? renewalDay(record.doneOn, training.validMonths);
  const rows = [...new Set(userIds)].map((userId) => ({
    ...record,
    ...{ trainingId, userId, renewBy, recordedBy, recordedAt },
  }));
  await database.insertInto('trainingRecord').values(rows).execute();
  return true;
}

export async function deleteRecord(database: Database, recordId: number): Promise<boolean> {
  const { numDeletedRows } = await database.deleteFrom('trainingRecord').where('id', '=', recordId).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function readOwn(database: Database, userId: number, today: string): Promise<OwnTraining[]> {
  const rows = await database
    .selectFrom('trainingRecord')
    .innerJoin('training', 'training.id', 'trainingRecord.trainingId')
    .select(['trainingRecord.id', 'trainingId', 'doneOn', 'certificate', 'renewBy', 'name', 'kind'])
    .where('userId', '=', userId)
    .orderBy('doneOn', 'desc')
    .orderBy('trainingRecord.id', 'desc')
    .execute();
  const latest = new Set([...latestBy(rows, ({ trainingId }) => trainingId).values()].map(({ id }) => id));
  return rows.map((row) => ({
    ...asRecord(row, today),
    ...{ name: row.name, kind: row.kind, latest: latest.has(row.id) },
  }));
}
