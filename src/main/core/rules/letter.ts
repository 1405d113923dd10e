import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { LetterField } from '../../../shared/contract/letterTexts.ts';

const FIELD = /\{([^{}\n]*)\}/g;

/** The fields that a template may ask for, by the word that stands in braces. */
export type FieldWords = ReadonlyMap<string, LetterField>;

/** What is known for a letter; a field without a value stays in its braces, to be filled in by hand. */
export type LetterValues = Partial<Record<LetterField, string>>;

const asName = (word: string): string => word.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** What stands in braces in a text, once each, in the order of the text. */
export function fieldsIn(text: string): string[] {
  return [...new Set([...text.matchAll(FIELD)].map(([, word = '']) => word))];
}

/** The first word in braces that is no field, as it was written, or null when all are. */
export function unknownField(text: string, words: FieldWords): string | null {
  return fieldsIn(text).find((word) => !words.has(asName(word))) ?? null;
}

/** The first field that still stands in its braces, or null when the text is ready to be sent. */
export function unfilledField(text: string): string | null {
  return fieldsIn(text)[0] ?? null;
}

/** Puts the values in the places of their fields. What a value says is never read as a field again. */
export function fillIn(text: string, values: LetterValues, words: FieldWords): string {
  return text
    .replaceAll(FIELD, (written, word: string) => {
      const field = words.get(asName(word));
      const value = field && values[field];
      return value === undefined ? written : withoutBraces(value);
    })
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** A brace in somebody's name or words must not come back as a field that nobody filled in. */
const withoutBraces = (value: string): string => value.replaceAll('{', '(').replaceAll('}', ')');

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text with the sentence about emergencies: where it stands already, or else as the last thing that is said. */
export function withEmergencies(text: string, sentence: string): string {
  return flat(text).includes(flat(sentence)) ? text.trim() : `${text.trim()}\n\n${sentence}`.trim();
}

export interface LetterBlock {
  kind: 'heading' | 'item' | 'text';
  text: string;
}

function lineBlock(line: string): LetterBlock {
  if (line.startsWith('# ')) return { kind: 'heading', text: line.slice(2).trim() };
  if (line.startsWith('- ')) return { kind: 'item', text: line.slice(2).trim() };
  return { kind: 'text', text: line };
}

/** A text as it is set on paper: a line with `# ` is a heading, one with `- ` a point, and each other line a paragraph. */
export function letterBlocks(text: string): LetterBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineBlock)
    .filter((block) => block.text !== '');
}

/** For so many months after a decision has ended, it and its letters are kept. */
const keptMonths = 24;

/** The last day on which something that ended on a day is still kept. */
export function keptUntil(lastDay: string): string {
  return format(addMonths(parseISO(lastDay), keptMonths), 'yyyy-MM-dd');
}
