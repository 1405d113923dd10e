import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beforeMerge,
  type CardLimits,
  compareCards,
  mergeCards,
  mergeNumbers,
  unmergeNumbers,
} from '../../src/main/core/rules/merge.ts';
import { type CallerDetails, callerDetails, mergeField } from '../../src/shared/contract/callers.ts';
import { aCaller } from '../support/samples.ts';

const limits: CardLimits = { numbers: 4, remarkLength: 40 };

const text = fc.constantFrom('', 'een', 'twee', 'drie woorden hier');
const card = fc.record({
  displayName: fc.constantFrom('J. Klaver', 'Jan Klaver', '06 00000001'),
  birthDate: fc.constantFrom(null, '1961-04-12', '1940-11-03'),
  numbers: fc.uniqueArray(fc.constantFrom('101', '102', '103', '104', '105', '106'), { maxLength: 4 }),
  generalPractitioner: text,
  generalPractitionerNumber: text,
  addressForm: text,
  spokenLanguage: text,
  checkFirst: text,
  postalAddress: text,
  remark: fc.constantFrom('', 'Hoort slecht.', 'Praat graag over de tuin.'),
});
const choices = fc.dictionary(
  fc.constantFrom(...mergeField.options),
  fc.constantFrom('kept' as const, 'other' as const, 'both' as const),
  { noNullPrototype: true },
);

describe('two cards side by side', () => {
  test('show every field that says something, once, with a choice only where there is one', () => {
    fc.assert(
      fc.property(card, card, (kept, other) => {
        const compared = compareCards(kept, other, limits);
        const shown = compared.map(({ field }) => field);
        const said = mergeField.options.filter((field) => {
          const values = [kept[field], other[field]];
          if (field === 'generalPractitioner')
            values.push(kept.generalPractitionerNumber, other.generalPractitionerNumber);
          return values.some((value) => value !== null && value.length > 0);
        });
        expect([...shown].sort()).toEqual([...said].sort());
        for (const { field, options, choice } of compared) {
          expect(options).toContain(choice);
          const isNumberSame = kept.generalPractitionerNumber === other.generalPractitionerNumber;
          const isSame = JSON.stringify(kept[field]) === JSON.stringify(other[field]);
          if (isSame && (field !== 'generalPractitioner' || isNumberSame)) expect(options).toEqual(['kept']);
        }
      }),
    );
  });

  test('propose the name that says more, and what is only on one of the two', () => {
    const choiceOf = (kept: Partial<CallerDetails>, other: Partial<CallerDetails>, field: string) =>
      compareCards(aCaller(kept), aCaller(other), limits).find((compared) => compared.field === field)?.choice;
    expect(choiceOf({ displayName: 'J. Klaver' }, { displayName: 'Johanna Klaver' }, 'displayName')).toBe('other');
    expect(choiceOf({ displayName: 'Jo Klaver' }, { displayName: '06 00000000000' }, 'displayName')).toBe('kept');
    expect(choiceOf({ displayName: '06 00000000000' }, { displayName: 'Jo' }, 'displayName')).toBe('other');
    expect(choiceOf({}, { checkFirst: 'postcode' }, 'checkFirst')).toBe('other');
    expect(choiceOf({ numbers: ['101'] }, { numbers: ['102'] }, 'numbers')).toBe('both');
    expect(choiceOf({ remark: 'a'.repeat(30) }, { remark: 'b'.repeat(30) }, 'remark')).toBe('kept');
  });
});

describe('the one card', () => {
  test('fits the contract, and says of each field what was chosen or proposed', () => {
    fc.assert(
      fc.property(card, card, choices, (kept, other, chosen) => {
        const merged = mergeCards(kept, other, chosen, limits);
        expect(callerDetails.parse(merged)).toEqual(merged);
        expect(merged.numbers.length).toBeLessThanOrEqual(limits.numbers);
        for (const { field, options, choice } of compareCards(kept, other, limits)) {
          const asked = chosen[field];
          const taken = asked && options.includes(asked) ? asked : choice;
          if (taken !== 'both') expect(merged[field]).toEqual((taken === 'kept' ? kept : other)[field]);
        }
      }),
    );
  });

  test('loses nothing that fits when nothing is chosen', () => {
    fc.assert(
      fc.property(card, card, (kept, other) => {
        const roomy = { numbers: 20, remarkLength: 20_000 };
        const merged = mergeCards(kept, other, {}, roomy);
        expect(merged.numbers).toEqual([...new Set([...kept.numbers, ...other.numbers])]);
        for (const remark of [kept.remark, other.remark]) expect(merged.remark).toContain(remark);
        for (const field of mergeField.options) {
          if (field === 'generalPractitioner') continue;
          if (kept[field]?.length || other[field]?.length) expect(merged[field]).not.toHaveLength(0);
        }
        const gp = (details: CallerDetails) => [details.generalPractitioner, details.generalPractitionerNumber];
        if ([...gp(kept), ...gp(other)].join('') !== '') expect(gp(merged).join('')).not.toBe('');
      }),
    );
  });
});

test('a practitioner keeps the number that was on the same card, also when a merge is undone', () => {
  fc.assert(
    fc.property(card, card, choices, (kept, other, chosen) => {
      const gp = (details: CallerDetails) => [details.generalPractitioner, details.generalPractitionerNumber];
      expect([gp(kept), gp(other)]).toContainEqual(gp(mergeCards(kept, other, chosen, limits)));
    }),
  );
  const before = { generalPractitioner: 'Zonnedal', generalPractitionerNumber: '' };
  const after = { generalPractitioner: 'Vermeer', generalPractitionerNumber: '024 000 0031' };
  expect(beforeMerge(before, after, after)).toEqual(before);
  expect(beforeMerge(before, after, { ...after, generalPractitionerNumber: '024 000 0032' })).toEqual({});
});

describe('undoing', () => {
  const rows = (callerId: number, numbers: readonly string[]) =>
    numbers.map((number, index) => ({ id: callerId * 100 + index, number }));

  test('gives both their numbers back when nothing was changed since', () => {
    fc.assert(
      fc.property(card, card, choices, (keptCard, otherCard, chosen) => {
        const [kept, other] = [rows(1, keptCard.numbers), rows(2, otherCard.numbers)];
        const { numbers } = mergeCards(keptCard, otherCard, chosen, limits);
        const { moved, removed } = mergeNumbers(kept, other, numbers);
        const after = [...kept, ...moved].filter((row) => !removed.includes(row));
        expect(after.map(({ number }) => number).sort()).toEqual([...numbers].sort());
        expect([...moved, ...removed, ...after].length).toBeGreaterThanOrEqual(other.length);
        const undone = unmergeNumbers(kept, numbers, after);
        const back = [...after.filter((row) => !undone.removed.includes(row)), ...undone.putBack];
        expect(back.sort((a, b) => a.id - b.id)).toEqual(kept);
      }),
    );
  });

  test('leaves a number that was added since, and one that was taken away stays away', () => {
    const kept = rows(1, ['101', '102']);
    const now = [{ id: 300, number: '102' }, ...rows(2, ['103']), { id: 301, number: '104' }];
    const { removed, putBack } = unmergeNumbers(kept, ['101', '102', '103'], now);
    expect(removed).toEqual(rows(2, ['103']));
    expect(putBack).toEqual([]);
  });

  test('brings a column back unless somebody changed it since', () => {
    const before = { id: 1, displayName: 'J. Klaver', remark: '', birthDate: null };
    const after = { id: 1, displayName: 'Jo Klaver', remark: 'Hoort slecht.', birthDate: '1961-04-12' };
    expect(beforeMerge(before, after, after)).toEqual({ displayName: 'J. Klaver', remark: '', birthDate: null });
    expect(beforeMerge(before, after, { ...after, remark: 'Hoort niets.' })).toEqual({
      ...{ displayName: 'J. Klaver', birthDate: null },
    });
  });
});
