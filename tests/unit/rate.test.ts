import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perHundred } from '../../src/main/core/rules/rate.ts';

test('incidents per 100 contacts, to one decimal, and nothing without contacts', () => {
  expect([perHundred(3, 120), perHundred(1, 3), perHundred(0, 7), perHundred(2, 0)]).toEqual([2.5, 33.3, 0, null]);
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 1_000_000 }), (incidents, contacts) => {
      const rate = perHundred(incidents, contacts) ?? -1;
      expect(Math.abs(rate - (incidents / contacts) * 100)).toBeLessThanOrEqual(0.0501);
      expect(Number(rate.toFixed(1))).toBe(rate);
    }),
  );
});
