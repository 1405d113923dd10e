import type { CallerFlag } from '../../../shared/contract/callers.ts';
import { fold } from './searchText.ts';

/** What somebody types who looks for callers that stand out, in both languages. */
const flagWords: readonly { kind: CallerFlag['kind']; words: readonly string[] }[] = [
  { kind: 'contactBan', words: ['contactverbod', 'verbod', 'contact ban', 'ban'] },
  { kind: 'warning', words: ['waarschuwing', 'gewaarschuwd', 'warning', 'warned'] },
  { kind: 'agreement', words: ['afspraak', 'afspraken', 'belafspraak', 'belafspraken', 'agreement', 'call agreement'] },
];

/** Shorter beginnings are more often a name; a short word as a whole is not. */
const FEWEST_LETTERS = 4;

/** The flags a query asks for: the whole of it is a word for them, or the beginning of one. */
export function flagsMeant(query: string): CallerFlag['kind'][] {
  const typed = fold(query);
  const means = (word: string) => word === typed || (typed.length >= FEWEST_LETTERS && word.startsWith(typed));
  return flagWords.filter(({ words }) => words.some(means)).map(({ kind }) => kind);
}
