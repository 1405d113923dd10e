import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bucket,
  type DropEvent,
  defaultBucketRule,
  dropsOf,
  forgottenBreaksClosed,
} from '../../src/main/core/rules/bucket.ts';
import type { BreakInterval } from '../../src/main/core/rules/leak.ts';
import { weight } from '../../src/shared/contract/incidentKinds.ts';
import {
  atWork,
  crisisAt,
  DAY,
  HOUR,
  incidentAt,
  inputs,
  instants,
  MINUTE,
  oneBreak,
  oneEvent,
  rose,
  rules,
  start,
  twoIncidents,
} from '../support/bucketInputs.ts';

/** The leak is a fraction of a drop for every millisecond: sums differ in the last digits. */
const ROUNDING = 1e-6;

describe('how full it is', () => {
  test('is never below empty', () => {
    fc.assert(fc.property(inputs, (input) => bucket(input).drops >= 0));
  });

  test('never falls because something more happened', () => {
    fc.assert(
      fc.property(inputs, oneEvent, (input, more) => {
        const fuller = bucket({ ...input, drops: [...input.drops, more] }).drops;
        expect(fuller).toBeGreaterThanOrEqual(bucket(input).drops - ROUNDING);
      }),
    );
  });

  test('leaks to empty at work, and what filled it is forgotten then', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const rule = { ...input.rule, leakPerHour: Math.max(input.rule.leakPerHour, 0.01) };
        const total = input.drops.reduce((sum, event) => sum + dropsOf(event, rule), 0);
        const now = start + 15 * DAY + ((total + 1) / rule.leakPerHour) * HOUR;
        const emptied = bucket({ ...input, rule, work: [{ from: start, until: now }], now });
        expect(emptied).toMatchObject({
          ...{ drops: 0, line: 'none', prompt: false },
          because: { incidents: 0, concerns: 0, minutes: 0, verySerious: false, carriedOver: false },
        });
      }),
    );
  });

  test('does not change with the clock: without work, a break or a night’s relief nothing leaks', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 30 * 24 * 60 }), (input, later) => {
        const rule = { ...input.rule, reliefPerNight: 0 };
        const breaks = input.breaks.map((one) => ({ ...one, until: one.until ?? one.from }));
        const last = Math.max(input.now, ...[...input.work, ...breaks].map(({ until }) => until));
        const drops = input.drops.filter(({ at }) => at <= last);
        const level = (now: number) => bucket({ ...input, rule, drops, breaks, now }).drops;
        expect(level(last + later * MINUTE)).toBe(level(last));
      }),
    );
  });

  test('of somebody who was not at work since is what came in', () => {
    fc.assert(
      fc.property(rules, fc.array(oneEvent, { maxLength: 6 }), (rule, drops) => {
        const now = start + 15 * DAY;
        const total = drops.reduce((sum, event) => sum + dropsOf(event, rule), 0);
        expect(bucket({ drops, breaks: [], work: [], snoozes: [], rule, now }).drops).toBeCloseTo(total, 6);
      }),
    );
  });

  test('falls on a break at least as fast as at work, and strictly faster when there is something in it', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 90 }), (input, lasted) => {
        const from = input.now - lasted * MINUTE;
        const worked = { ...input, work: [...input.work, { from, until: input.now }] };
        const rest: BreakInterval = { kind: 'break', from, until: input.now };
        const rested = bucket({ ...worked, breaks: [...input.breaks, rest] }).drops;
        expect(rested).toBeLessThanOrEqual(bucket(worked).drops + ROUNDING);
      }),
    );
    fc.assert(
      fc.property(rules, fc.integer({ min: 1, max: 60 }), (rule, lasted) => {
        fc.pre(rule.leakPerBreakMinute * 60 > rule.leakPerHour + ROUNDING);
        const now = start + lasted * MINUTE;
        const full = { ...atWork, rule, drops: [incidentAt(start, { severity: 'verySerious' })], now };
        const rested = bucket({ ...full, breaks: [{ kind: 'break', from: start, until: now }] }).drops;
        expect(rested).toBeLessThan(bucket(full).drops);
      }),
    );
  });

  test('falls with other work at its own rate, between work and a break', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 90 }), (input, lasted) => {
        const from = input.now - lasted * MINUTE;
        const worked = { ...input, breaks: [], work: [...input.work, { from, until: input.now }] };
        const away = (kind: BreakInterval['kind']) => bucket({ ...worked, breaks: [{ kind, from, until: input.now }] });
        expect(away('otherWork').drops).toBeLessThanOrEqual(bucket(worked).drops + ROUNDING);
        expect(away('break').drops).toBeLessThanOrEqual(away('otherWork').drops + ROUNDING);
      }),
    );
    const now = rose + HOUR;
    const other = bucket({ ...atWork, breaks: [{ kind: 'otherWork', from: rose, until: now }], now });
    expect(bucket(atWork).drops - other.drops).toBeCloseTo(defaultBucketRule.leakPerOtherWorkHour, 6);
  });

  test('counts breaks that overlap once', () => {
    fc.assert(
      fc.property(inputs, instants, fc.array(fc.nat(90), { minLength: 3, maxLength: 3 }), (input, from, lengths) => {
        const [first = 0, second = 0, third = 0] = [...lengths].sort((a, b) => a - b).map((length) => length * MINUTE);
        const rest = (a: number, b: number): BreakInterval => ({ kind: 'break', from: from + a, until: from + b });
        const overlapping = [rest(first, third), rest(0, second), rest(first, second)];
        expect(bucket({ ...input, breaks: overlapping }).drops).toBeCloseTo(
          bucket({ ...input, breaks: [rest(0, third)] }).drops,
          6,
        );
      }),
    );
  });
});

describe('from one shift to the next', () => {
  /** Six drops on Friday at nine, the shift over an hour later. */
  const friday = Date.parse('2026-10-23T07:00:00Z');
  const before = {
    ...atWork,
    drops: [0, 1, 2].map((nth) => incidentAt(friday + nth)),
    work: [{ from: friday, until: friday + HOUR }],
  };
  const levelAt = (now: number, relief: number) =>
    bucket({ ...before, rule: { ...defaultBucketRule, reliefPerNight: relief }, now }).drops;

  test('what was not leaked at the end of one is there at the next, across midnight, a weekend and summer time', () => {
    for (const next of [15 * HOUR, 3 * DAY, 10 * DAY]) expect(levelAt(friday + next, 0)).toBeCloseTo(5.5, 6);
  });

  test('but for the relief of each night, which is a day of rest too', () => {
    expect(levelAt(friday + 8 * HOUR, 1)).toBeCloseTo(5.5, 6);
    expect(levelAt(friday + 9 * HOUR, 1)).toBeCloseTo(4.5, 6);
    // From Friday ten to Monday nine: an hour more on the clock, and three nights all the same.
    expect(levelAt(Date.parse('2026-10-26T08:00:00Z'), 1)).toBeCloseTo(2.5, 6);
    expect(levelAt(friday + 12 * DAY, 1)).toBe(0);
  });

  test('the prompt is there in the morning, and says what it is left from', () => {
    const morning = friday + DAY;
    const work = [...before.work, { from: morning, until: morning + HOUR }];
    const seen = bucket({ ...before, work, now: morning + MINUTE });
    expect(seen).toMatchObject({ line: 'suggest', prompt: true });
    expect(seen.because).toEqual({ incidents: 0, concerns: 0, minutes: 0, verySerious: false, carriedOver: true });
    const drops = [...before.drops, incidentAt(morning + 5 * MINUTE)];
    const fuller = bucket({ ...before, work, drops, now: morning + 10 * MINUTE });
    expect(fuller.because).toEqual({ incidents: 1, concerns: 0, minutes: 5, verySerious: false, carriedOver: true });
  });

  test('nothing depends on where in the year, the week or the day it is', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: -400, max: 400 }), fc.nat(24 * 60), (input, days, minutes) => {
        const by = days * DAY + minutes * MINUTE;
        const later = {
          ...input,
          now: input.now + by,
          drops: input.drops.map((event) => ({ ...event, at: event.at + by })),
          breaks: input.breaks.map((one) => ({ ...one, from: one.from + by, until: one.until && one.until + by })),
          work: input.work.map(({ from, until }) => ({ from: from + by, until: until + by })),
          snoozes: input.snoozes.map((at) => at + by),
        };
        expect(bucket(later)).toEqual(bucket(input));
      }),
    );
  });
});

describe('one very serious incident', () => {
  test('is enough for the second line, and still after an hour at work, whatever rule and weight', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...weight.options), fc.integer({ min: 0, max: 59 }), (rule, how, later) => {
        const drops = [incidentAt(start, { severity: 'verySerious', weight: how })];
        const after = bucket({ ...atWork, drops, rule, now: start + later * MINUTE });
        expect(after).toMatchObject({ line: 'insist', prompt: true, because: { incidents: 1, verySerious: true } });
      }),
    );
  });
});

describe('what it depends on', () => {
  test('not on the order of what happened', () => {
    const shuffled = fc.tuple(inputs, fc.infiniteStream(fc.nat())).map(([input, order]) => {
      const shuffle = <Item>(items: readonly Item[]) =>
        items
          .map((item) => ({ item, place: order.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ item }) => item);
      const { drops, breaks, work, snoozes } = input;
      const other = { drops: shuffle(drops), breaks: shuffle(breaks), work: shuffle(work), snoozes: shuffle(snoozes) };
      return { input, other: { ...input, ...other } };
    });
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(bucket(other)).toEqual(bucket(input));
      }),
    );
  });

  test('not on whether time at work is written in one span or in several', () => {
    fc.assert(
      fc.property(inputs, fc.double({ min: 0, max: 1, noNaN: true }), (input, share) => {
        const split = input.work.flatMap(({ from, until }) => {
          const middle = Math.round(from + (until - from) * share);
          return [
            { from: middle, until },
            { from, until: middle },
          ];
        });
        expect(bucket({ ...input, work: split })).toEqual(bucket(input));
      }),
    );
  });

  test('not on what is still to come', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const past = {
          ...input,
          drops: input.drops.filter(({ at }) => at <= input.now),
          breaks: input.breaks.filter(({ from }) => from <= input.now),
          work: input.work.filter(({ from }) => from <= input.now),
          snoozes: input.snoozes.filter((at) => at <= input.now),
        };
        expect(bucket(input)).toEqual(bucket(past));
      }),
    );
  });

  test('explains itself by incidents from the first of them, and by calls of concern', () => {
    const drops = [crisisAt(start), incidentAt(start + 5 * MINUTE), incidentAt(start + 10 * MINUTE)];
    const { because } = bucket({ ...atWork, drops, now: start + 20 * MINUTE });
    expect(because).toEqual({ incidents: 2, concerns: 1, minutes: 15, verySerious: false, carriedOver: false });
    expect(bucket({ ...atWork, drops: [crisisAt(start)] }).because).toMatchObject({ incidents: 0, concerns: 1 });
  });

  test('what adds no drops is no reason', () => {
    const rule = { ...defaultBucketRule, distressDrops: { crisis: 3.5, lonely: 0 } };
    const lonely: DropEvent = { kind: 'concern', at: start + MINUTE, concern: 'lonely' };
    expect(bucket({ ...atWork, rule, drops: [...twoIncidents, lonely] }).because).toMatchObject({ concerns: 0 });
  });

  test('whenever it prompts there is something to say why', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { line, because } = bucket(input);
        if (line === 'none') return;
        expect(because.incidents + because.concerns > 0 || because.carriedOver).toBe(true);
      }),
    );
  });
});

describe('a break that nobody ended', () => {
  const longest = { break: HOUR, otherWork: 4 * HOUR };

  test('lasts an hour at the most, other work four', () => {
    fc.assert(
      fc.property(fc.array(oneBreak), instants, (recorded, now) => {
        for (const [index, closed] of forgottenBreaksClosed(recorded, now).entries()) {
          const { kind, from, until } = closed;
          const latest = from + longest[kind];
          expect(until ?? now).toBeLessThanOrEqual(latest);
          if (until !== latest) expect(closed).toEqual(recorded[index]);
        }
      }),
    );
  });

  test('goes on until then', () => {
    const running: BreakInterval = { kind: 'break', from: start, until: null };
    expect(forgottenBreaksClosed([running], start + HOUR - 1)).toEqual([running]);
    expect(forgottenBreaksClosed([running], start + HOUR)).toEqual([{ ...running, until: start + HOUR }]);
  });
});
