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
