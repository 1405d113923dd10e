import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../../../src/shared/i18n/en/index.ts';
import { nl } from '../../../src/shared/i18n/nl/index.ts';

const resources = path.join(import.meta.dirname, '../../../resources/texts');

/** One text of the app in both languages, by where it stands: `aftercare.close`. */
export interface Text {
  key: string;
  nl: string;
  en: string;
}

/** Every text under a key; one of several lines is so many texts. */
function leaves(texts: unknown, key: string): [key: string, text: string][] {
  if (typeof texts === 'string') return texts.split('\n').map((line, index) => [index ? `${key}.${index}` : key, line]);
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([name, inner]) => leaves(inner, key ? `${key}.${name}` : name));
}

const resource = (language: string, file: string): [string, unknown] => [
  file,
  JSON.parse(readFileSync(path.join(resources, language, file), 'utf8')),
];

/** All but what invented people are said to have written: that is not said by the app. */
function textsOf(language: 'nl' | 'en'): [string, string][] {
  const files = globSync('*.json', { cwd: path.join(resources, language), exclude: ['demo*.json'] }).map((file) =>
    resource(language, file),
  );
  return [...leaves(language === 'nl' ? nl : en, ''), ...leaves(Object.fromEntries(files), 'resources')];
}

const english = new Map(textsOf('en'));

/** What the app can say: `src/shared/i18n` and the texts that a practice starts with. */
export const texts: Text[] = textsOf('nl').flatMap(([key, dutch]) => {
  const translated = english.get(key);
  return translated && dutch ? [{ key, nl: dutch, en: translated }] : [];
});
