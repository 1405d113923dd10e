import type { Language } from '../../../shared/contract/base.ts';
import type { Phrase, PhraseKind } from '../../../shared/contract/phrases.ts';
import { phraseText } from './phraseText.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();

interface Asked {
  kind: PhraseKind | null;
  typed: string;
  language: Language;
  /** The name of a kind, so that it is found by that too. */
  nameOf: (kind: PhraseKind) => string;
}

/**
 * Those of a kind in which every typed word begins a word, in either language or in the name of the kind; what begins
 * with it comes first. What is not in the kind is looked for in all of them.
 */
export function matchingPhrases(phrases: Phrase[], { kind, typed, language, nameOf }: Asked): Phrase[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const matches = phrases.filter((phrase) => {
    const said = plain(`${phrase.nl} ${phrase.en} ${nameOf(phrase.kind)}`).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => said.some((one) => one.startsWith(word)));
  });
  const ofKind = kind === null ? matches : matches.filter((phrase) => phrase.kind === kind);
  const first = words[0];
  if (!first) return ofKind;
  const begins = (phrase: Phrase): number => (plain(phraseText(phrase, language).text).startsWith(first) ? 0 : 1);
  return (ofKind.length > 0 ? ofKind : matches).toSorted((a, b) => begins(a) - begins(b));
}
