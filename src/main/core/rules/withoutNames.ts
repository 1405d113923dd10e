/** Small words inside names, which are no names themselves. */
const particles = new Set([
  'van',
  'von',
  'de',
  'den',
  'der',
  'het',
  'ten',
  'ter',
  'te',
  'el',
  'al',
  'da',
  'di',
  'of',
  'en',
  't',
]);
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

export interface NamedWorker {
  name: string;
  /** What takes the place of the name, such as `medewerker 1`. */
  label: string;
}

const bare = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const isNamePart = (part: string): boolean => part.length > 1 && !particles.has(part);

/** What to put for each part of a name; a part that several workers share tells none of them apart. */
function labelsByPart(workers: readonly NamedWorker[], shared: string): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { name, label } of workers) {
    for (const part of new Set([...name.matchAll(WORD)].map(([word]) => bare(word)).filter(isNamePart))) {
      const before = labels.get(part);
      labels.set(part, before === undefined || before === label ? label : shared);
    }
  }
  return labels;
}

interface Piece {
  text: string;
  label: string | null;
}

/** The text cut into words that are part of a name and everything else. */
function cut(text: string, labels: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const label = labels.get(bare(match[0]));
    if (label === undefined) continue;
    pieces.push({ text: text.slice(at, match.index), label: null }, { text: match[0], label });
    at = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(at), label: null }];
}

const between = (text: string): boolean =>
  /^[\s'’-]*$/.test(text) ||
  (/^[\s'’\p{L}]+$/u.test(text) && [...text.matchAll(WORD)].every(([word]) => particles.has(bare(word))));

/**
 * A text without the names of workers: every part of a name, however it is written, becomes what the worker is called
 * here. Rather a word too many than a name too few.
 */
export function withoutNames(text: string, workers: readonly NamedWorker[], shared: string): string {
  const pieces = cut(text.normalize('NFC'), labelsByPart(workers, shared));
  let written = '';
  for (const [index, { text: words, label }] of pieces.entries()) {
    const [before, next] = [pieces[index - 1], pieces[index + 1]];
    if (label === null) {
      // First name and surname of the same worker become one label.
      const insideName = before?.label && before.label === next?.label && between(words);
      if (!insideName) written += words;
    } else if (!(pieces[index - 2]?.label === label && before && between(before.text))) {
      written += label;
    }
  }
  return written;
}
