import fc from 'fast-check';
import { type BucketInput, type DropEvent, defaultBucketRule } from '../../src/main/core/rules/bucket.ts';
import type { BreakInterval } from '../../src/main/core/rules/leak.ts';
import type { WorkSpan } from '../../src/main/core/rules/workTime.ts';
import { type Severity, severity, type Weight, weight } from '../../src/shared/contract/incidentKinds.ts';
import { type BucketRule, bucketRule } from '../../src/shared/contract/settings.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Thursday, three days before the clocks go back in Amsterdam. */
export const start = Date.parse('2026-10-22T06:00:00Z');

const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const minutes = fc.integer({ min: 1, max: 60 });
const rising = (count: number, min: number, max: number) =>
  fc.array(figure(min, max), { minLength: count, maxLength: count }).map((figures) => figures.sort((a, b) => a - b));

/** Every house rule that a practice can save. */
export const rules: fc.Arbitrary<BucketRule> = fc
  .record({
    drops: rising(3, 0, 100),
    lighter: figure(0, 1),
    heavier: figure(1, 5),
    distressDrops: fc.record({ crisis: figure(0, 100), lonely: figure(0, 100) }),
    leaks: rising(3, 0, 100),
    reliefPerNight: fc.oneof(fc.constant(0), figure(0, 100)),
    lines: rising(2, 0.1, 100),
    breakMinutes: minutes,
    snoozeMinutes: minutes,
  })
  .map(({ drops, lighter, heavier, leaks, lines, ...rest }) => ({
    ...rest,
    drops: { unpleasant: drops[0] ?? 0, serious: drops[1] ?? 0, verySerious: drops[2] ?? 0 },
    weights: { lighter, asItWas: 1 as const, heavier },
    leakPerHour: leaks[0] ?? 0,
    leakPerOtherWorkHour: leaks[1] ?? 0,
    leakPerBreakMinute: Math.max(0.01, (leaks[2] ?? 0) / 60),
    firstLine: lines[0] ?? 0,
    secondLine: lines[1] ?? 0,
  }))
  .filter((rule) => bucketRule.safeParse(rule).success);

/** Two weeks, with nights, days off and the end of summer time in them. */
export const instants = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minute) => start + minute * MINUTE);

export const oneEvent: fc.Arbitrary<DropEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('incident' as const),
    at: instants,
    severity: fc.constantFrom(...severity.options),
    weight: fc.constantFrom(...weight.options),
  }),
  fc.record({ kind: fc.constant('concern' as const), at: instants, concern: fc.constantFrom('crisis', 'lonely') }),
);

export const breakKinds = fc.constantFrom('break' as const, 'otherWork' as const);
export const oneBreak: fc.Arbitrary<BreakInterval> = fc
  .record({ kind: breakKinds, from: instants, lasted: fc.option(fc.integer({ min: 0, max: 90 })) })
  .map(({ kind, from, lasted }) => ({ kind, from, until: lasted === null ? null : from + lasted * MINUTE }));

export const oneSpan: fc.Arbitrary<WorkSpan> = fc
  .record({ from: instants, lasted: fc.integer({ min: 0, max: 9 * 60 }) })
  .map(({ from, lasted }) => ({ from, until: from + lasted * MINUTE }));

export const inputs: fc.Arbitrary<BucketInput> = fc.record({
  drops: fc.uniqueArray(oneEvent, { maxLength: 8, selector: ({ at }) => at }),
  breaks: fc.array(oneBreak, { maxLength: 5 }),
  work: fc.array(oneSpan, { maxLength: 8 }),
  snoozes: fc.array(instants, { maxLength: 3 }),
  rule: rules,
  now: instants,
});

export function incidentAt(at: number, how: { severity?: Severity; weight?: Weight } = {}): DropEvent {
  return { kind: 'incident', at, severity: 'serious', weight: 'asItWas', ...how };
}

export const crisisAt = (at: number): DropEvent => ({ kind: 'concern', at, concern: 'crisis' });

/** Two serious incidents, ten minutes apart: over the first line of the default rule. */
export const twoIncidents = [incidentAt(start), incidentAt(start + 10 * MINUTE)];
export const rose = start + 10 * MINUTE;
export const atWork: BucketInput = {
  drops: twoIncidents,
  breaks: [],
  work: [{ from: start, until: start + DAY }],
  snoozes: [],
  rule: defaultBucketRule,
  now: rose,
};
