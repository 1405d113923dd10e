import type { Kysely } from 'kysely';
import lettersEn from '../../../../../resources/texts/en/letters.json' with { type: 'json' };
import lettersNl from '../../../../../resources/texts/nl/letters.json' with { type: 'json' };
import { type Language, language } from '../../../../shared/contract/base.ts';
import type { LetterTemplate } from '../../../../shared/contract/letters.ts';
import {
  type LetterField,
  type LetterKind,
  letterFields,
  letterKind,
  letterTexts,
} from '../../../../shared/contract/letterTexts.ts';
import type { FieldWords } from '../../rules/letter.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** What every practice starts with. */
export const startingLetters = { nl: letterTexts.parse(lettersNl), en: letterTexts.parse(lettersEn) };

function isField(name: string): name is LetterField {
  return name in letterFields;
}

function wordsIn(language: Language): FieldWords {
  return new Map(
    Object.keys(letterFields).flatMap((name) => (isField(name) ? [[letterFields[name][language], name]] : [])),
  );
}

export const fieldWords: Record<Language, FieldWords> = { nl: wordsIn('nl'), en: wordsIn('en') };

/** The practice's own templates, and the ones the product came with where it has none. */
export async function readTemplates(database: Database): Promise<LetterTemplate[]> {
  const rows = await database
    .selectFrom('letterTemplate')
    .innerJoin('user', 'user.id', 'letterTemplate.changedBy')
    .selectAll('letterTemplate')
    .select('user.name as byName')
    .execute();
  return language.options.flatMap((spoken) =>
    letterKind.options.map((kind) => {
      const own = rows.find((row) => row.kind === kind && row.language === spoken);
      const { subject, text } = own ?? startingLetters[spoken].templates[kind];
      const changed = own ? { at: own.changedAt, byName: own.byName } : null;
      return { kind, language: spoken, subject, text, changed };
    }),
  );
}

export async function readTemplate(database: Database, kind: LetterKind, spoken: Language) {
  const own = await database
    .selectFrom('letterTemplate')
    .select(['subject', 'text'])
    .where('kind', '=', kind)
    .where('language', '=', spoken)
    .executeTakeFirst();
  return own ?? startingLetters[spoken].templates[kind];
}

export async function writeTemplate(database: Database, template: Schema['letterTemplate']): Promise<void> {
  const { subject, text, changedAt, changedBy } = template;
  await database
    .insertInto('letterTemplate')
    .values(template)
    .onConflict((conflict) =>
      conflict.columns(['kind', 'language']).doUpdateSet({ subject, text, changedAt, changedBy }),
    )
    .execute();
}

export async function removeTemplate(database: Database, kind: LetterKind, spoken: Language): Promise<void> {
  await database.deleteFrom('letterTemplate').where('kind', '=', kind).where('language', '=', spoken).execute();
}
