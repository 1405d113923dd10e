import type { Kysely } from 'kysely';
import type { Check, OwnPoint } from '../../../../shared/contract/prevention.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** Every point of the check-list in its order, with the last look at it. */
export async function readChecks(database: Database, today: string): Promise<Check[]> {
  const rows = await database
    .selectFrom('checkLook')
    .innerJoin('user', 'user.id', 'checkLook.userId')
    .select(['pointId', 'lookedOn as on', 'note', 'nextOn', 'user.name as byName'])
    .orderBy('checkLook.id')
    .execute();
  const newest = new Map(rows.map(({ pointId, ...last }) => [pointId, last]));
  const points = await database.selectFrom('checkPoint').selectAll().orderBy('place').orderBy('id').execute();
  return points.map(({ id, starting, what, help, hidden }) => {
    const last = newest.get(id) ?? null;
    const isDue = hidden === 0 && last !== null && last.nextOn !== null && last.nextOn <= today;
    return { id, starting, what, help, hidden: hidden === 1, last, isDue };
  });
}

/** At the end of the list. */
export async function insertPoint(database: Database, point: OwnPoint): Promise<number> {
  const { last } = await database
    .selectFrom('checkPoint')
    .select(({ fn }) => fn.max('place').as('last'))
    .executeTakeFirstOrThrow();
  const { id } = await database
    .insertInto('checkPoint')
    .values({ starting: null, ...point, place: (last ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such point of the practice's own; so does `deletePoint`. */
export async function rewordPoint(database: Database, pointId: number, point: OwnPoint): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('checkPoint')
    .set(point)
    .where('id', '=', pointId)
    .where('starting', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deletePoint(database: Database, pointId: number): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('checkPoint')
    .where('id', '=', pointId)
    .where('starting', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** False when the program came with no such point. */
export async function hidePoint(database: Database, pointId: number, hidden: boolean): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('checkPoint')
    .set({ hidden: hidden ? 1 : 0 })
    .where('id', '=', pointId)
    .where('starting', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Changes places with the one above or below it that is in sight; false when there is no such point in sight. */
export async function movePoint(database: Database, pointId: number, to: 'up' | 'down'): Promise<boolean> {
  const shown = await database
    .selectFrom('checkPoint')
    .select(['id', 'place'])
    .where('hidden', '=', 0)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const at = shown.findIndex(({ id }) => id === pointId);
  const [moved, other] = [shown[at], shown[to === 'up' ? at - 1 : at + 1]];
  if (!moved) return false;
  if (!other) return true;
  await database.updateTable('checkPoint').set({ place: other.place }).where('id', '=', moved.id).execute();
  await database.updateTable('checkPoint').set({ place: moved.place }).where('id', '=', other.id).execute();
  return true;
}
