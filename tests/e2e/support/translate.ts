import { type Text, texts } from './texts.ts';

/**
 * The English of what a spec names in Dutch (`say` in `words.ts`): by the texts of the app, or the one of several that
 * is given with it. Words that the app does not have, or that can be more than one thing, are refused.
 */
export function inEnglish(dutch: string, english?: string): string;
export function inEnglish(dutch: RegExp, english?: RegExp): RegExp;
export function inEnglish(dutch: string | RegExp, english?: string | RegExp): string | RegExp;
export function inEnglish(dutch: string | RegExp, english?: string | RegExp): string | RegExp {
  if (english !== undefined) {
    const isOne =
      typeof dutch === 'string' && renderings(dutch, plain).some((rendering) => rendering.english === english);
    if (!isOne && !texts.some((text) => stands(dutch, text.nl) && stands(english, text.en)))
      throw new Error(`no text has ${quoted(dutch)} in Dutch and ${quoted(english)} in English`);
    return english;
  }
  if (typeof dutch === 'string') return translate(dutch, plain);
  return new RegExp(dutch.source.split('|').map(translatePattern).join('|'), dutch.flags);
}

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
    const english = englishOf(text, pattern.exec(dutch)?.slice(1) ?? [], write);
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
function englishOf(text: Text, values: string[], write: (text: string) => string): string {
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
