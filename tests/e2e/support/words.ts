import { test } from '@playwright/test';
import { projectOf } from './project.ts';
import { type Text, texts } from './texts.ts';

/**
 * Specs name what stands on the screen in Dutch, and `say` gives the same in the language under test:
 *
 *     desk.getByRole('button', { name: say('Leg vast') })            // “Record” in English
 *     desk.getByLabel(say('Wachtwoord van Anna'))                    // texts with values in them too
 *     desk.getByRole('option', { name: say(/Nazorg: .*$/) })         // and patterns, where `.*` stands for a value
 *     desk.getByText(say('Verwijder', 'Remove'))                     // one of two translations, or a part of a text
 *
 * Words that the app does not have are a mistake in the spec, and fail at once in either language.
 */
export function say(dutch: string, english?: string): string;
export function say(dutch: RegExp, english?: RegExp): RegExp;
export function say(dutch: string | RegExp, english?: string | RegExp): string | RegExp {
  const inDutch = languageUnderTest() === 'nl';
  if (english !== undefined) {
    const isOne =
      typeof dutch === 'string' && renderings(dutch, plain).some((rendering) => rendering.english === english);
    if (!isOne && !texts.some((text) => stands(dutch, text.nl) && stands(english, text.en)))
      throw new Error(`no text has ${quoted(dutch)} in Dutch and ${quoted(english)} in English`);
    return inDutch ? dutch : english;
  }
  if (typeof dutch === 'string') {
    const translated = translate(dutch, plain);
    return inDutch ? dutch : translated;
  }
  const translated = dutch.source.split('|').map(translatePattern).join('|');
  return inDutch ? dutch : new RegExp(translated, dutch.flags);
}

export const languageUnderTest = () => projectOf(test.info()).language;

/** What is different in each language without being a text, such as a date that the app reads back. */
export const inLanguage = <Value>(values: { nl: Value; en: Value }): Value => values[languageUnderTest()];

const quoted = (words: string | RegExp): string => `“${words}”`;
const stands = (words: string | RegExp, text: string): boolean =>
  typeof words === 'string' ? text.toLowerCase().includes(words.toLowerCase()) : words.test(text);
const plain = (text: string): string => text;
const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function translatePattern(source: string): string {
  const [, start = '', words = '', end = ''] = /^(\^?)(.*?)(\$?)$/s.exec(source) ?? [];
  return start + translate(words.replaceAll(/\\([^\w\s])/g, '$1'), escaped) + end;
}

const placeholder = /\{\{\w+\}\}/g;

/** A text as a pattern: what a value fills is a group. */
function matcher({ nl }: Text): RegExp {
  return new RegExp(`^${nl.split(placeholder).map(escaped).join('(.+?)')}$`, 'i');
}

interface Known {
  text: Text;
  pattern: RegExp;
  /** How many characters are its own: of two texts that match, the one with more of them is meant. */
  own: number;
}

const ownOf = ({ nl }: Text): string => nl.replaceAll(placeholder, ' ');

/** Those with some letters of their own: what is little more than its values would fit anything. */
const known: Known[] = texts
  .map((text) => ({ text, pattern: matcher(text), own: ownOf(text).length }))
  .filter(({ text }) => !text.nl.match(placeholder) || ownOf(text).replaceAll(/\P{L}/gu, '').length >= 5);

/** What the words can be in English, by the texts that have most of them. */
function renderings(dutch: string, write: (text: string) => string): { key: string; english: string }[] {
  const found = known.filter(({ pattern }) => pattern.test(dutch));
  const most = Math.max(...found.map(({ own }) => own));
  const best = found.filter(({ own }) => own === most);
  // `Naam` and `naam` may be two texts; where only the one is there, a sentence makes it the other.
  const sameCase = best.filter(({ pattern }) => new RegExp(pattern.source).test(dutch));
  const lower = sameCase.length === 0 && dutch === dutch.toLowerCase();
  return (sameCase.length > 0 ? sameCase : best).map(({ text, pattern }) => {
    const english = inEnglish(text, pattern.exec(dutch)?.slice(1) ?? [], write);
    return { key: text.key, english: lower ? english.toLowerCase() : english };
  });
}

function translate(dutch: string, write: (text: string) => string): string {
  const found = renderings(dutch, write);
  const [first] = found;
  if (!first) throw new Error(`the app has no text ${quoted(dutch)}`);
  if (new Set(found.map(({ english }) => english)).size > 1) {
    const all = found.map(({ key, english }) => `${quoted(english)} (${key})`).join(', ');
    throw new Error(`${quoted(dutch)} can be ${all}: name the one that is meant, as in say('Naam', 'Name')`);
  }
  return first.english;
}

/** The English text with the values of the Dutch one. */
function inEnglish(text: Text, values: string[], write: (text: string) => string): string {
  const names: string[] = text.nl.match(placeholder) ?? [];
  const filled = (name: string): string => translateValue(values[names.indexOf(name)] ?? name, write);
  const placeholders = text.en.match(placeholder) ?? [];
  return text.en
    .split(placeholder)
    .map((part, index) => write(part) + (index < placeholders.length ? filled(placeholders[index] ?? '') : ''))
    .join('');
}

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** A value may itself be a text, a date (`2 mrt 2026`) or a number (`3,3`); anything else is the same in any language. */
function translateValue(value: string, write: (text: string) => string): string {
  if (known.some(({ pattern }) => pattern.test(value))) return translate(value, write);
  return value
    .replaceAll(/(?<=\d )[a-z]{3}\b/g, (month) => englishMonths[months.indexOf(month)] ?? month)
    .replaceAll(/(?<=\d),(?=\d)/g, '.');
}
