import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterUse,
  joined,
  type LatestSpan,
  LONGEST_GAP,
  nightsOf,
  type WorkSpan,
} from '../../src/main/core/rules/workTime.ts';
import { DAY, HOUR, MINUTE, oneSpan, start } from '../support/bucketInputs.ts';

/** Writes down what signs of use mean, as the store does. */
function spansOf(uses: readonly { userId: number; at: number }[]): LatestSpan[] {
  const spans: LatestSpan[] = [];
  for (const { userId, at } of uses) {
    const latest = spans.at(-1) ?? null;
    const meaning = afterUse(latest, userId, at);
    if (meaning === 'begins') spans.push({ userId, from: at, until: at });
    if (meaning === 'goesOn' && latest) latest.until = at;
  }
  return spans;
}

const uses = fc
  .array(fc.record({ userId: fc.constantFrom(1, 2), gap: fc.integer({ min: 1, max: 90 * 60 }) }), { maxLength: 60 })
  .map((all) => {
    let at = start;
    return all.map(({ userId, gap }) => {
      at += gap * 1000;
      return { userId, at };
    });
  });

describe('the time at work', () => {
  test('goes on over a short gap, and ends with a long one or when somebody else takes the desk', () => {
    const used = (userId: number, minute: number) => ({ userId, at: start + minute * MINUTE });
    const day = [used(1, 0), used(1, 5), used(1, 24), used(1, 60), used(1, 62), used(2, 64), used(1, 66)];
    expect(spansOf(day)).toEqual([
      { userId: 1, from: start, until: start + 24 * MINUTE },
      { userId: 1, from: start + HOUR, until: start + 62 * MINUTE },
      { userId: 2, from: start + 64 * MINUTE, until: start + 64 * MINUTE },
      { userId: 1, from: start + 66 * MINUTE, until: start + 66 * MINUTE },
    ]);
  });

  test('is written no oftener than once a minute, and never backwards', () => {
    const latest = { userId: 1, from: start, until: start + HOUR };
    expect(afterUse(latest, 1, latest.until + MINUTE - 1)).toBe('nothing');
    expect(afterUse(latest, 1, latest.until + MINUTE)).toBe('goesOn');
    expect(afterUse(latest, 1, latest.until - HOUR)).toBe('nothing');
    expect(afterUse(latest, 1, latest.until + LONGEST_GAP)).toBe('goesOn');
    expect(afterUse(latest, 1, latest.until + LONGEST_GAP + 1)).toBe('begins');
  });

  test('is never more than passed between signs of use, and nobody’s lies over another’s', () => {
    fc.assert(
      fc.property(uses, (all) => {
        const spans = spansOf(all);
        for (const [index, span] of spans.entries()) {
          expect(span.until).toBeGreaterThanOrEqual(span.from);
          expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.until ?? 0);
          const own = all.filter(({ userId, at }) => userId === span.userId && at >= span.from && at <= span.until);
          expect(own[0]?.at).toBe(span.from);
          expect(own.at(-1)?.at).toBe(span.until);
        }
      }),
    );
  });
});

const lengthOf = (spans: readonly WorkSpan[]) => spans.reduce((sum, { from, until }) => sum + until - from, 0);

describe('spans that are joined', () => {
  test('are in order, apart, and as long as what they cover', () => {
    fc.assert(
      fc.property(fc.array(oneSpan), (spans) => {
        const result = joined(spans);
        for (const [index, span] of result.entries()) {
          expect(span.from).toBeGreaterThan(result[index - 1]?.until ?? 0);
        }
        expect(lengthOf(result)).toBeLessThanOrEqual(lengthOf(spans));
        expect(joined([...result, ...spans])).toEqual(result);
      }),
    );
  });
});

describe('a night of rest', () => {
  test('comes after eight hours without work, and with every day more', () => {
    const work = [{ from: start, until: start + 8 * HOUR }];
    const nights = (hours: number) => nightsOf(work, start + (8 + hours) * HOUR).length;
    expect([7, 8, 15, 31, 32, 63, 200].map(nights)).toEqual([0, 1, 1, 1, 2, 3, 9]);
  });

  test('is not a lunch, and not an evening shift after a morning', () => {
    const shift = (from: number, until: number) => ({ from: start + from * HOUR, until: start + until * HOUR });
    expect(nightsOf([shift(0, 4), shift(5, 8), shift(12, 15)], start + 16 * HOUR)).toEqual([]);
    expect(nightsOf([shift(0, 8), shift(24, 32)], start + 2 * DAY)).toHaveLength(2);
  });
});
