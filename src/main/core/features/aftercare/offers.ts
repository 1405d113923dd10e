import type { Insertable, Kysely, Updateable } from 'kysely';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

export function findAftercare(database: Database, aftercareId: number) {
  return database.selectFrom('aftercare').selectAll().where('id', '=', aftercareId).executeTakeFirst();
}

/** Ends aftercare, or lets it go on when nobody ended it. */
export async function writeClosed(
  database: Database,
  aftercareId: number,
  closed: { by: number; at: number } | null,
): Promise<void> {
  await database
    .updateTable('aftercare')
    .set({ closedAt: closed?.at ?? null, closedBy: closed?.by ?? null })
    .where('id', '=', aftercareId)
    .execute();
}

/** An offer and whose it is; what was taken back stands as it was and is not found. */
export function findOffer(database: Database, offerId: number) {
  return database
    .selectFrom('aftercareOffer')
    .innerJoin('aftercare', 'aftercare.id', 'aftercareOffer.aftercareId')
    .select(['aftercareId', 'aftercare.userId'])
    .where('aftercareOffer.id', '=', offerId)
    .where('aftercare.withdrawn', 'is', null)
    .executeTakeFirst();
}

export async function insertOffer(database: Database, row: Insertable<Schema['aftercareOffer']>): Promise<number> {
  const { id } = await database.insertInto('aftercareOffer').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False when it is not this worker's, or was answered already. */
export async function acceptOffer(
  database: Database,
  offerId: number,
  userId: number,
  acceptedAt: number | null,
): Promise<boolean> {
  const ownAftercare = database.selectFrom('aftercare').select('id').where('userId', '=', userId);
  const result = await database
    .updateTable('aftercareOffer')
    .set({ acceptedAt })
    .where('id', '=', offerId)
    .where('aftercareId', 'in', ownAftercare)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when there is no such offer. */
export async function updateOffer(
  database: Database,
  offerId: number,
  changed: Pick<Updateable<Schema['aftercareOffer']>, 'outcome' | 'answeredAt' | 'agreed'>,
): Promise<boolean> {
  const result = await database.updateTable('aftercareOffer').set(changed).where('id', '=', offerId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
