import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import names from '../../resources/texts/demoNames.json' with { type: 'json' };
import { findLookAlikes, mostEdits, otherReadings, withoutParticles } from '../../src/main/core/rules/lookAlikes.ts';
import { fold } from '../../src/main/core/rules/searchText.ts';

const sorted = (words: Iterable<string>) => [...new Set(words)].sort();
const demoWords = sorted([...names.firstNames, ...names.surnames].flatMap((name) => fold(name).split(' ')));

/** The number of edits, a swap of neighbours among them, from the table as it is written in the books. */
function editsBetween(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = isSwap && row > 1 && column > 1 ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const fewest = Math.min(replaced, at(row - 1, column) + 1, at(row, column - 1) + 1, swapped);
      const line = table[row];
      if (line) line[column] = fewest;
    }
  }
  return at(one.length, other.length);
}

const someWord = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 9 });

describe('words that look like what was typed', () => {
  test('are exactly those within the edits that are allowed', () => {
    fc.assert(
      fc.property(
        fc.array(someWord, { maxLength: 60 }),
        someWord,
        fc.integer({ min: 1, max: 2 }),
        (list, typed, most) => {
          const words = sorted(list);
          const wholes = findLookAlikes(words, typed, most).filter(({ isWhole }) => isWhole);
          const expected = words
            .map((text) => ({ text, isWhole: true, edits: editsBetween(typed, text) }))
            .filter(({ edits }) => edits <= most);
          expect(wholes).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('may be longer than what was typed so far: one of the beginnings found begins each of them', () => {
    fc.assert(
      fc.property(
        fc.array(someWord, { maxLength: 40 }),
        someWord,
        fc.integer({ min: 1, max: 2 }),
        (list, typed, most) => {
          const words = sorted(list);
          const beginnings = findLookAlikes(words, typed, most).filter(({ isWhole }) => !isWhole);
          for (const { text, edits } of beginnings) expect(editsBetween(typed, text)).toBe(edits);
          for (const word of words) {
            const fewest = Math.min(...[...word].map((_, index) => editsBetween(typed, word.slice(0, index + 1))));
            const found = beginnings.filter(({ text }) => word.startsWith(text)).map(({ edits }) => edits);
            expect([word, Math.min(...found)]).toEqual([word, fewest <= most ? fewest : Number.POSITIVE_INFINITY]);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('are none for a short word, and further away for a long one', () => {
    expect([3, 4, 7, 8, 20].map((length) => mostEdits('a'.repeat(length)))).toEqual([0, 1, 1, 2, 2]);
    expect(findLookAlikes(['jan'], 'jna')).toEqual([]);
  });

  test('have every name of the demo practice with one slip in it', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const longEnough = demoWords.filter((word) => word.length >= 5);
    const slip = fc.tuple(
      fc.constantFrom(...longEnough),
      fc.nat({ max: 100 }),
      fc.constantFrom(...letters),
      fc.constantFrom('add', 'leave out', 'replace', 'swap'),
    );
    fc.assert(
      fc.property(slip, ([word, place, letter, kind]) => {
        const at = place % (word.length - 1);
        const rest = { add: at, 'leave out': at + 1, replace: at + 1, swap: at + 2 }[kind];
        const put = { add: letter, 'leave out': '', replace: letter, swap: `${word[at + 1]}${word[at]}` }[kind];
        const typed = `${word.slice(0, at)}${put}${word.slice(rest)}`;
        const found = findLookAlikes(demoWords, typed).filter(({ isWhole }) => isWhole);
        expect(found.map(({ text }) => text)).toContain(word);
        for (const { text, edits } of found) expect(edits).toBeLessThanOrEqual(distance(typed, text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name that nobody has', () => {
  const words = sorted(['jan', 'jansen', 'janssen', 'klaver', 'marc', 'mark', 'pimpelveld']);
  const readings = (...typed: string[]) =>
    [...otherReadings(words, typed)].map((reading) =>
      reading.map((one) => one.map(({ text, isWhole }) => (isWhole ? text : `${text}*`)).join('|')).join(' '),
    );

  test('is read without its particles first', () => {
    expect(withoutParticles(['van', 'de', 'berg'])).toEqual(['berg']);
    expect(withoutParticles(['van', 'de'])).toEqual(['van', 'de']);
    expect(readings('van', 't', 'klaver')).toEqual(['klaver*']);
    expect(readings('van', 'der', 'klavre').slice(0, 2)).toEqual(['klavre*', 'klaver']);
  });

  test('is read with whole words before beginnings, and leaves a word that is right as it is at first', () => {
    expect(readings('jansne')).toEqual(['jansen', 'jansen|jansse*|janse*']);
    expect(readings('pimplevedl')).toEqual(['pimpelveld', expect.any(String)]);
    expect(readings('mark', 'jansne')[0]).toBe('mark* jansen');
    expect(readings('mark', 'jansne').at(-1)).toBe('mark*|marc jansen');
  });

  test('is not read at all when a word looks like nothing', () => {
    expect(readings('xyzxyz')).toEqual([]);
    expect(readings('xq', 'klaver')).toEqual([]);
    expect(readings(...Array.from({ length: 7 }, () => 'klavre'))).toEqual([]);
  });
});
