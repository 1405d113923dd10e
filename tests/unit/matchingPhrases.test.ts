import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingPhrases } from '../../src/renderer/features/phrases/matchingPhrases.ts';
import type { Phrase } from '../../src/shared/contract/phrases.ts';

const phrase = (id: number, part: Partial<Phrase>): Phrase => ({
  ...{ id, kind: 'slowing', nl: '', en: '', origin: 'starting' },
  ...{ isFavourite: false, isChanged: false, isHidden: false },
  ...part,
});

const all = [
  phrase(1, { nl: 'Wat kan ik eerst voor u doen?', en: 'What can I do first?' }),
  phrase(2, { nl: 'Eén ding tegelijk, graag.', en: '' }),
  phrase(3, { kind: 'ending', nl: 'Ik beëindig nu dit gesprek.', en: 'I am ending this call now.' }),
];
const names: Record<string, string> = { slowing: 'Afronden', ending: 'Gesprek beëindigen' };
const ids = (kind: Phrase['kind'] | null, typed: string) =>
  matchingPhrases(all, { kind, typed, language: 'nl', nameOf: (one) => names[one] ?? one }).map(({ id }) => id);

describe('finding a sentence', () => {
  test('by the beginning of its words, without accents, in either language', () => {
    expect(ids(null, 'een ding')).toEqual([2]);
    expect(ids(null, 'FIRST')).toEqual([1]);
    expect(ids(null, 'irst')).toEqual([]);
  });

  test('by the name of its kind', () => {
    expect(ids(null, 'afron')).toEqual([1, 2]);
  });

  test('in the kind that is chosen, and in all of them when it is not there', () => {
    expect(ids('ending', '')).toEqual([3]);
    expect(ids('ending', 'ik')).toEqual([3]);
    expect(ids('ending', 'eerst')).toEqual([1]);
  });

  test('what begins with it comes first', () => {
    expect(ids(null, 'ik')).toEqual([3, 1]);
  });

  test('never invents or doubles one', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('slowing', 'ending', null), (typed, kind) => {
        const found = ids(kind, typed);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((id) => all.some((one) => one.id === id))).toBe(true);
      }),
    );
  });
});
