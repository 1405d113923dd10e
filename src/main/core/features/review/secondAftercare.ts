import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

/** A worker who has aftercare for the incident itself needs none for its second record. */
export async function closeSecondAftercare(
  database: Kysely<Schema>,
  incidentId: number,
  originalId: number,
  closed: { by: number; at: number },
): Promise<void> {
  const atOriginal = database.selectFrom('aftercare').select('userId').where('incidentId', '=', originalId);
  await database
    .updateTable('aftercare')
    .set({ closedAt: closed.at, closedBy: closed.by })
    .where('incidentId', '=', incidentId)
    .where('closedAt', 'is', null)
    .where('userId', 'in', atOriginal)
    .execute();
}
