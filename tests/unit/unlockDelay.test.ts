import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delayAfter, secondsToWait } from '../../src/main/core/rules/unlockDelay.ts';

const counts = fc.nat(2000);
const instants = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('the wait after wrong passwords', () => {
  test('is none for two, then 5 seconds and twice as long each time, never over five minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 8, 9, 10].map(delayAfter)).toEqual([0, 0, 0, 5, 10, 20, 160, 300, 300]);
    fc.assert(
      fc.property(counts, (count) => {
        expect(delayAfter(count)).toBeLessThanOrEqual(300);
        expect(delayAfter(count + 1)).toBeGreaterThanOrEqual(delayAfter(count));
      }),
    );
  });

  test('is over when the delay has passed, not a moment sooner', () => {
    fc.assert(
      fc.property(counts, instants, (count, lastAt) => {
        const end = lastAt + delayAfter(count) * 1000;
        expect(secondsToWait({ count, lastAt }, end)).toBe(0);
        if (end > lastAt) expect(secondsToWait({ count, lastAt }, end - 1)).toBe(1);
      }),
    );
  });

  test('gets no longer as time passes, and a clock that was set back makes it no longer than the delay', () => {
    fc.assert(
      fc.property(counts, instants, instants, fc.nat(400_000), (count, lastAt, now, later) => {
        const failures = { count, lastAt };
        const wait = secondsToWait(failures, now);
        expect(wait).toBeLessThanOrEqual(delayAfter(count));
        expect(secondsToWait(failures, now + later)).toBeLessThanOrEqual(wait);
        expect(Number.isInteger(wait) && wait >= 0).toBe(true);
      }),
    );
  });
});
