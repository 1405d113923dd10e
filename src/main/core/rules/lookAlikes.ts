/** A word of a name that looks like what was typed, or the beginning of one. */
export interface LookAlike {
  text: string;
  isWhole: boolean;
  /** Letters to add, leave out, replace or swap with the next to come from one to the other. */
  edits: number;
}

const SHORTEST = 4;
const LONG = 8;

/** Nobody types a short word wrong without typing another one; in a long one two slips are likely. */
export function mostEdits(word: string): number {
  if (word.length < SHORTEST) return 0;
  return word.length < LONG ? 1 : 2;
}

/** The number of edits from what was typed to the beginning of a word so far, for each length of what was typed. */
type Edits = Uint8Array;

/**
 * The next line of the table of edits (optimal string alignment), for one more letter of the word.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
function nextEdits(typed: string, letter: string, before: string, last: Edits, secondLast: Edits | null, next: Edits) {
  next[0] = (last[0] ?? 0) + 1;
  for (let length = 1; length <= typed.length; length += 1) {
    const own = typed[length - 1];
    const replaced = (last[length - 1] ?? 0) + (own === letter ? 0 : 1);
    let fewest = Math.min(replaced, (last[length] ?? 0) + 1, (next[length - 1] ?? 0) + 1);
    if (secondLast && length > 1 && own === before && typed[length - 2] === letter) {
      fewest = Math.min(fewest, (secondLast[length - 2] ?? 0) + 1);
    }
    next[length] = fewest;
  }
}

/** Where the words end that have this letter at this place, in a part of the list where they stand together. */
function endOfLetter(words: readonly string[], from: number, until: number, place: number): number {
  const letter = words[from]?.charCodeAt(place) ?? 0;
  let [low, high] = [from + 1, until];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.charCodeAt(place) ?? 0) > letter) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The words that what was typed is a few edits away from, and the shortest beginnings of words that are. The words are
 * walked as the tree that a sorted list is: where the edits are too many already, nothing below is looked at.
 */
export function findLookAlikes(sortedWords: readonly string[], typed: string, most = mostEdits(typed)): LookAlike[] {
  if (most === 0) return [];
  const found: LookAlike[] = [];
  const deepest = typed.length + most;
  const table: Edits[] = Array.from({ length: deepest + 2 }, () => new Uint8Array(typed.length + 1));
  for (let length = 0; length <= typed.length; length += 1) (table[0] ?? new Uint8Array())[length] = length;

  function walk(from: number, until: number, depth: number, fewestAbove: number): void {
    const last = table[depth];
    const next = table[depth + 1];
    if (!last || !next) return;
    let at = from;
    const shortest = sortedWords[at] ?? '';
    if (depth > 0 && shortest.length === depth) {
      const edits = last[typed.length] ?? most + 1;
      if (edits <= most) found.push({ text: shortest, isWhole: true, edits });
      at += 1;
    }
    while (at < until) {
      const word = sortedWords[at] ?? '';
      const end = endOfLetter(sortedWords, at, until, depth);
      const before = depth > 0 ? (word[depth - 1] ?? '') : '';
      nextEdits(typed, word[depth] ?? '', before, last, depth > 0 ? (table[depth - 1] ?? null) : null, next);
      const edits = next[typed.length] ?? most + 1;
      if (edits < fewestAbove) found.push({ text: word.slice(0, depth + 1), isWhole: false, edits });
      if (Math.min(...next) <= most) walk(at, end, depth + 1, Math.min(edits, fewestAbove));
      at = end;
    }
  }

  walk(0, sortedWords.length, 0, most + 1);
  return found;
}

/** Particles of Dutch surnames and their neighbours, however they are shortened: some say them and some do not. */
const particles = new Set(
  'v van vd vde vdr vden vder von vom d de den der des del della di du la le les l het t s ten ter te op in aan bij uit tot a'.split(
    ' ',
  ),
);

/** The words of a name without its particles; all of them when there is nothing else. */
export function withoutParticles(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !particles.has(word));
  return telling.length > 0 ? telling : words;
}

/** What may stand in a name in place of one word that was typed; one of these is enough. */
export type Alternatives = readonly Omit<LookAlike, 'edits'>[];

/** Nobody types more words of a name; a text that was pasted is not worth the time. */
const MOST_WORDS = 6;
/** So many stand in one question to the index. */
const MOST_ALTERNATIVES = 12;

function closest(found: readonly LookAlike[]): Alternatives {
  return [...found].sort((a, b) => a.edits - b.edits || b.text.length - a.text.length).slice(0, MOST_ALTERNATIVES);
}

function hasBeginning(sortedWords: readonly string[], typed: string): boolean {
  let [low, high] = [0, sortedWords.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sortedWords[middle] ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  return sortedWords[low]?.startsWith(typed) ?? false;
}

const asTyped = (word: string): Alternatives => [{ text: word, isWhole: false }];

/**
 * How a name that nobody has can be meant, the likeliest first: without its particles; then with the words that are in
 * no name replaced by what they look like, by whole words before beginnings and with few edits before many; then with
 * every word replaced, for a slip that happens to be somebody's name.
 */
export function* otherReadings(sortedWords: readonly string[], typed: readonly string[]): Generator<Alternatives[]> {
  const words = withoutParticles(typed);
  if (words.length > MOST_WORDS) return;
  if (words.length < typed.length) yield words.map(asTyped);
  const known = new Map(words.map((word) => [word, hasBeginning(sortedWords, word)]));
  const alike = new Map(words.map((word) => [word, findLookAlikes(sortedWords, word)]));
  const read = (accepts: (one: LookAlike) => boolean, always: boolean) =>
    words.map((word) => {
      const replaced = closest((alike.get(word) ?? []).filter(accepts));
      if (!known.get(word)) return replaced;
      const others = replaced.filter(({ text }) => !text.startsWith(word));
      return always ? [...asTyped(word), ...others] : asTyped(word);
    });
  const readings = [
    read(({ isWhole, edits }) => isWhole && edits === 1, false),
    read(({ isWhole }) => isWhole, false),
    read(({ edits }) => edits === 1, false),
    read(() => true, false),
    read(({ isWhole }) => isWhole, true),
  ];
  const asked = new Set([words.map((word) => `${word}*`).join(' ')]);
  for (const reading of readings) {
    const name = reading
      .map((one) => one.map(({ text, isWhole }) => `${text}${isWhole ? '' : '*'}`).join('|'))
      .join(' ');
    // What was asked found nobody, and a word that looks like nothing finds nobody.
    if (asked.has(name) || reading.some((one) => one.length === 0)) continue;
    asked.add(name);
    yield reading;
  }
}
