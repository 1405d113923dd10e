import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectVerdict } from '../../src/main/core/rules/improvementEffect.ts';

const side = fc.record({ incidents: fc.nat({ max: 200 }), contacts: fc.integer({ min: 1, max: 20_000 }) });
const weeks = fc.integer({ min: 2, max: 8 });

describe('whether a trend moved', () => {
  test('is not told within two weeks, nor from a handful of incidents', () => {
    const many = { incidents: 60, contacts: 2000 };
    expect(effectVerdict(many, { incidents: 0, contacts: 500 }, 1)).toBe('tooEarly');
    expect(effectVerdict({ incidents: 5, contacts: 900 }, { incidents: 2, contacts: 900 }, 8)).toBe('tooFew');
    expect(effectVerdict(many, { incidents: 0, contacts: 0 }, 8)).toBe('tooFew');
  });

  test('is told when it is more than chance: half as many of sixty is, three quarters of twenty is not', () => {
    const before = { incidents: 60, contacts: 2000 };
    expect(effectVerdict(before, { incidents: 30, contacts: 2000 }, 8)).toBe('fewer');
    expect(effectVerdict(before, { incidents: 100, contacts: 2000 }, 8)).toBe('more');
    expect(effectVerdict({ incidents: 20, contacts: 2000 }, { incidents: 15, contacts: 2000 }, 8)).toBe('same');
    // A quarter of the incidents in a quarter of the contacts is nothing.
    expect(effectVerdict(before, { incidents: 15, contacts: 500 }, 2)).toBe('same');
  });

  test('never calls fewer what is more for each contact, or the other way round', () => {
    fc.assert(
      fc.property(side, side, weeks, (before, after, weeksAfter) => {
        const difference = after.incidents / after.contacts - before.incidents / before.contacts;
        const verdict = effectVerdict(before, after, weeksAfter);
        if (verdict === 'fewer') expect(difference).toBeLessThan(0);
        if (verdict === 'more') expect(difference).toBeGreaterThan(0);
      }),
    );
  });

  test('is the same story told from the other side', () => {
    const mirrored = { fewer: 'more', more: 'fewer', same: 'same', tooFew: 'tooFew', tooEarly: 'tooEarly' };
    fc.assert(
      fc.property(side, side, weeks, (before, after, weeksAfter) => {
        expect(effectVerdict(after, before, weeksAfter)).toBe(mirrored[effectVerdict(before, after, weeksAfter)]);
      }),
    );
  });
});
