import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BreakInterval,
  type BucketInput,
  bucket,
  type DropEvent,
  defaultBucketRule,
  dropsOf,
  forgottenBreaksClosed,
} from '../../src/main/core/rules/bucket.ts';
import { type Severity, severity, type Weight, weight } from '../../src/shared/contract/incidentKinds.ts';
import { type BucketRule, bucketRule } from '../../src/shared/contract/settings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const start = Date.parse('2026-11-21T08:00:00Z');
/** The leak is a fraction of a drop for every millisecond: sums differ in the last digits. */
const ROUNDING = 1e-6;

const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const minutes = fc.integer({ min: 1, max: 60 });
const rules: fc.Arbitrary<BucketRule> = fc
  .record({
    drops: fc.record({ unpleasant: figure(0, 100), serious: figure(0, 100), verySerious: figure(0, 100) }),
    weights: fc.record({ lighter: figure(0, 5), asItWas: fc.constant(1 as const), heavier: figure(1, 5) }),
    crisisDrops: figure(0, 100),
    leakPerHour: figure(0, 100),
    leakPerBreakMinute: figure(0, 100),
    firstLine: figure(0.1, 100),
    secondLine: figure(0.1, 100),
    breakMinutes: minutes,
    snoozeMinutes: minutes,
  })
  .filter((rule) => bucketRule.safeParse(rule).success);

/** Seconds of one working day. */
const instants = fc.integer({ min: 0, max: 9 * 3600 }).map((seconds) => start + seconds * 1000);
const oneEvent: fc.Arbitrary<DropEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('incident' as const),
    at: instants,
    severity: fc.constantFrom(...severity.options),
    weight: fc.constantFrom(...weight.options),
  }),
  fc.record({ kind: fc.constant('crisis' as const), at: instants }),
);
const events = fc.uniqueArray(oneEvent, { maxLength: 8, selector: ({ at }) => at });
const kinds = fc.constantFrom('break' as const, 'otherWork' as const);
const oneInterval: fc.Arbitrary<BreakInterval> = fc
  .record({ kind: kinds, from: instants, lasted: fc.option(fc.integer({ min: 0, max: 90 })) })
  .map(({ kind, from, lasted }) => ({ kind, from, until: lasted === null ? null : from + lasted * MINUTE }));
const inputs: fc.Arbitrary<BucketInput> = fc.record({
  drops: events,
  breaks: fc.array(oneInterval, { maxLength: 5 }),
  snoozes: fc.array(instants, { maxLength: 3 }),
  rule: rules,
  now: instants,
});

function incidentAt(at: number, how: { severity?: Severity; weight?: Weight } = {}): DropEvent {
  return { kind: 'incident', at, severity: 'serious', weight: 'asItWas', ...how };
}

/** Two serious incidents, ten minutes apart: over the first line of the default rule. */
const twoIncidents = [incidentAt(start), incidentAt(start + 10 * MINUTE)];
const rose = start + 10 * MINUTE;
const atWork = { drops: twoIncidents, breaks: [], snoozes: [], rule: defaultBucketRule, now: rose };

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

  test('leaks to empty, and what filled it is forgotten then', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const rule = { ...input.rule, leakPerHour: Math.max(input.rule.leakPerHour, 0.01) };
        const total = input.drops.reduce((sum, event) => sum + dropsOf(event, rule), 0);
        const now = start + (10 + (total + 1) / rule.leakPerHour) * HOUR;
        const emptied = bucket({ ...input, rule, now });
        expect(emptied).toMatchObject({ drops: 0, line: 'none', prompt: false, because: { incidents: 0, minutes: 0 } });
      }),
    );
  });

  test('falls on a break at least as fast as at work, and with the rule a practice starts with faster', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 90 }), (input, lasted) => {
        const rest: BreakInterval = { kind: 'break', from: input.now - lasted * MINUTE, until: input.now };
        const rested = bucket({ ...input, breaks: [...input.breaks, rest] }).drops;
        expect(rested).toBeLessThanOrEqual(bucket(input).drops + ROUNDING);
      }),
    );
    const now = rose + 10 * MINUTE;
    const rested = bucket({ ...atWork, breaks: [{ kind: 'break', from: rose, until: now }], now });
    expect(rested.drops).toBeLessThan(bucket({ ...atWork, now }).drops);
  });

  test('other work empties it no faster than work', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const withoutOtherWork = input.breaks.filter(({ kind }) => kind === 'break');
        expect(bucket(input).drops).toBe(bucket({ ...input, breaks: withoutOtherWork }).drops);
      }),
    );
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

describe('one very serious incident', () => {
  test('is enough for the second line, and still an hour later, whatever rule and weight', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...weight.options), fc.integer({ min: 0, max: 59 }), (rule, how, later) => {
        const drops = [incidentAt(start, { severity: 'verySerious', weight: how })];
        const after = bucket({ drops, breaks: [], snoozes: [], rule, now: start + later * MINUTE });
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
      const { drops, breaks, snoozes } = input;
      return { input, other: { ...input, drops: shuffle(drops), breaks: shuffle(breaks), snoozes: shuffle(snoozes) } };
    });
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        expect(bucket(other)).toEqual(bucket(input));
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
          snoozes: input.snoozes.filter((at) => at <= input.now),
        };
        expect(bucket(input)).toEqual(bucket(past));
      }),
    );
  });

  test('explains itself by incidents only, from the first of them', () => {
    const crisis: DropEvent = { kind: 'crisis', at: start };
    const drops = [crisis, incidentAt(start + 5 * MINUTE), incidentAt(start + 10 * MINUTE)];
    const { because } = bucket({ ...atWork, drops, now: start + 20 * MINUTE });
    expect(because).toEqual({ incidents: 2, minutes: 15, verySerious: false });
    expect(bucket({ ...atWork, drops: [crisis] }).because).toEqual({ incidents: 0, minutes: 0, verySerious: false });
  });
});

describe('the prompt', () => {
  test('comes with the default rule after two serious incidents in an hour, or one call in crisis, not after one', () => {
    expect(bucket(atWork)).toMatchObject({ line: 'suggest', prompt: true, canSnooze: true });
    const inAnHour = [incidentAt(start), incidentAt(start + HOUR)];
    expect(bucket({ ...atWork, drops: inAnHour, now: start + HOUR + MINUTE })).toMatchObject({ prompt: true });
    const crisis: DropEvent = { kind: 'crisis', at: start };
    expect(bucket({ ...atWork, drops: [crisis], now: start + 59 * MINUTE })).toMatchObject({ line: 'suggest' });
    expect(bucket({ ...atWork, drops: [incidentAt(start)] })).toMatchObject({ line: 'none', prompt: false });
  });

  test('never comes while away from the phone', () => {
    fc.assert(
      fc.property(inputs, kinds, fc.nat(90), (input, kind, since) => {
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

  test('stays away after a break, and comes back after other work', () => {
    const now = rose + 12 * MINUTE;
    const away = (kind: BreakInterval['kind']) => [{ kind, from: rose + MINUTE, until: rose + 3 * MINUTE }];
    expect(bucket({ ...atWork, breaks: away('break'), now })).toMatchObject({ line: 'suggest', prompt: false });
    expect(bucket({ ...atWork, breaks: away('otherWork'), now })).toMatchObject({ line: 'suggest', prompt: true });
    const again = [...twoIncidents, incidentAt(rose + 5 * MINUTE)];
    expect(bucket({ ...atWork, drops: again, breaks: away('break'), now })).toMatchObject({ prompt: true });
  });
});

describe('a break that nobody ended', () => {
  const longest = { break: HOUR, otherWork: 4 * HOUR };

  test('lasts an hour at the most, other work four', () => {
    fc.assert(
      fc.property(fc.array(oneInterval), instants, (recorded, now) => {
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
