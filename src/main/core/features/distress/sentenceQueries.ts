import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';
import type { PlacedSentence } from './startingSentences.ts';

type Database = Kysely<Schema>;

/** Every version of every sentence, the newest first. */
export async function readVersions(database: Database) {
  const rows = await database
    .selectFrom('scriptSentenceVersion')
    .innerJoin('user', 'user.id', 'scriptSentenceVersion.decidedBy')
    .selectAll('scriptSentenceVersion')
    .select('user.name as byName')
    .orderBy('scriptSentenceVersion.version', 'desc')
    .execute();
  return Map.groupBy(rows, ({ sentence }) => sentence);
}

/** A version more: of the words, or that the starting words are back. */
export async function addVersion(
  database: Database,
  { sentence, starting }: PlacedSentence,
  words: { nl: string; en: string },
  decided: { decidedBy: number; decidedAt: number },
): Promise<number> {
  const { newest } = await database
    .selectFrom('scriptSentenceVersion')
    .select(({ fn }) => fn.max('version').as('newest'))
    .where('sentence', '=', sentence)
    .executeTakeFirstOrThrow();
  const { id } = await database
    .insertInto('scriptSentenceVersion')
    .values({
      ...{ sentence, version: (newest ?? 0) + 1, nl: words.nl, en: words.en, ...decided },
      ...{ startingNl: starting?.nl ?? '', startingEn: starting?.en ?? '' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
