import type { Kysely } from 'kysely';
import type { Phrase, PhraseWords } from '../../../../shared/contract/phrases.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** The practice's sentences and the worker's own, in the order they were made; hidden ones for managers only. */
export async function readPhrases(database: Database, user: CurrentUser): Promise<Phrase[]> {
  const query = database
    .selectFrom('phrase')
    .leftJoin('favouritePhrase', (join) =>
      join.onRef('favouritePhrase.phraseId', '=', 'phrase.id').on('favouritePhrase.userId', '=', user.id),
    )
    .selectAll('phrase')
    .select('favouritePhrase.phraseId as favouriteId')
    .where((where) => where.or([where('phrase.userId', 'is', null), where('phrase.userId', '=', user.id)]))
    .orderBy('phrase.id');
  const rows = await (user.role === 'manager' ? query : query.where('hidden', '=', 0)).execute();
  return rows.map(({ id, kind, nl, en, startingNl, startingEn, userId, hidden, favouriteId }) => ({
    ...{ id, kind, nl, en },
    origin: userId !== null ? 'own' : startingNl !== null ? 'starting' : 'practice',
    isFavourite: favouriteId !== null,
    isChanged: startingNl !== null && (nl !== startingNl || en !== startingEn),
    isHidden: hidden === 1,
  }));
}

/** A new sentence of a worker, or of the whole practice. */
export async function insertPhrase(database: Database, userId: number | null, words: PhraseWords): Promise<number> {
  const { id } = await database
    .insertInto('phrase')
    .values({ ...words, userId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Other words for a sentence; false when it is not this worker's, or not the practice's when none is named. */
export async function rewordPhrase(
  database: Database,
  phraseId: number,
  userId: number | null,
  words: PhraseWords,
): Promise<boolean> {
  const result = await database
    .updateTable('phrase')
    .set(words)
    .where('id', '=', phraseId)
    .where('userId', userId === null ? 'is' : '=', userId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when it is not this worker's. */
export async function removeOwnPhrase(database: Database, phraseId: number, userId: number): Promise<boolean> {
  const result = await database
    .deleteFrom('phrase')
    .where('id', '=', phraseId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function markFavourite(database: Database, phraseId: number, userId: number): Promise<void> {
  await database
    .insertInto('favouritePhrase')
    .values({ userId, phraseId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unmarkFavourite(database: Database, phraseId: number, userId: number): Promise<void> {
  await database.deleteFrom('favouritePhrase').where('userId', '=', userId).where('phraseId', '=', phraseId).execute();
}

/** False when the practice did not add it: what the product came with is hidden, never removed. */
export async function removePracticePhrase(database: Database, phraseId: number): Promise<boolean> {
  const result = await database
    .deleteFrom('phrase')
    .where('id', '=', phraseId)
    .where('userId', 'is', null)
    .where('startingNl', 'is', null)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** False when it is not the practice's. */
export async function setPhraseHidden(database: Database, phraseId: number, hidden: boolean): Promise<boolean> {
  const result = await database
    .updateTable('phrase')
    .set({ hidden: hidden ? 1 : 0 })
    .where('id', '=', phraseId)
    .where('userId', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Back to the words the product came with; false when it did not come with it. */
export async function restoreStartingWords(database: Database, phraseId: number): Promise<boolean> {
  const result = await database
    .updateTable('phrase')
    .set(({ fn, ref }) => ({
      nl: fn.coalesce(ref('startingNl'), ref('nl')),
      en: fn.coalesce(ref('startingEn'), ref('en')),
    }))
    .where('id', '=', phraseId)
    .where('startingNl', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
