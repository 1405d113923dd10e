import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answered, groupsToTell, resultOf, smallestGroup } from '../../src/main/core/rules/questionnaire.ts';
import { type Answers, questionNames, questions } from '../../src/shared/contract/questionnaires.ts';

const answers: fc.Arbitrary<Answers> = fc.record({
  abuse: fc.constantFrom(...questions.abuse),
  threat: fc.constantFrom(...questions.threat),
  sexual: fc.constantFrom(...questions.sexual),
  colleagues: fc.constantFrom(...questions.colleagues),
  reported: fc.constantFrom(...questions.reported),
  supported: fc.constantFrom(...questions.supported),
});

/** Practices in which a function has none to nine answers, which is where the line lies. */
const everybody: fc.Arbitrary<Answered[]> = fc
  .array(
    fc.tuple(fc.constantFrom('', 'Balie', 'Spoedlijn', 'Secretariaat', 'Manager'), fc.integer({ min: 0, max: 9 })),
    {
      maxLength: 5,
    },
  )
  .chain((groups) =>
    fc.tuple(
      ...groups.flatMap(([name, size]) =>
        Array.from({ length: size }, () =>
          fc.record({
            function: fc.constant(name),
            answers,
          }),
        ),
      ),
    ),
  );

const sizesOf = (all: readonly Answered[]) => {
  const sizes = new Map<string, number>();
  for (const one of all) sizes.set(one.function, (sizes.get(one.function) ?? 0) + 1);
  return sizes;
};
const result = (all: readonly Answered[]) => resultOf(all, 12, questions);

describe('what a questionnaire tells', () => {
  test('is never about fewer than five', () => {
    fc.assert(
      fc.property(everybody, (all) => {
        const { everybody: total, groups, answered } = result(all);
        expect(answered).toBe(all.length);
        expect(total === null).toBe(all.length < smallestGroup);
        expect(groups.every(({ size }) => size >= smallestGroup)).toBe(true);
        expect(groups.every(({ name, size }) => sizesOf(all).get(name) === size)).toBe(true);
      }),
    );
  });

  test('leaves nobody over, or five and more together, whatever is subtracted from everybody', () => {
    fc.assert(
      fc.property(everybody, (all) => {
        const { groups } = result(all);
        // Every sum of told functions: the rest of everybody when they are taken away.
        let sums = [0];
        for (const { size } of groups) sums = [...sums, ...sums.map((sum) => sum + size)];
        for (const sum of sums) {
          const rest = all.length - sum;
          expect(rest === 0 || rest >= smallestGroup || groups.length === 0).toBe(true);
        }
      }),
    );
  });

  test('is the same whoever of a withheld function gave which of the withheld answers', () => {
    fc.assert(
      fc.property(everybody, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const told = new Set(groupsToTell(sizesOf(all)));
        const withheld = all.filter((one) => !told.has(one.function));
        const dealt = withheld
          .map((one) => ({ answers: one.answers, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at);
        const others = withheld.map((one, index) => ({
          function: one.function,
          answers: dealt[index]?.answers ?? one.answers,
        }));
        const other = [...all.filter((one) => told.has(one.function)), ...others];
        expect(result(other)).toEqual(result(all));
        // There are others to have given it: one small function alone is never what is left over.
        if (told.size > 0) expect(withheld.length === 0 || withheld.length >= smallestGroup).toBe(true);
      }),
    );
  });

  test('does not depend on the order in which the answers came', () => {
    fc.assert(
      fc.property(
        everybody.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(result(shuffled)).toEqual(result(all));
        },
      ),
    );
  });

  test('counts every answer once', () => {
    fc.assert(
      fc.property(everybody, (all) => {
        const { everybody: total, groups } = result(all);
        for (const question of questionNames) {
          const sum = (counted: number[]) => counted.reduce((a, b) => a + b, 0);
          if (total) expect(sum(total[question])).toBe(all.length);
          for (const { size, counts } of groups) expect(sum(counts[question])).toBe(size);
        }
      }),
    );
  });

  test('of six at the desk and two on the urgent line is about everybody only', () => {
    expect(
      groupsToTell(
        new Map([
          ['Balie', 6],
          ['Spoedlijn', 2],
        ]),
      ),
    ).toEqual([]);
    expect(
      groupsToTell(
        new Map([
          ['Balie', 6],
          ['Spoedlijn', 2],
          ['Secretariaat', 3],
        ]),
      ),
    ).toEqual(['Balie']);
    expect(
      groupsToTell(
        new Map([
          ['Balie', 7],
          ['Spoedlijn', 6],
          ['Manager', 1],
        ]),
      ),
    ).toEqual(['Balie']);
    expect(
      groupsToTell(
        new Map([
          ['Balie', 6],
          ['Spoedlijn', 5],
        ]),
      ),
    ).toEqual(['Balie', 'Spoedlijn']);
  });
});
