import type { MentionedIn } from '../../../shared/contract/privacyMentions.ts';

const FEWEST_LETTERS = 6;
const FEWEST_DIGITS = 8;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What of a caller can be told from other words: a name of several words that is long enough, and telephone numbers. */
export function findable(names: readonly string[], numbers: readonly string[]): string[] {
  const told = names
    .map((name) => name.trim().replaceAll(/\s+/g, ' '))
    .filter((name) => name.includes(' ') && name.replaceAll(/[^\p{L}]/gu, '').length >= FEWEST_LETTERS);
  const dialled = numbers.filter((number) => number.replaceAll(/\D/g, '').length >= FEWEST_DIGITS);
  return [...new Set([...told, ...dialled])];
}

/** The digits by which a telephone number is found however it is written; null for a name. */
export function digitsOf(word: string): string | null {
  if (!/^\+?\d[\d\s().-]*$/.test(word)) return null;
  return word.replaceAll(/\D/g, '').replace(/^0/, '');
}

/** A word, whole and in whatever case; a number with whatever stands between its digits, and also as called from abroad. */
function patternOf(word: string): RegExp {
  const digits = digitsOf(word);
  if (digits === null) {
    const spaced = escaped(word).replaceAll(' ', String.raw`\s+`);
    return new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, 'giu');
  }
  const between = String.raw`[\s().-]*`;
  const before = word.startsWith('+') ? String.raw`(?:\+|00)` : String.raw`(?:\+31|0031|0)`;
  return new RegExp(`(?<![\\p{L}\\p{N}+])${[before, ...digits].join(between)}(?!\\p{N})`, 'gu');
}

/** A text in which those words are replaced; unchanged when they are not in it. */
export function withoutMentions(text: string, words: readonly string[], label: string): string {
  return words.reduce((left, word) => left.replaceAll(patternOf(word), label), text);
}

const AROUND = 60;

/** The words around the first of those words in a text. */
export function excerptOf(text: string, words: readonly string[]): string {
  const mark = '\u0000';
  const at = withoutMentions(text, words, mark).indexOf(mark);
  if (at < 0) return '';
  const from = Math.max(0, at - AROUND);
  const until = at + 2 * AROUND;
  return `${from > 0 ? '…' : ''}${text.slice(from, until)}${until < text.length ? '…' : ''}`.replaceAll(/\s+/g, ' ');
}

const inTables: Readonly<Partial<Record<MentionedIn, readonly string[]>>> = {
  note: ['contact'],
  incident: ['incident', 'attachment', 'leftUndecided'],
  earlierVersion: ['incidentVersion'],
  measure: ['measure', 'objection', 'policeReport', 'policeDossier', 'reviewedText', 'told'],
  letter: ['letter', 'letterTemplate'],
  arrangement: ['agreement', 'exception'],
  handOver: ['handOver'],
  aftercare: ['aftercare', 'aftercareOffer', 'aftercareMoment', 'coachingMoment'],
  concern: ['concern', 'concernShare'],
  card: ['caller'],
  team: ['absence', 'trainingRecord', 'training'],
  halfTyped: ['draft', 'unfinished'],
};

const kinds = new Map(
  Object.entries(inTables).flatMap(([kind, tables]) => tables.map((table) => [table, kind] as const)),
);

/** What people call the text of a row. */
export const mentionedInOf = (tableName: string): string => kinds.get(tableName) ?? 'other';
