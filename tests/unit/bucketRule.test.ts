import { describe, expect, test } from 'vitest';
import { defaultBucketRule } from '../../src/main/core/rules/bucket.ts';
import { bucketRule } from '../../src/shared/contract/settings.ts';

describe('a house rule', () => {
  const changed = (part: object) => bucketRule.safeParse({ ...defaultBucketRule, ...part }).success;

  test('is what a practice starts with', () => {
    expect(changed({})).toBe(true);
  });

  test.each([
    ['a second line under the first', { firstLine: 5, secondLine: 5 }],
    ['lighter that weighs more', { weights: { lighter: 1.1, asItWas: 1, heavier: 1.5 } }],
    ['heavier that weighs less', { weights: { lighter: 0.5, asItWas: 1, heavier: 0.9 } }],
    ['something serious that counts less', { drops: { unpleasant: 3, serious: 2, verySerious: 5 } }],
    ['something very serious that counts less', { drops: { unpleasant: 1, serious: 6, verySerious: 5 } }],
    ['other work slower than work', { leakPerHour: 2, leakPerOtherWorkHour: 1 }],
    ['a break no faster than work', { leakPerHour: 30, leakPerOtherWorkHour: 30, leakPerBreakMinute: 0.5 }],
    ['a break that empties nothing', { leakPerBreakMinute: 0 }],
    ['drops below nothing', { reliefPerNight: -1 }],
    ['no minutes of break', { breakMinutes: 0 }],
  ])('does not allow %s', (_what, part) => {
    expect(changed(part)).toBe(false);
  });
});
