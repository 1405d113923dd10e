import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BucketInput,
  bucket,
  type DropEvent,
  defaultBucketRule,
  dropsOf,
  forgottenBreaksClosed,
  risesOf,
} from '../../src/main/core/rules/bucket.ts';
import type { BreakInterval } from '../../src/main/core/rules/leak.ts';
import { type Severity, type Weight, weight } from '../../src/shared/contract/incidentKinds.ts';
import { bucketRule } from '../../src/shared/contract/settings.ts';
import {
  breakKinds,
  DAY,
  HOUR,
  inputs,
  instants,
  MINUTE,
  oneBreak,
  oneEvent,
  rules,
  start,
} from '../support/bucketInputs.ts';

/** The leak is a fraction of a drop for every millisecond: sums differ in the last digits. */
const ROUNDING = 1e-6;

function incidentAt(at: number, how: { severity?: Severity; weight?: Weight } = {}): DropEvent {
  return { kind: 'incident', at, severity: 'serious', weight: 'asItWas', ...how };
}

const crisisAt = (at: number): DropEvent => ({ kind: 'concern', at, concern: 'crisis' });

/** Two serious incidents, ten minutes apart: over the first line of the default rule. */
const twoIncidents = [incidentAt(start), incidentAt(start + 10 * MINUTE)];
const rose = start + 10 * MINUTE;
const atWork: BucketInput = {
  drops: twoIncidents,
  breaks: [],
  work: [{ from: start, until: start + DAY }],
  snoozes: [],
  rule: defaultBucketRule,
  now: rose,
};

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

  test('explains itself by incidents from the first of them, and by contacts of concern', () => {
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

describe('the prompt', () => {
  test('comes with the default rule after two serious incidents in an hour, or one call in crisis, not after one', () => {
    expect(bucket(atWork)).toMatchObject({ line: 'suggest', prompt: true, canSnooze: true });
    const inAnHour = [incidentAt(start), incidentAt(start + HOUR)];
    expect(bucket({ ...atWork, drops: inAnHour, now: start + HOUR + MINUTE })).toMatchObject({ prompt: true });
    const crisis = { ...atWork, drops: [crisisAt(start)], now: start + 59 * MINUTE };
    expect(bucket(crisis)).toMatchObject({ line: 'suggest' });
    expect(bucket({ ...atWork, drops: [incidentAt(start)] })).toMatchObject({ line: 'none', prompt: false });
  });

  test('never comes while away from the phone', () => {
    fc.assert(
      fc.property(inputs, breakKinds, fc.nat(90), (input, kind, since) => {
        const running: BreakInterval = { kind, from: input.now - since * MINUTE, until: null };
        expect(bucket({ ...input, breaks: [...input.breaks, running] }).prompt).toBe(false);
      }),
    );
  });

  test('can be put off once, then comes back and stays', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(40), (wait, more, later) => {
        const snoozed = rose + wait * MINUTE;
        const back = snoozed + defaultBucketRule.snoozeMinutes * MINUTE;
        const asked = (now: number) => bucket({ ...atWork, snoozes: [snoozed, snoozed + more * MINUTE], now });
        expect(asked(snoozed)).toMatchObject({ prompt: false, canSnooze: false });
        expect(asked(back - 1)).toMatchObject({ prompt: false, canSnooze: false });
        expect(asked(back)).toMatchObject({ prompt: true, canSnooze: false });
        expect(asked(back + later * MINUTE).prompt).toBe(bucket({ ...atWork, now: back + later * MINUTE }).prompt);
      }),
    );
  });

  test('is put off exactly once for any rule: a second snooze changes nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const first = input.snoozes.filter((at) => at <= input.now).sort((a, b) => a - b);
        const { canSnooze } = bucket({ ...input, snoozes: first });
        const again = bucket({ ...input, snoozes: [...first, input.now] });
        if (!canSnooze) expect(again).toEqual(bucket({ ...input, snoozes: first }));
        else expect(again).toMatchObject({ prompt: false, canSnooze: false });
      }),
    );
  });

  test('does not stay away when it gets worse: over the second line it is back at once, and cannot be put off again', () => {
    const worse = [...twoIncidents, incidentAt(rose + 5 * MINUTE, { severity: 'verySerious' })];
    const snoozes = [rose + MINUTE];
    const seen = bucket({ ...atWork, drops: worse, snoozes, now: rose + 6 * MINUTE });
    expect(seen).toMatchObject({ line: 'insist', prompt: true, canSnooze: false });
  });

  test('stays away after a break, and comes back after other work', () => {
    const now = rose + 12 * MINUTE;
    const away = (kind: BreakInterval['kind']) => [{ kind, from: rose + MINUTE, until: rose + 3 * MINUTE }];
    expect(bucket({ ...atWork, breaks: away('break'), now })).toMatchObject({ line: 'suggest', prompt: false });
    expect(bucket({ ...atWork, breaks: away('otherWork'), now })).toMatchObject({ line: 'suggest', prompt: true });
    const again = [...twoIncidents, incidentAt(rose + 5 * MINUTE)];
    expect(bucket({ ...atWork, drops: again, breaks: away('break'), now })).toMatchObject({ prompt: true });
  });

  test('is counted once for each time the bucket rises over the first line', () => {
    expect(risesOf({ ...atWork, now: start + DAY })).toEqual([rose]);
    const later = start + 9 * HOUR;
    const drops = [...twoIncidents, incidentAt(later), incidentAt(later + MINUTE)];
    expect(risesOf({ ...atWork, drops, now: start + DAY })).toEqual([rose, later + MINUTE]);
    fc.assert(
      fc.property(inputs, (input) => {
        const rises = risesOf(input);
        expect(rises.every((at) => input.drops.some((event) => event.at === at))).toBe(true);
        if (bucket(input).line !== 'none') expect(rises.length).toBeGreaterThan(0);
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

describe('a house rule', () => {
  const changed = (part: object) => bucketRule.safeParse({ ...defaultBucketRule, ...part }).success;

  test('is what a practice starts with', () => {
    expect(changed({})).toBe(true);
  });

  test.each([
    ['a second line under the first', { firstLine: 5, secondLine: 5 }],
    ['lighter that weighs more', { weights: { lighter: 1.1, asItWas: 1, heavier: 1.5 } }],
    ['heavier that weighs less', { weights: { lighter: 0.5, asItWas: 1, heavier: 0.9 } }],
    ['something serious that counts less', { drops: { unpleasant: 3, serious: 2, verySerious: 5 } }],
    ['something very serious that counts less', { drops: { unpleasant: 1, serious: 6, verySerious: 5 } }],
    ['other work slower than work', { leakPerHour: 2, leakPerOtherWorkHour: 1 }],
    ['a break no faster than work', { leakPerHour: 30, leakPerOtherWorkHour: 30, leakPerBreakMinute: 0.5 }],
    ['a break that empties nothing', { leakPerBreakMinute: 0 }],
    ['drops below nothing', { reliefPerNight: -1 }],
    ['no minutes of break', { breakMinutes: 0 }],
  ])('does not allow %s', (_what, part) => {
    expect(changed(part)).toBe(false);
  });
});
