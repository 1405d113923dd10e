import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, dayOf, isTimeZone, rangeOfDay, weekOf } from '../../src/main/core/rules/practiceTime.ts';

const HOUR = 3_600_000;
const amsterdam = 'Europe/Amsterdam';
/** The practice's own, and some whose clocks change at midnight or by half an hour, or are far from it. */
const zoneNames = [amsterdam, 'Africa/Cairo', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Apia'];
const zones = fc.constantFrom(...zoneNames);
const instants = fc.integer({ min: Date.parse('2015-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') });

function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

describe('a day of the practice', () => {
  test('has 23 hours when the clocks go forward and 25 when they go back', () => {
    const hours = (day: string) => {
      const { from, until } = rangeOfDay(day, amsterdam);
      return (until - from) / HOUR;
    };
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
    expect(hours('2026-11-21')).toBe(24);
    expect(rangeOfDay('2026-10-25', amsterdam)).toEqual({
      from: Date.parse('2026-10-24T22:00:00Z'),
      until: Date.parse('2026-10-25T23:00:00Z'),
    });
  });

  test('holds each of its instants, and no other day does', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = dayOf(instant, zone);
        const { from, until } = rangeOfDay(day, zone);
        expect(from).toBeLessThanOrEqual(instant);
        expect(instant).toBeLessThan(until);
        expect(rangeOfDay(dayAfter(day, 1, zone), zone).from).toBe(until);
        expect(rangeOfDay(dayAfter(day, -1, zone), zone).until).toBe(from);
      }),
      { numRuns: 500 },
    );
  });

  test.each(zoneNames)('begins where the one before it ends, on every day of a year, in %s', (zone) => {
    let day = '2026-01-01';
    while (day < '2027-01-01') {
      const { from, until } = rangeOfDay(day, zone);
      const next = dayAfter(day, 1, zone);
      expect([day, dayOf(from, zone), dayOf(until - 1, zone), dayOf(until, zone)]).toEqual([day, day, day, next]);
      day = next;
    }
  });

  test('follows the calendar, whatever the clocks do', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 400 }), (instant, days) => {
        const day = dayOf(instant, amsterdam);
        const expected = new Date(Date.parse(`${day}T12:00:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);
        expect(dayAfter(day, days, amsterdam)).toBe(expected);
      }),
    );
  });
});

describe('a week', () => {
  test('is seven days from Monday to Sunday, the same for each of its days', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = dayOf(instant, zone);
        const week = weekOf(day, zone);
        expect(week).toContain(day);
        expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 0]);
        for (const [index, other] of week.entries()) {
          expect(weekOf(other, zone)).toEqual(week);
          if (index > 0) expect(dayAfter(week[index - 1] ?? '', 1, zone)).toBe(other);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a time zone', () => {
  test.each([amsterdam, 'America/Curacao', 'UTC'])('%s is one', (name) => expect(isTimeZone(name)).toBe(true));
  test.each(['', 'Amsterdam', 'Europe/Nergens', '../etc/passwd'])('%j is none', (name) =>
    expect(isTimeZone(name)).toBe(false),
  );
});
