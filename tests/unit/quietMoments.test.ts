import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, hourOf, instantOf, weekdayOf } from '../../src/main/core/rules/practiceTime.ts';
import { QUARTER, type Quarter, quietMoments, weeksLookedAt } from '../../src/main/core/rules/quietMoments.ts';

const amsterdam = 'Europe/Amsterdam';
const now = Date.parse('2026-11-21T09:00:00Z');
const { from, until } = weeksLookedAt(now, amsterdam);

const quarters: fc.Arbitrary<Quarter[]> = fc.uniqueArray(
  fc.record({
    quarter: fc.integer({ min: from / QUARTER, max: until / QUARTER - 1 }),
    contacts: fc.integer({ min: 1, max: 30 }),
  }),
  { selector: ({ quarter }) => quarter, maxLength: 200 },
);

/** Four busy weeks from nine to five, quiet on Tuesday from two to three and on Thursday from four to five. */
function busyWeeks(): Quarter[] {
  const days = Array.from({ length: 28 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`);
  return days
    .filter((day) => weekdayOf(day) <= 5)
    .flatMap((day) =>
      Array.from({ length: 8 }, (_, index) => {
        const hour = index + 9;
        const isQuiet = (weekdayOf(day) === 2 && hour === 14) || (weekdayOf(day) === 4 && hour === 16);
        const time = `${String(hour).padStart(2, '0')}:00`;
        return { quarter: instantOf(day, time, amsterdam) / QUARTER, contacts: isQuiet ? 1 : 12 };
      }),
    );
}

describe('quiet moments', () => {
  test('are the hours in which little is noted, on different days, the quietest first', () => {
    const { proposed, weeks } = quietMoments(busyWeeks(), amsterdam);
    expect(weeks).toBe(5);
    expect(proposed.slice(0, 2)).toEqual([
      { weekday: 2, from: '14:00', until: '15:00' },
      { weekday: 4, from: '16:00', until: '17:00' },
    ]);
    expect(new Set(proposed.map(({ weekday }) => weekday)).size).toBe(proposed.length);
  });

  test('count every contact in the hour that the clock of the practice showed, also when it changed', () => {
    fc.assert(
      fc.property(quarters, (some) => {
        const { hours, weeks } = quietMoments(some, amsterdam);
        const total = hours.reduce((sum, { contacts }) => sum + contacts * weeks, 0);
        expect(total).toBeCloseTo(some.reduce((sum, { contacts }) => sum + contacts, 0));
        for (const { quarter } of some) {
          const at = quarter * QUARTER;
          const weekday = weekdayOf(dayOf(at, amsterdam));
          expect(hours.some((cell) => cell.weekday === weekday && cell.hour === hourOf(at, amsterdam))).toBe(true);
        }
      }),
    );
  });

  test('are proposed only where somebody usually answers, and not from a log of one week', () => {
    fc.assert(
      fc.property(quarters, (some) => {
        const { hours, proposed, weeks } = quietMoments(some, amsterdam);
        expect(proposed.length).toBeLessThanOrEqual(3);
        if (weeks < 2) expect(proposed).toEqual([]);
        for (const { weekday, from: start } of proposed)
          expect(hours.some((cell) => cell.weekday === weekday && cell.hour === Number(start.slice(0, 2)))).toBe(true);
      }),
    );
    expect(quietMoments([], amsterdam)).toEqual({ weeks: 0, hours: [], proposed: [] });
  });
});
