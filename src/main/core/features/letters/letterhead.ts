import type { Kysely } from 'kysely';
import { type Letterhead, letterhead } from '../../../../shared/contract/letters.ts';
import type { Schema } from '../../store/schema.ts';

const KEY = 'letterhead';

/** A practice that never filled it in, or did before there were more fields, has the rest empty. */
export async function readLetterhead(database: Kysely<Schema>): Promise<Letterhead> {
  const row = await database.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return letterhead.parse(row ? JSON.parse(row.value) : {});
}

export async function writeLetterhead(database: Kysely<Schema>, content: Letterhead): Promise<void> {
  const value = JSON.stringify(content);
  await database
    .insertInto('setting')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

type LetterheadField = keyof Letterhead;

/** What a letter cannot go without: where it comes from, and how to object. */
const neededForLetter: readonly LetterheadField[] = ['address', 'objectionsTo', 'objectionTerm'];

export function missingForLetter(head: Letterhead): LetterheadField[] {
  return neededForLetter.filter((field) => head[field] === '');
}
