import type { Insertable, Kysely } from 'kysely';
import type { Objection } from '../../../../shared/contract/measures.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

export async function objectionsOf(database: Database, measureId: number): Promise<Objection[]> {
  const rows = await database
    .selectFrom('objection')
    .innerJoin('user as recorder', 'recorder.id', 'objection.recordedBy')
    .leftJoin('user as answerer', 'answerer.id', 'objection.answeredBy')
    .selectAll('objection')
    .select(['recorder.name as recordedByName', 'answerer.name as answeredByName'])
    .where('objection.measureId', '=', measureId)
    .orderBy('objection.id')
    .execute();
  return rows.map(({ id, receivedOn, text, recordedByName, outcome, answer, answeredAt, answeredByName }) => ({
    ...{ id, receivedOn, text, recordedByName },
    answer:
      outcome === null || answeredAt === null
        ? null
        : { outcome, text: answer ?? '', answeredAt, answeredByName: answeredByName ?? '' },
  }));
}

export async function insertObjection(database: Database, row: Insertable<Schema['objection']>): Promise<number> {
  const { id } = await database.insertInto('objection').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Whether an objection was answered; undefined when there is none. */
export async function isAnswered(database: Database, objectionId: number): Promise<boolean | undefined> {
  const row = await database
    .selectFrom('objection')
    .select('answeredAt')
    .where('id', '=', objectionId)
    .executeTakeFirst();
  return row && row.answeredAt !== null;
}

export async function answerObjection(
  database: Database,
  objectionId: number,
  answer: Pick<Schema['objection'], 'outcome' | 'answer' | 'answeredBy' | 'answeredAt'>,
): Promise<void> {
  await database.updateTable('objection').set(answer).where('id', '=', objectionId).execute();
}
