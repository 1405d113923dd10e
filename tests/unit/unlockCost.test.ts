import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCheap, passesFor } from '../../src/main/core/rules/unlockCost.ts';

const times = fc.double({ min: 0, max: 10_000, noNaN: true });

describe('what a key costs', () => {
  test('is near 400 ms, never under three passes and never over sixteen', () => {
    expect([10, 40, 80, 100, 130, 200, 2000].map(passesFor)).toEqual([16, 10, 5, 4, 3, 3, 3]);
    fc.assert(
      fc.property(times, times, (one, other) => {
        expect(passesFor(one)).toBeGreaterThanOrEqual(3);
        expect(passesFor(one)).toBeLessThanOrEqual(16);
        if (one < other) expect(passesFor(one)).toBeGreaterThanOrEqual(passesFor(other));
      }),
    );
  });

  test('goes up on a computer that is more than twice as fast, and then it is right', () => {
    expect(isCheap(3, 250)).toBe(false);
    expect(isCheap(3, 90)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 16 }), times, (passes, milliseconds) => {
        const right = passesFor(milliseconds / passes);
        if (isCheap(passes, milliseconds)) expect(right).toBeGreaterThan(passes);
        expect(isCheap(right, (milliseconds / passes) * right)).toBe(false);
      }),
    );
  });
});
