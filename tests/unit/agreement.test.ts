import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundSince,
  type Call,
  dueThisWeek,
  nextMoment,
  nextReview,
  stateOf,
  usedThisWeek,
  useOf,
  weekAround,
} from '../../src/main/core/rules/agreement.ts';
import { dayAfter, dayOf, instantOf, rangeOfDay, weekdayOf, weekOf } from '../../src/main/core/rules/practiceTime.ts';
import type { AgreementTerms } from '../../src/shared/contract/agreements.ts';
import { channel, reason } from '../../src/shared/contract/channel.ts';
import { someTerms } from '../support/samples.ts';

const HOUR = 3_600_000;
const amsterdam = 'Europe/Amsterdam';
const at = (day: string, time: string) => instantOf(day, time, amsterdam);
const monday = '2026-11-23';

/** Around both changes of the clocks in 2026 and in the weeks of the samples. */
const instants = fc
  .tuple(fc.constantFrom('2026-03-23', '2026-10-19', '2026-11-16'), fc.integer({ min: 0, max: 20 * 24 * 60 }))
  .map(([day, minutes]) => rangeOfDay(day, amsterdam).from + minutes * 60_000);
const calls: fc.Arbitrary<Call[]> = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 40 }),
    channel: fc.constantFrom(...channel.options),
    reason: fc.constantFrom(null, ...reason.options),
    startedAt: instants,
  }),
  { maxLength: 30 },
);
const clock = fc
  .integer({ min: 3, max: 22 })
  .chain((hour) => fc.integer({ min: hour + 1, max: 23 }).map((until) => ({ from: hour, until })))
  .map(({ from, until }) => ({ from: `${String(from).padStart(2, '0')}:15`, until: `${until}:00`.padStart(5, '0') }));
const terms: fc.Arbitrary<AgreementTerms> = fc
  .record({
    callsPerWeek: fc.integer({ min: 1, max: 5 }),
    moments: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 7 }), clock).map(([weekday, times]) => ({ weekday, ...times })),
      { minLength: 1, maxLength: 5 },
    ),
    startsOn: fc.constantFrom('2026-03-01', '2026-03-30', '2026-10-22', '2026-11-23'),
    lastDay: fc.constantFrom('2026-04-03', '2026-10-25', '2026-11-28', '2027-01-29'),
  })
  .map((given) => someTerms(given));

const call = (id: number, startedAt: number, more: Partial<Call> = {}): Call => ({
  id,
  channel: 'phone',
  reason: 'question',
  startedAt,
  ...more,
});

describe('the calls of a week under an agreement', () => {
  const since = { startsOn: '2026-01-01', since: 0 };

  test('are counted once each, however often they are given', () => {
    fc.assert(
      fc.property(calls, instants, (some, now) => {
        const unique = [...new Map(some.map((one) => [one.id, one])).values()];
        const used = usedThisWeek(unique, since, now, amsterdam);
        expect(usedThisWeek([...unique, ...unique], since, now, amsterdam)).toBe(used);
        const week = weekOf(dayOf(now, amsterdam), amsterdam);
        const expected = unique.filter(
          (one) =>
            one.channel === 'phone' &&
            one.reason !== 'urgent' &&
            one.startedAt <= now &&
            week.includes(dayOf(one.startedAt, amsterdam)),
        );
        expect(used).toBe(expected.length);
      }),
      { numRuns: 300 },
    );
  });

  test('never hold an emergency, whatever it comes in by', () => {
    fc.assert(
      fc.property(calls, calls, instants, (some, others, now) => {
        const emergencies = others.map((one, index) => ({
          ...one,
          id: 100 + index,
          ...(index % 2 === 0 ? { channel: 'urgentLine' as const } : { reason: 'urgent' as const }),
        }));
        const used = usedThisWeek(some, since, now, amsterdam);
        expect(usedThisWeek([...some, ...emergencies], since, now, amsterdam)).toBe(used);
      }),
    );
  });

  test('begin on Monday at midnight, also in the weeks in which the clocks change', () => {
    for (const day of ['2026-03-30', '2026-10-26']) {
      const start = rangeOfDay(day, amsterdam).from;
      const two = [call(1, start - 1), call(2, start)];
      expect(usedThisWeek(two, since, start - 1, amsterdam)).toBe(1);
      expect(usedThisWeek(two, since, start, amsterdam)).toBe(1);
      expect(weekAround(start, amsterdam).from).toBe(start);
      expect(weekAround(start - 1, amsterdam).until).toBe(start);
    }
    const week = weekAround(Date.parse('2026-03-29T12:00:00Z'), amsterdam);
    expect((week.until - week.from) / HOUR).toBe(7 * 24 - 1);
  });

  test('leave out what was before the agreement was made, and before it starts', () => {
    const some = [call(1, at(monday, '09:00')), call(2, at(monday, '11:00')), call(3, at('2026-11-24', '09:00'))];
    const now = at('2026-11-24', '10:00');
    const used = (startsOn: string, since: number) => usedThisWeek(some, { startsOn, since }, now, amsterdam);
    expect(used(monday, 0)).toBe(3);
    expect(used(monday, at(monday, '10:00'))).toBe(2);
    expect(used('2026-11-24', at(monday, '10:00'))).toBe(1);
  });
});

describe('a caller', () => {
  test('stays bound through changes and an end that is undone, and is free after a real end', () => {
    const hour = 3_600_000;
    const ended = [
      { madeAt: 1 * hour, endedAt: 5 * hour },
      { madeAt: 5 * hour, endedAt: 6 * hour },
    ];
    expect(boundSince(6 * hour, ended)).toBe(hour);
    expect(boundSince(6 * hour + 20_000, ended)).toBe(hour);
    expect(boundSince(7 * hour, ended)).toBe(7 * hour);
    expect(boundSince(6 * hour, [])).toBe(6 * hour);
  });

  test('is never bound later than the agreement was made', () => {
    const periods = fc.array(fc.record({ madeAt: fc.nat(500_000), endedAt: fc.nat(500_000) }));
    fc.assert(
      fc.property(fc.nat(500_000), periods, (madeAt, ended) => {
        const since = boundSince(madeAt, ended);
        expect(since).toBeLessThanOrEqual(madeAt);
        expect([madeAt, ...ended.map((one) => one.madeAt)]).toContain(since);
      }),
    );
  });
});

describe('an agreement', () => {
  test('runs from the start of its first day, and ends exactly at the end of its last', () => {
    fc.assert(
      fc.property(terms, instants, ({ startsOn, lastDay }, now) => {
        const period = { startsOn, lastDay: lastDay < startsOn ? startsOn : lastDay };
        const { from } = rangeOfDay(period.startsOn, amsterdam);
        const { until } = rangeOfDay(period.lastDay, amsterdam);
        expect(stateOf(period, from - 1, amsterdam)).toBe('upcoming');
        expect(stateOf(period, from, amsterdam)).toBe('running');
        expect(stateOf(period, until - 1, amsterdam)).toBe('running');
        expect(stateOf(period, until, amsterdam)).toBe('ended');
        expect(stateOf(period, now, amsterdam)).toBe(now < from ? 'upcoming' : now < until ? 'running' : 'ended');
      }),
    );
  });

  test('says which call is next: 2 of 2 this week, next Tuesday 14:00', () => {
    const two = [call(1, at(monday, '09:00')), call(2, at('2026-11-24', '14:10'))];
    const use = useOf(someTerms(), 0, two, at('2026-11-26', '10:00'), amsterdam);
    const next = { from: at('2026-12-01', '14:00'), until: at('2026-12-01', '15:00') };
    expect(use).toEqual({ state: 'running', used: 2, now: 'usedUp', next });
  });

  test('knows the sentence for a call at an agreed moment, at another, and before the first', () => {
    const now = (instant: number) => useOf(someTerms(), 0, [], instant, amsterdam).now;
    expect(now(at('2026-11-24', '14:30'))).toBe('agreedMoment');
    expect(now(at('2026-11-24', '13:59'))).toBe('otherMoment');
    expect(now(at('2026-11-24', '15:00'))).toBe('otherMoment');
    expect(now(at('2026-11-21', '10:00'))).toBe('notStarted');
    const ended = useOf(someTerms(), 0, [], at('2027-01-30', '00:00'), amsterdam);
    expect([ended.state, ended.next]).toEqual(['ended', null]);
  });

  test('gives a next moment that was agreed, is not over, and lies within it; in a later week once all are used', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 6 }), instants, (agreed, used, now) => {
        const next = nextMoment(agreed, used, now, amsterdam);
        if (!next) return;
        const day = dayOf(next.from, amsterdam);
        expect(next.until).toBeGreaterThan(now);
        expect(day >= agreed.startsOn && day <= agreed.lastDay).toBe(true);
        const moment = agreed.moments.find(
          ({ weekday, from, until }) =>
            weekday === weekdayOf(day) && at(day, from) === next.from && at(day, until) === next.until,
        );
        expect(moment).toBeDefined();
        if (used >= agreed.callsPerWeek) expect(next.from).toBeGreaterThanOrEqual(weekAround(now, amsterdam).until);
      }),
      { numRuns: 500 },
    );
  });

  test('passes over no moment: between now and the next one there is none', () => {
    fc.assert(
      fc.property(terms, instants, (agreed, now) => {
        const next = nextMoment(agreed, 0, now, amsterdam);
        const today = dayOf(now, amsterdam);
        for (let days = 0; days < 8; days += 1) {
          const day = dayAfter(today, days, amsterdam);
          if (day < agreed.startsOn || day > agreed.lastDay) continue;
          for (const { weekday, from, until } of agreed.moments) {
            if (weekday !== weekdayOf(day) || at(day, until) <= now) continue;
            expect(next?.from).toBeLessThanOrEqual(at(day, from));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is due', () => {
  test('is what ends or is to be looked at by Sunday; a look that was forgotten stays due', () => {
    const due = (lastDay: string, reviewOn: string | null) => dueThisWeek(lastDay, reviewOn, '2026-11-25', amsterdam);
    expect(due('2026-11-29', '2026-11-26')).toBe('ends');
    expect(due('2026-11-30', '2026-11-29')).toBe('review');
    expect(due('2026-11-30', '2026-11-30')).toBeNull();
    expect(due('2026-12-30', '2026-10-01')).toBe('review');
    expect(due('2026-12-30', null)).toBeNull();
  });

  test('is looked at again in four weeks, at the latest when it ends', () => {
    expect(nextReview('2027-01-29', '2026-11-25', amsterdam)).toBe('2026-12-23');
    expect(nextReview('2026-12-04', '2026-11-25', amsterdam)).toBe('2026-12-04');
  });
});
