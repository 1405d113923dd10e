import type { Kysely } from 'kysely';
import { longestText } from '../../../../shared/contract/base.ts';
import { type MergeChoices, mostNumbers } from '../../../../shared/contract/callers.ts';
import { draft as draftSchema } from '../../../../shared/contract/contacts.ts';
import { beforeMerge, mergeCards, mergeNumbers, unmergeNumbers } from '../../rules/merge.ts';
import { moveRows, moveRowsBack, putBack } from '../../store/callerReferences.ts';
import type { Schema } from '../../store/schema.ts';
import { renameForms } from '../unfinished/ofCard.ts';
import { type MergeRecord, mergeRecord } from './mergeRecord.ts';
import { columns, readCaller } from './queries.ts';

type Database = Kysely<Schema>;

export const cardLimits = { numbers: mostNumbers, remarkLength: longestText };

const rowOf = (database: Database, callerId: number) =>
  database.selectFrom('caller').selectAll().where('id', '=', callerId).executeTakeFirstOrThrow();

const numbersOf = (database: Database, callerId: number) =>
  database.selectFrom('callerNumber').selectAll().where('callerId', '=', callerId).orderBy('id').execute();

function removeNumbers(database: Database, numbers: readonly { id: number }[]) {
  const ids = numbers.map(({ id }) => id);
  return database.deleteFrom('callerNumber').where('id', 'in', ids).execute();
}

/** Makes the drafts of one caller drafts of another; `only` says which, all when it is left out. */
async function moveDrafts(database: Database, fromId: number, toId: number, only?: readonly string[]) {
  const rows = await database.selectFrom('draft').select(['id', 'content']).execute();
  const moved: string[] = [];
  for (const { id, content } of rows) {
    if (only && !only.includes(id)) continue;
    const draft = draftSchema.parse(JSON.parse(content));
    if (draft.callerId !== fromId) continue;
    const changed = JSON.stringify({ ...draft, callerId: toId });
    await database.updateTable('draft').set({ content: changed }).where('id', '=', id).execute();
    moved.push(id);
  }
  return moved;
}

export interface Merge {
  callerId: number;
  otherId: number;
  choices: MergeChoices;
  /** Ends now, because a caller has one call agreement at a time. */
  endedAgreementId: number | null;
}

/** Makes one card of two; both exist. */
export async function mergeCallers(
  database: Database,
  { callerId, otherId, choices, endedAgreementId }: Merge,
  userId: number,
  now: number,
): Promise<number> {
  const [keptBefore, other] = [await rowOf(database, callerId), await rowOf(database, otherId)];
  const [kept, merged] = [await readCaller(database, callerId), await readCaller(database, otherId)];
  if (!kept || !merged) throw new Error('a caller that was there is gone');
  const details = mergeCards(kept, merged, choices, cardLimits);
  const [keptNumbers, otherNumbers] = [await numbersOf(database, callerId), await numbersOf(database, otherId)];
  const { id: mergeId } = await database
    .insertInto('callerMerge')
    .values({ keptId: callerId, mergedId: otherId, mergedBy: userId, mergedAt: now, record: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await database
    .updateTable('agreement')
    .set({ endedAt: now, endedBy: userId })
    .where('id', '=', endedAgreementId)
    .execute();
  await moveRows(database, mergeId, otherId, callerId);
  await renameForms(database, otherId, callerId);
  const draftIds = await moveDrafts(database, otherId, callerId);
  const numbers = mergeNumbers(keptNumbers, otherNumbers, details.numbers);
  await removeNumbers(database, numbers.removed);
  const movedIds = numbers.moved.map(({ id }) => id);
  await database.updateTable('callerNumber').set({ callerId }).where('id', 'in', movedIds).execute();
  await database.deleteFrom('caller').where('id', '=', otherId).execute();
  await database
    .updateTable('caller')
    .set({
      ...columns(details),
      lastContactAt: Math.max(keptBefore.lastContactAt, other.lastContactAt),
      standsOut: keptBefore.standsOut === 1 ? 1 : other.standsOut,
    })
    .where('id', '=', callerId)
    .execute();
  const record: MergeRecord = {
    ...{ keptBefore: { ...keptBefore }, keptAfter: { ...(await rowOf(database, callerId)) }, other: { ...other } },
    ...{ keptNumbers, otherNumbers, numbersAfter: details.numbers, draftIds, endedAgreementId },
  };
  await database
    .updateTable('callerMerge')
    .set({ record: JSON.stringify(record) })
    .where('id', '=', mergeId)
    .execute();
  return mergeId;
}

/** The agreement that gave way goes on, unless its caller has another by now. */
async function resumeAgreement(database: Database, agreementId: number, mergedAt: number): Promise<void> {
  const ended = await database
    .selectFrom('agreement')
    .select('callerId')
    .where('id', '=', agreementId)
    .where('endedAt', '=', mergedAt)
    .executeTakeFirst();
  if (!ended) return;
  const current = await database
    .selectFrom('agreement')
    .select('id')
    .where('callerId', '=', ended.callerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (current) return;
  await database.updateTable('agreement').set({ endedAt: null, endedBy: null }).where('id', '=', agreementId).execute();
}

/** Makes two cards again of what a merge made one; what was added since stays with the kept one. */
export async function undoMerge(
  database: Database,
  merge: { id: number; keptId: number; mergedId: number; mergedAt: number; record: string },
): Promise<void> {
  const { keptId, mergedId } = merge;
  const record = mergeRecord.parse(JSON.parse(merge.record));
  const now = await rowOf(database, keptId);
  const numbers = unmergeNumbers(record.keptNumbers, record.numbersAfter, await numbersOf(database, keptId));
  await removeNumbers(database, numbers.removed);
  for (const number of numbers.putBack) await putBack(database, 'callerNumber', number);
  // A mark too many does no harm, one too few does.
  await putBack(database, 'caller', { ...record.other, standsOut: now.standsOut });
  for (const number of record.otherNumbers) await putBack(database, 'callerNumber', number);
  const { standsOut: _mark, ...before } = beforeMerge(record.keptBefore, record.keptAfter, { ...now });
  if (Object.keys(before).length > 0) {
    await database.updateTable('caller').set(before).where('id', '=', keptId).execute();
  }
  await moveRowsBack(database, merge.id, mergedId, keptId);
  await renameForms(database, keptId, mergedId);
  await moveDrafts(database, keptId, mergedId, record.draftIds);
  if (record.endedAgreementId !== null) await resumeAgreement(database, record.endedAgreementId, merge.mergedAt);
  await database.deleteFrom('callerMerge').where('id', '=', merge.id).execute();
}
