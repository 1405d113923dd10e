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

/** A text in which those words are replaced, whole and in whatever case; unchanged when they are not in it. */
export function withoutMentions(text: string, words: readonly string[], label: string): string {
  return words.reduce(
    (left, word) =>
      left.replaceAll(
        new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word).replaceAll(' ', String.raw`\s+`)}(?![\\p{L}\\p{N}])`, 'giu'),
        label,
      ),
    text,
  );
}
