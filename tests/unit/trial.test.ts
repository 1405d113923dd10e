import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultBucketRule } from '../../src/main/core/rules/bucket.ts';
import { trial } from '../../src/main/core/rules/trial.ts';
import { rules } from '../support/bucketInputs.ts';

test('three insults in an hour: the prompt comes after the second, and insists after the third', () => {
  const hour = [0, 25, 30].map((minutesLater) => ({ what: 'serious' as const, minutesLater }));
  expect(trial(defaultBucketRule, hour).map(({ line, prompt }) => [line, prompt])).toEqual([
    ['none', false],
    ['suggest', true],
    ['insist', true],
  ]);
});

test('after the break that the rule proposes it says no more, until something happens again', () => {
  const outcome = trial(defaultBucketRule, [
    { what: 'crisis', minutesLater: 0 },
    { what: 'break', minutesLater: 5 },
    { what: 'serious', minutesLater: 10 },
  ]);
  expect(outcome.map(({ prompt }) => prompt)).toEqual([true, false, false]);
  expect(outcome[1]?.level).toBeLessThan(outcome[0]?.level ?? 0);
  expect(outcome[2]?.level).toBeGreaterThan(outcome[1]?.level ?? 0);
});

test('one very serious incident insists with any rule', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(trial(rule, [{ what: 'verySerious', minutesLater: 0 }])).toMatchObject([{ line: 'insist', prompt: true }]);
    }),
  );
});
