import type { Kysely, Selectable, Updateable } from 'kysely';
import type { Language } from '../../../../shared/contract/base.ts';
import {
  type Letter,
  type LetterAbout,
  type LetterContent,
  type LetterSheet,
  letterSheet,
} from '../../../../shared/contract/letters.ts';
import type { LetterKind } from '../../../../shared/contract/letterTexts.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;
type LetterRow = Selectable<Schema['letter']> & { finalByName: string | null; replacedById: number | null };

const columnOf = { measure: 'measureId', agreement: 'agreementId' } as const;

function asLetter(row: LetterRow): Letter {
  const { id, kind, language, subject, recipient, text, savedAt, replacesId, replacedById } = row;
  const { finalAt, finalByName, sheet, sentOn, sentWay } = row;
  return {
    ...{ id, kind, language, savedAt, replacesId, replacedById },
    content: { subject, recipient, text },
    final:
      finalAt !== null && sheet !== null
        ? { at: finalAt, byName: finalByName ?? '', sheet: letterSheet.parse(JSON.parse(sheet)) }
        : null,
    sent: sentOn !== null && sentWay !== null ? { on: sentOn, way: sentWay } : null,
  };
}

function letterRows(database: Database) {
  return database
    .selectFrom('letter')
    .leftJoin('user as finaliser', 'finaliser.id', 'letter.finalBy')
    .leftJoin('letter as newer', (join) =>
      join.onRef('newer.replacesId', '=', 'letter.id').on('newer.finalAt', 'is not', null),
    )
    .selectAll('letter')
    .select(['finaliser.name as finalByName', 'newer.id as replacedById']);
}

export async function readLetters(database: Database, about: LetterAbout): Promise<Letter[]> {
  const rows = await letterRows(database)
    .where(`letter.${columnOf[about.of]}`, '=', about.id)
    .orderBy('letter.id', 'desc')
    .execute();
  return rows.map(asLetter);
}

export async function readLetter(database: Database, letterId: number): Promise<Letter | undefined> {
  const row = await letterRows(database).where('letter.id', '=', letterId).executeTakeFirst();
  return row && asLetter(row);
}

export interface LetterToSave {
  about: LetterAbout;
  kind: LetterKind;
  language: Language;
  replacesId: number | null;
  content: LetterContent;
}

export async function insertLetter(database: Database, letter: LetterToSave, now: number): Promise<number> {
  const { about, kind, language, replacesId, content } = letter;
  const { id } = await database
    .insertInto('letter')
    .values({ [columnOf[about.of]]: about.id, kind, language, replacesId, ...content, savedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when there is no such letter that can still be changed. */
export async function updateLetter(
  database: Database,
  letterId: number,
  { content, language }: LetterToSave,
  now: number,
): Promise<boolean> {
  const result = await database
    .updateTable('letter')
    .set({ ...content, language, savedAt: now })
    .where('id', '=', letterId)
    .where('finalAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteLetter(database: Database, letterId: number): Promise<void> {
  await database.deleteFrom('letter').where('id', '=', letterId).where('finalAt', 'is', null).execute();
}

export async function fixLetter(
  database: Database,
  letterId: number,
  fixed: { text: string; sheet: LetterSheet; finalAt: number; finalBy: number },
): Promise<void> {
  await database
    .updateTable('letter')
    .set({ ...fixed, sheet: JSON.stringify(fixed.sheet) })
    .where('id', '=', letterId)
    .execute();
}

/** A letter can only take the place of a finished one about the same, which nothing has replaced yet. */
export async function mayReplace(database: Database, replacesId: number, about: LetterAbout): Promise<boolean> {
  const letters = await readLetters(database, about);
  const replaced = letters.find(({ id }) => id === replacesId);
  return replaced !== undefined && replaced.final !== null && replaced.replacedById === null;
}

export async function markSent(
  database: Database,
  letterId: number,
  sent: Pick<Updateable<Schema['letter']>, 'sentOn' | 'sentWay'>,
): Promise<void> {
  await database.updateTable('letter').set(sent).where('id', '=', letterId).execute();
}
