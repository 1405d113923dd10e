import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tries } from '../../src/main/core/features/session/tries.ts';
import { delayAfter, secondsToWait } from '../../src/main/core/rules/unlockDelay.ts';

const counts = fc.nat(2000);

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
      fc.property(counts, (count) => {
        const delay = delayAfter(count) * 1000;
        expect(secondsToWait(count, delay)).toBe(0);
        if (delay > 0) expect(secondsToWait(count, delay - 1)).toBe(1);
      }),
    );
  });

  test('gets no longer as time passes, is never longer than the delay, and is in whole seconds', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: -400_000, max: 400_000 }), fc.nat(400_000), (count, passed, later) => {
        const wait = secondsToWait(count, passed);
        expect(wait).toBeLessThanOrEqual(delayAfter(count));
        expect(secondsToWait(count, passed + later)).toBeLessThanOrEqual(wait);
        expect(Number.isInteger(wait) && wait >= 0).toBe(true);
      }),
    );
  });
});

/** What somebody who wants more tries may do between two of them. */
const move = fc.oneof(
  { arbitrary: fc.constant({ kind: 'try' } as const), weight: 4 },
  fc.nat(400_000).map((milliseconds) => ({ kind: 'wait', milliseconds }) as const),
  fc.constant({ kind: 'restart' } as const),
  fc.constant({ kind: 'writingFails' } as const),
);

describe('tries', () => {
  test('are never more than the delays leave room for, with restarts and a file that is not always written', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        let now = 0;
        let written = 0;
        let writes = true;
        let lastWrongAt = Number.NEGATIVE_INFINITY;
        let known = 0;
        let tries = new Tries(() => now);
        for (const step of moves) {
          if (step.kind === 'wait') now += step.milliseconds;
          if (step.kind === 'writingFails') writes = false;
          if (step.kind === 'restart') {
            tries = new Tries(() => now);
            writes = true;
            known = written;
          }
          if (step.kind !== 'try' || tries.secondsToWait('key', written) > 0) continue;
          expect(now - lastWrongAt).toBeGreaterThanOrEqual(delayAfter(known) * 1000);
          known = tries.wrong('key', written);
          if (writes) written = known;
          lastWrongAt = now;
        }
      }),
    );
  });
});
