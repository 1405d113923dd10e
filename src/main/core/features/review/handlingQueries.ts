import type { Kysely, Updateable } from 'kysely';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

export function findIncident(database: Database, incidentId: number) {
  return database.selectFrom('incident').selectAll().where('id', '=', incidentId).executeTakeFirst();
}

/** Keeps a note as it is typed; what was reviewed has its note already. */
export async function keepReviewNote(database: Database, incidentId: number, reviewNote: string): Promise<void> {
  await database
    .updateTable('incident')
    .set({ reviewNote })
    .where('id', '=', incidentId)
    .where('reviewedAt', 'is', null)
    .execute();
}

type Handled = Pick<
  Updateable<Schema['incident']>,
  'reviewedAt' | 'reviewedBy' | 'reviewNote' | 'closedAt' | 'closedBy' | 'duplicateOfId'
>;

/** Writes where an incident stands; false when there is no such incident. */
export async function writeHandled(database: Database, incidentId: number, handled: Handled): Promise<boolean> {
  const result = await database.updateTable('incident').set(handled).where('id', '=', incidentId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

interface Question {
  question: string;
  questionAt: number;
  questionBy: number;
}

/** Gives an incident back to its reporter; false when there is no such incident. */
export async function askReporter(database: Database, incidentId: number, question: Question): Promise<boolean> {
  const result = await database
    .updateTable('incident')
    .set({ ...question, completedAt: null })
    // What was typed was the question: the answer to the incident is still to be written.
    .set({ reviewedAt: null, reviewedBy: null, reviewNote: null, closedAt: null, closedBy: null })
    .where('id', '=', incidentId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What was a second record of one incident is a second record of another. */
export async function moveDuplicates(database: Database, ofId: number, toId: number): Promise<void> {
  await database.updateTable('incident').set({ duplicateOfId: toId }).where('duplicateOfId', '=', ofId).execute();
}

/** False when it was neither reviewed nor closed. */
export async function reopenIncident(database: Database, incidentId: number): Promise<boolean> {
  const result = await database
    .updateTable('incident')
    .set({ reviewedAt: null, reviewedBy: null, closedAt: null, closedBy: null, duplicateOfId: null })
    .where('id', '=', incidentId)
    .where((where) => where.or([where('reviewedAt', 'is not', null), where('closedAt', 'is not', null)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
