import type { CallerFlag } from '../../../shared/contract/callers.ts';
import { fold } from './searchQuery.ts';

/** What somebody types who looks for callers that stand out, in both languages. */
const flagWords: readonly { kind: CallerFlag['kind']; words: readonly string[] }[] = [
  { kind: 'agreement', words: ['afspraak', 'afspraken', 'belafspraak', 'belafspraken', 'agreement', 'call agreement'] },
];

/** Shorter beginnings are more often a name. */
const FEWEST_LETTERS = 4;

/** The flags a query asks for: the whole of it is the beginning of a word for them. */
export function flagsMeant(query: string): CallerFlag['kind'][] {
  const typed = fold(query);
  if (typed.length < FEWEST_LETTERS) return [];
  return flagWords.filter(({ words }) => words.some((word) => word.startsWith(typed))).map(({ kind }) => kind);
}
