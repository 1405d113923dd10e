import { rmSync } from 'node:fs';
import { z } from 'zod';
import directoryEn from '../../../../../resources/texts/en/directory.json' with { type: 'json' };
import phrasesEn from '../../../../../resources/texts/en/phrases.json' with { type: 'json' };
import directoryNl from '../../../../../resources/texts/nl/directory.json' with { type: 'json' };
import phrasesNl from '../../../../../resources/texts/nl/phrases.json' with { type: 'json' };
import { directoryEntry } from '../../../../shared/contract/distress.ts';
import { startingPhrase } from '../../../../shared/contract/phrases.ts';
import type { SetupForm } from '../../../../shared/contract/setup.ts';
import { asDatabase } from '../../store/database.ts';
import { closeStore, openStore, type SqliteConnection } from '../../store/open.ts';
import { defaultHouseRules, writeHouseRules, writePractice } from '../settings/queries.ts';

const texts = {
  nl: { directory: directoryNl, phrases: phrasesNl },
  en: { directory: directoryEn, phrases: phrasesEn },
};
const languages = ['nl', 'en'] as const;

/** Until a practice chooses another. */
const defaultTimeZone = 'Europe/Amsterdam';

async function fillWithTexts(connection: SqliteConnection): Promise<void> {
  const database = asDatabase(connection);
  for (const language of languages) {
    const directory = z.array(directoryEntry.omit({ id: true })).parse(texts[language].directory);
    await database
      .insertInto('directoryEntry')
      .values(directory.map((entry, service) => ({ ...entry, language, service, verified: entry.verified ? 1 : 0 })))
      .execute();
  }
  await database.insertInto('phrase').values(startingPhrases()).execute();
}

/** Sentence by sentence in both languages: the texts of both stand in the same order. */
function startingPhrases() {
  const english = z.array(startingPhrase).parse(texts.en.phrases);
  return z
    .array(startingPhrase)
    .parse(texts.nl.phrases)
    .map(({ kind, text: nl }, index) => {
      const en = english[index]?.text ?? '';
      return { kind, nl, en, startingNl: nl, startingEn: en };
    });
}

/**
 * Makes the store of a new practice in a file beside the final one, so that a set-up that is cut short leaves
 * no store without keys.
 * @returns the id of the first manager
 */
export async function createStore(
  unfinished: string,
  dataEncryptionKey: Uint8Array,
  form: SetupForm,
  now: number,
): Promise<number> {
  for (const rest of ['', '-wal', '-shm']) rmSync(`${unfinished}${rest}`, { force: true });
  const connection = openStore(unfinished, dataEncryptionKey, { create: true });
  try {
    const database = asDatabase(connection);
    await writePractice(database, { practiceName: form.practiceName, timeZone: defaultTimeZone });
    await writeHouseRules(database, defaultHouseRules);
    await fillWithTexts(connection);
    const { id } = await database
      .insertInto('user')
      .values({
        name: form.managerName,
        role: 'manager',
        language: form.language,
        theme: 'system',
        active: 1,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  } finally {
    closeStore(connection);
  }
}
