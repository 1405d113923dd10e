import type { Phrase, PhraseKind } from '../../../shared/contract/phrases.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase();

/** Those of a kind in which every typed word begins a word; sentences that begin with it come first. */
export function matchingPhrases(phrases: Phrase[], kind: PhraseKind | null, typed: string): Phrase[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const matches = phrases.filter((phrase) => {
    const inSentence = plain(phrase.text).split(/[^\p{L}\p{N}]+/u);
    return (
      (kind === null || phrase.kind === kind) && words.every((word) => inSentence.some((one) => one.startsWith(word)))
    );
  });
  const first = words[0];
  if (!first) return matches;
  const begins = (phrase: Phrase): number => (plain(phrase.text).startsWith(first) ? 0 : 1);
  return matches.toSorted((a, b) => begins(a) - begins(b));
}
