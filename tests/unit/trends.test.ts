import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localHours } from '../../src/main/core/rules/localHour.ts';
import { type Counts, outOfOrdinary, usualOf, WEEKS_BEFORE } from '../../src/main/core/rules/outOfOrdinary.ts';
import { dayOf, hourOf, weekdayOf } from '../../src/main/core/rules/practiceTime.ts';
import { FEWEST_PEOPLE, foldSmallGroups, type PeopleGroup } from '../../src/main/core/rules/smallGroups.ts';
import {
  dayNumberOf,
  dayOfNumber,
  laterUntil,
  periodsUntil,
  weekdayOfNumber,
} from '../../src/main/core/rules/trendPeriods.ts';
import { trendUnit } from '../../src/shared/contract/trends.ts';

const HOUR = 3_600_000;
const aDay = fc.integer({ min: dayNumberOf('2000-01-01'), max: dayNumberOf('2099-12-31') }).map(dayOfNumber);
const aUnit = fc.constantFrom(...trendUnit.options);

describe('the practice’s clock in whole hours', () => {
  test('tells the day and hour that the calendar tells, also when the clocks change', () => {
    const hours = fc.integer({ min: Date.parse('2020-01-01') / HOUR, max: Date.parse('2030-01-01') / HOUR });
    const nearChange = fc.integer({ min: -30, max: 30 }).map((by) => Date.parse('2026-10-25T01:00Z') / HOUR + by);
    const zones = fc.constantFrom('Europe/Amsterdam', 'America/Kralendijk', 'UTC');
    fc.assert(
      fc.property(fc.oneof(hours, nearChange), zones, (hour, timeZone) => {
        const local = localHours(timeZone)(hour);
        expect(dayOfNumber(local.dayNumber)).toBe(dayOf(hour * HOUR, timeZone));
        expect(local.hour).toBe(hourOf(hour * HOUR, timeZone));
        expect(weekdayOfNumber(local.dayNumber)).toBe(weekdayOf(dayOf(hour * HOUR, timeZone)));
      }),
    );
  });
});

describe('periods', () => {
  test('follow each other without a gap, and the last one holds the day that was asked for', () => {
    fc.assert(
      fc.property(aUnit, aDay, fc.integer({ min: 1, max: 60 }), (unit, day, count) => {
        const periods = periodsUntil(unit, day, count);
        expect(periods).toHaveLength(count);
        const last = periods.at(-1);
        expect(last && last.from <= day && day <= last.lastDay).toBe(true);
        for (const [index, { from, lastDay }] of periods.entries()) {
          expect(from <= lastDay).toBe(true);
          const next = periods[index + 1];
          if (next) expect(dayNumberOf(next.from)).toBe(dayNumberOf(lastDay) + 1);
        }
      }),
    );
  });

  test('begin where a calendar begins them', () => {
    expect(periodsUntil('week', '2026-11-22', 2)).toEqual([
      { from: '2026-11-09', lastDay: '2026-11-15' },
      { from: '2026-11-16', lastDay: '2026-11-22' },
    ]);
    expect(periodsUntil('month', '2024-03-01', 2)).toEqual([
      { from: '2024-02-01', lastDay: '2024-02-29' },
      { from: '2024-03-01', lastDay: '2024-03-31' },
    ]);
    expect(periodsUntil('year', '2025-06-30', 2)).toEqual([
      { from: '2024-01-01', lastDay: '2024-12-31' },
      { from: '2025-01-01', lastDay: '2025-12-31' },
    ]);
    expect(periodsUntil('day', '2026-03-29', 1)).toEqual([{ from: '2026-03-29', lastDay: '2026-03-29' }]);
  });

  test('after those shown never go past today, and end with null', () => {
    fc.assert(
      fc.property(aUnit, aDay, aDay, (unit, until, today) => {
        const later = laterUntil(unit, periodsUntil(unit, until, 5), today);
        if (later !== null) expect(later > until && later <= today).toBe(true);
      }),
    );
    expect(laterUntil('week', periodsUntil('week', '2026-11-21', 5), '2026-11-21')).toBeNull();
    expect(laterUntil('week', periodsUntil('week', '2026-09-01', 2), '2026-11-21')).toBe('2026-09-20');
  });
});

const counts = fc.record({ contacts: fc.integer({ min: 0, max: 3000 }), incidents: fc.integer({ min: 0, max: 60 }) });
const before = fc.array(counts, { minLength: 0, maxLength: WEEKS_BEFORE });
const same = (contacts: number, incidents: number): Counts[] =>
  Array.from({ length: WEEKS_BEFORE }, () => ({ contacts, incidents }));

describe('a week or a day out of the ordinary', () => {
  test('is told of a day by the same rule: a smaller count has a wider margin', () => {
    // 1.1 per 100; three times the root of 0.011 for each of 200 contacts is 2.2 per 100.
    const signal = outOfOrdinary({ contacts: 200, incidents: 7 }, same(1000, 11));
    expect(signal).toMatchObject({ direction: 'above', perHundred: expect.closeTo(3.5, 5) });
    expect(signal?.margin).toBeCloseTo(2.225, 3);
    expect(outOfOrdinary({ contacts: 200, incidents: 6 }, same(1000, 11))).toBeNull();
    expect(outOfOrdinary({ contacts: 200, incidents: 0 }, same(1000, 11))).toBeNull();
    fc.assert(
      fc.property(counts, before, fc.integer({ min: 2, max: 20 }), (week, weeks, times) => {
        const larger = { contacts: week.contacts * times, incidents: week.incidents * times };
        const [found, ofLarger] = [outOfOrdinary(week, weeks), outOfOrdinary(larger, weeks)];
        if (!found) return;
        expect(ofLarger?.direction).toBe(found.direction);
        expect(ofLarger?.margin).toBeLessThan(found.margin);
      }),
    );
  });

  test('has something to lie beside from eight weeks with contacts on, and the rate is that of all of them', () => {
    fc.assert(
      fc.property(before, (weeks) => {
        const usual = usualOf(weeks);
        expect(usual === null).toBe(weeks.filter(({ contacts }) => contacts > 0).length < 8);
        if (usual) expect(usual).toEqual(usualOf([...weeks.toReversed(), { contacts: 0, incidents: 5 }]));
      }),
    );
    expect(usualOf(same(1000, 11))).toEqual({ contacts: 12_000, incidents: 132 });
  });

  test('is told with figures that can be recounted by hand', () => {
    // 12 × 1000 contacts with 11 incidents: 1.1 per 100; three times the root of 11 is 9.95 of 1000.
    const signal = outOfOrdinary({ contacts: 1000, incidents: 28 }, same(1000, 11));
    expect(signal?.direction).toBe('above');
    expect(signal?.perHundred).toBeCloseTo(2.8, 5);
    expect(signal?.usual).toBeCloseTo(1.1, 5);
    expect(signal?.margin).toBeCloseTo(0.995, 3);
    expect(outOfOrdinary({ contacts: 1000, incidents: 20 }, same(1000, 11))).toBeNull();
    expect(outOfOrdinary({ contacts: 1000, incidents: 1 }, same(1000, 11))?.direction).toBe('below');
  });

  test('is not called on fewer than three incidents, or with fewer than eight weeks to compare', () => {
    expect(outOfOrdinary({ contacts: 5, incidents: 2 }, same(1000, 1))).toBeNull();
    expect(outOfOrdinary({ contacts: 1000, incidents: 60 }, same(1000, 11).slice(5))).toBeNull();
    expect(outOfOrdinary({ contacts: 1000, incidents: 60 }, same(1000, 11).slice(4))).not.toBeNull();
    expect(outOfOrdinary({ contacts: 0, incidents: 5 }, same(1000, 11))).toBeNull();
  });

  test('lies beyond its own limits, and a week like those before it never does', () => {
    fc.assert(
      fc.property(counts, before, (week, weeks) => {
        const signal = outOfOrdinary(week, weeks);
        if (signal?.direction === 'above') {
          expect(week.incidents).toBeGreaterThanOrEqual(3);
          expect(signal.perHundred).toBeGreaterThan(signal.usual + signal.margin);
        }
        if (signal?.direction === 'below') expect(signal.perHundred).toBeLessThan(signal.usual - signal.margin);
      }),
    );
    fc.assert(
      fc.property(counts, (week) => {
        expect(outOfOrdinary(week, same(week.contacts, week.incidents))).toBeNull();
      }),
    );
  });

  test('stays above with more incidents, whatever the order of the weeks before', () => {
    fc.assert(
      fc.property(counts, before, fc.nat({ max: 30 }), (week, weeks, more) => {
        const worse = { ...week, incidents: week.incidents + more };
        if (outOfOrdinary(week, weeks)?.direction !== 'above') return;
        expect(outOfOrdinary(worse, weeks.toReversed())?.direction).toBe('above');
      }),
    );
  });
});

const peopleGroups = fc
  .uniqueArray(
    fc.record({
      value: fc.constantFrom('balie', 'telefoon', 'assistent', 'stage', 'admin', ''),
      people: fc.integer({ min: 1, max: 6 }),
      contacts: fc.nat({ max: 500 }),
      incidents: fc.nat({ max: 50 }),
    }),
    { selector: ({ value }) => value },
  )
  .map((groups) => groups.map((group): PeopleGroup => ({ ...group, perHundred: null })));
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('groups of people', () => {
  test('are never smaller than three, and neither is what is left when they are taken from the whole', () => {
    fc.assert(
      fc.property(peopleGroups, (groups) => {
        const shown = foldSmallGroups(groups);
        for (const { people } of shown) expect(people).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        if (shown.length === 0) return;
        for (const of of ['people', 'contacts', 'incidents'] as const) {
          expect(sum(shown.map((group) => group[of]))).toBe(sum(groups.map((group) => group[of])));
        }
      }),
    );
  });

  test('that are large enough stay apart; a rest of one person takes the smallest of them with it', () => {
    const group = (value: string, people: number): PeopleGroup => ({
      ...{ value, people, contacts: people * 100, incidents: people },
      perHundred: 1,
    });
    expect(foldSmallGroups([group('balie', 3), group('telefoon', 4)]).map(({ value }) => value)).toEqual([
      'telefoon',
      'balie',
    ]);
    expect(foldSmallGroups([group('balie', 3), group('telefoon', 4), group('stage', 1)])).toEqual([
      group('telefoon', 4),
      { value: null, people: 4, contacts: 400, incidents: 4, perHundred: 1 },
    ]);
    expect(foldSmallGroups([group('balie', 3), group('stage', 2)])).toEqual([]);
    expect(foldSmallGroups([group('balie', 2)])).toEqual([]);
  });
});
