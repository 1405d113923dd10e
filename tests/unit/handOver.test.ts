import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueMoments, dueStateOf, isFor, nextTime } from '../../src/main/core/rules/handOver.ts';
import { dayAfter, dayOf, weekdayOf } from '../../src/main/core/rules/practiceTime.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const timeZone = 'Europe/Amsterdam';
/** Two years, with both changes of the clocks in each. */
const instant = fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') });

const none: ReadonlySet<string> = new Set();
const christmas: ReadonlySet<string> = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);

const amsterdam = (time: string) => Date.parse(`${time}+01:00`);

describe('whether something is due', () => {
  test('goes from later to due to late and never back', () => {
    const order = ['later', 'due', 'late'];
    fc.assert(
      fc.property(instant, fc.integer({ min: -3, max: 3 }), fc.nat({ max: 48 * 60 }), (dueAt, hours, minutes) => {
        const now = dueAt + hours * HOUR;
        const [before, after] = [dueStateOf(dueAt, now), dueStateOf(dueAt, now + minutes * MINUTE)];
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });

  test('is due around its time, and late a quarter of an hour after it', () => {
    fc.assert(
      fc.property(instant, (dueAt) => {
        expect(dueStateOf(dueAt, dueAt - 15 * MINUTE - 1)).toBe('later');
        expect(dueStateOf(dueAt, dueAt - 15 * MINUTE)).toBe('due');
        expect(dueStateOf(dueAt, dueAt)).toBe('due');
        expect(dueStateOf(dueAt, dueAt + 15 * MINUTE - 1)).toBe('due');
        expect(dueStateOf(dueAt, dueAt + 15 * MINUTE)).toBe('late');
      }),
    );
  });
});

describe('the moments of one press', () => {
  test('are all to come, in order, each once; the next working day is Monday to Friday at nine', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(none, christmas), (now, holidays) => {
        const moments = dueMoments(now, timeZone, holidays);
        expect(moments.every(({ at }) => at > now)).toBe(true);
        expect(moments).toEqual(moments.toSorted((a, b) => a.at - b.at));
        expect(new Set(moments.map(({ kind }) => kind)).size).toBe(moments.length);
        const next = moments.find(({ kind }) => kind === 'nextWorkingDay')?.at ?? 0;
        expect(weekdayOf(dayOf(next, timeZone))).toBeLessThanOrEqual(5);
        expect(holidays.has(dayOf(next, timeZone))).toBe(false);
        expect(dayOf(next, timeZone) > dayOf(now, timeZone)).toBe(true);
        expect(new Date(next).toLocaleTimeString('nl', { timeZone, timeStyle: 'short' })).toBe('09:00');
      }),
    );
  });

  test('on a Friday morning', () => {
    const now = amsterdam('2026-11-20T10:00:20');
    expect(dueMoments(now, timeZone, none)).toEqual([
      { kind: 'soon', at: amsterdam('2026-11-20T10:31') },
      { kind: 'inAnHour', at: amsterdam('2026-11-20T11:01') },
      { kind: 'afternoon', at: amsterdam('2026-11-20T14:00') },
      { kind: 'nextWorkingDay', at: amsterdam('2026-11-23T09:00') },
    ]);
  });

  test('the day before Christmas, the next working day is after it and after the weekend', () => {
    const next = dueMoments(amsterdam('2026-12-24T10:00'), timeZone, christmas).at(-1);
    expect(next).toEqual({ kind: 'nextWorkingDay', at: amsterdam('2026-12-28T09:00') });
  });

  test.each([
    ['12:59', '14:00'],
    ['13:00', '16:00'],
    ['14:59', '16:00'],
    ['15:00', null],
  ])('at %s, this afternoon is %s', (now, then) => {
    const afternoon = dueMoments(amsterdam(`2026-11-18T${now}`), timeZone, none).find(
      ({ kind }) => kind === 'afternoon',
    );
    expect(afternoon?.at ?? null).toBe(then && amsterdam(`2026-11-18T${then}`));
  });
});

describe('a time that is typed', () => {
  const clock = fc.record({ hours: fc.nat({ max: 23 }), minutes: fc.nat({ max: 59 }) });
  const two = (value: number) => String(value).padStart(2, '0');

  test('is the next one the clock shows, within a day, whatever way it is written', () => {
    fc.assert(
      fc.property(instant, clock, fc.constantFrom(':', '.', ''), (now, { hours, minutes }, sign) => {
        const at = nextTime(`${two(hours)}${sign}${two(minutes)}`, now, timeZone) ?? 0;
        expect(at).toBeGreaterThan(now);
        // 24 hours, and one more on the day on which the clocks go back.
        expect(at - now).toBeLessThanOrEqual(25 * HOUR);
        const today = dayOf(now, timeZone);
        expect([today, dayAfter(today, 1, timeZone)]).toContain(dayOf(at, timeZone));
      }),
    );
  });

  test.each([
    ['14:30', '2026-11-18T14:30'],
    ['1430', '2026-11-18T14:30'],
    ['14', '2026-11-18T14:00'],
    ['14 uur', '2026-11-18T14:00'],
    [' 9.15 ', '2026-11-19T09:15'],
    ['915', '2026-11-19T09:15'],
    ['10:00', '2026-11-19T10:00'],
  ])('%s at ten', (typed, then) => {
    expect(nextTime(typed, amsterdam('2026-11-18T10:00'), timeZone)).toBe(amsterdam(then));
  });

  test.each(['', '24:00', '12:60', 'straks', '1', '-1', '123456', '12:3'])(
    '%j is none unless it is an hour',
    (typed) => {
      expect(nextTime(typed, amsterdam('2026-11-18T10:00'), timeZone) === null).toBe(typed !== '1');
    },
  );
});

describe('whom a hand-over is for', () => {
  const role = fc.constantFrom('receptionist' as const, 'manager' as const);
  const team = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }), role }), {
    selector: ({ id }) => id,
    minLength: 1,
  });

  test('there is always somebody in the team who sees it', () => {
    fc.assert(
      fc.property(team, fc.option(fc.integer({ min: 1, max: 12 })), role, (workers, toUserId, wanted) => {
        const receiver = workers.find(({ id }) => id === toUserId);
        const given = { toUserId, role: receiver?.role ?? wanted, isInTeam: receiver !== undefined };
        const roles = workers.map((worker) => worker.role);
        const seenBy = workers.filter((worker) => isFor(given, worker, roles));
        expect(seenBy.length).toBeGreaterThan(0);
        if (receiver) expect(seenBy).toEqual([receiver]);
        else if (roles.includes(given.role)) expect(seenBy.every((worker) => worker.role === given.role)).toBe(true);
        else expect(seenBy).toEqual(workers);
      }),
    );
  });
});
