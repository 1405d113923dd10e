import type { Kysely } from 'kysely';
import type { PastMerge } from '../../../../shared/contract/callers.ts';
import type { Schema } from '../../store/schema.ts';
import { mergedName } from './mergeRecord.ts';

type Database = Kysely<Schema>;

/** Of whom the card was that went into another. */
export const nameIn = (record: string): string => mergedName.parse(JSON.parse(record)).other.displayName;

/** What was merged into a card, the newest first. */
export async function readMerges(database: Database, callerId: number): Promise<PastMerge[]> {
  const rows = await database
    .selectFrom('callerMerge')
    .innerJoin('user', 'user.id', 'callerMerge.mergedBy')
    .select(['callerMerge.id', 'callerMerge.mergedAt', 'callerMerge.record', 'user.name'])
    .where('callerMerge.keptId', '=', callerId)
    .orderBy('callerMerge.id', 'desc')
    .execute();
  return rows.map(({ id, mergedAt, record, name }, index) => ({
    id,
    name: nameIn(record),
    at: mergedAt,
    workerName: name,
    isNewest: index === 0,
  }));
}

/** A merge as it stands; undefined when there is none, or it was undone. */
export function readMerge(database: Database, mergeId: number) {
  return database.selectFrom('callerMerge').selectAll().where('id', '=', mergeId).executeTakeFirst();
}

/** The newest merge of a card: the only one that can be undone. */
export function newestMerge(database: Database, callerId: number) {
  return database
    .selectFrom('callerMerge')
    .select(['id', 'record'])
    .where('keptId', '=', callerId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function countOf(database: Database, table: 'contact' | 'incident', callerId: number): Promise<number> {
  const { count } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('callerId', '=', callerId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether a caller belongs to the demo practice; undefined when there is no such caller. */
export async function isInvented(database: Database, callerId: number): Promise<boolean | undefined> {
  const row = await database.selectFrom('caller').select('demo').where('id', '=', callerId).executeTakeFirst();
  return row && row.demo === 1;
}
