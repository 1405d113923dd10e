import type { Insertable, Kysely } from 'kysely';
import type { LetterKind } from '../../../../shared/contract/letterTexts.ts';
import type { Told, ToTell } from '../../../../shared/contract/measures.ts';
import { answerBefore, answerNoLater } from '../../rules/answering.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

function toldRows(database: Database) {
  return database
    .selectFrom('told')
    .innerJoin('user', 'user.id', 'told.toldBy')
    .select(['told.callerId', 'told.measureId', 'way', 'toldOn as on', 'user.name as byName', 'recordedAt'])
    .orderBy('recordedAt', 'desc')
    .orderBy('told.id', 'desc');
}

const asTold = ({ way, on, byName, recordedAt }: Told): Told => ({ way, on, byName, recordedAt });

/** What callers were told, by caller, the newest first. */
export async function toldOfCallers(database: Database, callerIds: readonly number[]) {
  if (callerIds.length === 0) return new Map<number, Told[]>();
  const rows = await toldRows(database).where('told.callerId', 'in', callerIds).execute();
  return new Map([...Map.groupBy(rows, ({ callerId }) => callerId)].map(([id, ofOne]) => [id, ofOne.map(asTold)]));
}

/** That somebody was told of these measures, the newest of each. */
export async function toldOfMeasures(database: Database, measureIds: readonly number[]) {
  if (measureIds.length === 0) return new Map<number, Told>();
  const rows = await toldRows(database).where('told.measureId', 'in', measureIds).execute();
  return new Map(rows.toReversed().map((row) => [row.measureId ?? 0, asTold(row)]));
}

export async function insertTold(database: Database, row: Insertable<Schema['told']>): Promise<void> {
  await database.insertInto('told').values(row).execute();
}

/** Incidents that were left without a step and of which somebody must still hear, by caller. */
export async function leftToTell(database: Database, callerIds?: readonly number[]) {
  const query = database
    .selectFrom('leftUndecided')
    .innerJoin('incident', 'incident.id', 'leftUndecided.incidentId')
    .innerJoin('caller', 'caller.id', 'incident.callerId')
    .select(['caller.id as callerId', 'caller.displayName as callerName', 'incident.occurredAt'])
    .where('leftUndecided.tell', '=', 1);
  const rows = await (callerIds ? query.where('caller.id', 'in', callerIds) : query).execute();
  return Map.groupBy(rows, ({ callerId }) => callerId);
}

async function measuresToTell(database: Database, now: number): Promise<ToTell[]> {
  const rows = await database
    .selectFrom('measure')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .select(['measure.id', 'step', 'caller.id as callerId', 'caller.displayName as callerName'])
    .select((select) => select.ref('answerBefore').$notNull().as('answerBefore'))
    .where('answerBefore', 'is not', null)
    .where('replacedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('told').whereRef('told.measureId', '=', 'measure.id').select('told.id'))),
    )
    .execute();
  return rows.map(({ id, step, callerId, callerName, ...row }) => ({
    ...{ callerId, callerName, measure: { id, step } },
    answerBefore: answerNoLater(row.answerBefore, now),
  }));
}

/** Everybody who must still hear of something that was decided, the longest waiting first. */
export async function readToTell(database: Database, now: number): Promise<ToTell[]> {
  const left = await leftToTell(database);
  const told = await toldOfCallers(database, [...left.keys()]);
  const ofLeft = [...left].flatMap(([callerId, incidents]) => {
    const toldAt = (told.get(callerId) ?? []).map(({ recordedAt }) => recordedAt);
    const occurred = incidents.map(({ occurredAt }) => occurredAt);
    const before = answerBefore(occurred, toldAt, now);
    const callerName = incidents[0]?.callerName ?? '';
    return before === null ? [] : [{ callerId, callerName, measure: null, answerBefore: before }];
  });
  return [...(await measuresToTell(database, now)), ...ofLeft].sort((a, b) => a.answerBefore - b.answerBefore);
}

/** The letters that tell somebody of a decision. */
const decisionLetters: readonly LetterKind[] = ['warning', 'contactBan', 'extension'];

/** A letter about a decision that went out tells the person of it, unless they knew already. */
export async function tellByLetter(
  database: Database,
  letterId: number,
  { on, userId, now }: { on: string; userId: number; now: number },
): Promise<void> {
  const letter = await database
    .selectFrom('letter')
    .innerJoin('measure', 'measure.id', 'letter.measureId')
    .select(['measure.id as measureId', 'measure.callerId', 'letter.kind'])
    .where('letter.id', '=', letterId)
    .executeTakeFirst();
  if (!letter || !decisionLetters.includes(letter.kind)) return;
  const { measureId, callerId } = letter;
  if ((await toldOfMeasures(database, [measureId])).has(measureId)) return;
  const recorded = { toldBy: userId, recordedBy: userId, recordedAt: now };
  await insertTold(database, { callerId, measureId, way: 'letter', toldOn: on, ...recorded });
}
