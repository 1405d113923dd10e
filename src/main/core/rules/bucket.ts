import type { BreakKind, BucketLine } from '../../../shared/contract/breaks.ts';
import type { Severity, Weight } from '../../../shared/contract/incidentKinds.ts';
import type { BucketRule } from '../../../shared/contract/settings.ts';

/**
 * The figures a practice starts with. No validated rule says after how many incidents a break is due,
 * so these are a house rule: two serious calls in an hour, or one very serious call, call for a break, and so does
 * one call with somebody in crisis, for the hour after it.
 * Ten minutes is within the short breaks that help (Albulescu 2022).
 */
export const defaultBucketRule: BucketRule = {
  drops: { unpleasant: 1, serious: 2, verySerious: 5 },
  weights: { lighter: 0.5, asItWas: 1, heavier: 1.5 },
  crisisDrops: 3.5,
  leakPerHour: 0.5,
  leakPerBreakMinute: 0.25,
  firstLine: 3,
  secondLine: 5,
  breakMinutes: 10,
  snoozeMinutes: 15,
};

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What adds drops, at an instant in milliseconds since 1970 UTC. */
export type DropEvent =
  | { kind: 'incident'; at: number; severity: Severity; weight: Weight }
  | { kind: 'crisis'; at: number };

/** A break, or other work away from the phone; `until` is null while it lasts. */
export interface BreakInterval {
  kind: BreakKind;
  from: number;
  until: number | null;
}

export interface BucketInput {
  drops: readonly DropEvent[];
  breaks: readonly BreakInterval[];
  /** When the worker put a prompt off. */
  snoozes: readonly number[];
  rule: BucketRule;
  now: number;
}

export interface Bucket {
  /** Drops in the bucket now, never negative. */
  drops: number;
  line: BucketLine;
  /** Whether to say so now. */
  prompt: boolean;
  canSnooze: boolean;
  /** What came in since the bucket was last empty. */
  because: { incidents: number; minutes: number; verySerious: boolean };
}

/**
 * The drops one event adds. One very serious incident reaches the second line on its own and stays there for an
 * hour at work, whatever the house rule and the weight say.
 */
export function dropsOf(event: DropEvent, rule: BucketRule): number {
  if (event.kind === 'crisis') return rule.crisisDrops;
  const drops = rule.drops[event.severity] * rule.weights[event.weight];
  return event.severity === 'verySerious' ? Math.max(drops, rule.secondLine + rule.leakPerHour) : drops;
}

/** Milliseconds of break between two instants, counting overlapping breaks once; other work is no break. */
function breakTime(breaks: readonly BreakInterval[], from: number, until: number): number {
  let covered = 0;
  let end = from;
  for (const interval of breaks.filter(({ kind }) => kind === 'break').sort((a, b) => a.from - b.from)) {
    const start = Math.max(interval.from, end);
    const stop = Math.min(interval.until ?? until, until);
    if (stop > start) covered += stop - start;
    end = Math.max(end, Math.min(stop, until));
  }
  return covered;
}

function leaked(input: BucketInput, from: number, until: number): number {
  const onBreak = breakTime(input.breaks, from, until);
  const working = (until - from - onBreak) / HOUR;
  const { leakPerHour, leakPerBreakMinute } = input.rule;
  // Whatever the house rule says, a break does not empty the bucket slower than work.
  const leakPerBreakHour = Math.max(leakPerHour, leakPerBreakMinute * (HOUR / MINUTE));
  return working * leakPerHour + (onBreak / HOUR) * leakPerBreakHour;
}

interface Filling {
  drops: number;
  /** The events since the bucket was last empty. */
  since: DropEvent[];
  /** When the bucket last rose over the first line from below it. */
  roseAt: number | null;
}

function fill(input: BucketInput): Filling {
  const events = input.drops.filter((event) => event.at <= input.now).sort((a, b) => a.at - b.at);
  const filling: Filling = { drops: 0, since: [], roseAt: null };
  let last = events[0]?.at ?? input.now;
  const leakUntil = (instant: number) => {
    filling.drops = Math.max(0, filling.drops - leaked(input, last, instant));
    if (filling.drops === 0) filling.since = [];
    if (filling.drops < input.rule.firstLine) filling.roseAt = null;
    last = instant;
  };
  for (const event of events) {
    leakUntil(event.at);
    filling.drops += dropsOf(event, input.rule);
    filling.since.push(event);
    if (filling.drops >= input.rule.firstLine) filling.roseAt ??= event.at;
  }
  leakUntil(input.now);
  return filling;
}

function lineOf(drops: number, rule: BucketRule): BucketLine {
  if (drops >= rule.secondLine) return 'insist';
  return drops >= rule.firstLine ? 'suggest' : 'none';
}

/**
 * A worker's bucket at an instant: a pure function of what happened, the house rule and the time.
 * A prompt is due from the first line on, until a break was taken after the last event. It can be put off
 * once for each time the bucket rises; then it comes back.
 */
export function bucket(input: BucketInput): Bucket {
  const { drops, since, roseAt } = fill(input);
  const line = lineOf(drops, input.rule);
  const newest = since.at(-1)?.at ?? input.now;
  const onBreak = input.breaks.some(
    (interval) => interval.from <= input.now && (interval.until ?? input.now) >= input.now,
  );
  const rested = input.breaks.some(
    ({ kind, from, until }) => kind === 'break' && until !== null && until >= newest && from <= input.now,
  );
  const snoozes = roseAt === null ? [] : input.snoozes.filter((at) => at >= roseAt && at <= input.now);
  const snoozedUntil = snoozes.length === 0 ? 0 : Math.min(...snoozes) + input.rule.snoozeMinutes * MINUTE;
  const incidents = since.filter((event) => event.kind === 'incident');
  return {
    drops,
    line,
    prompt: line !== 'none' && !onBreak && !rested && input.now >= snoozedUntil,
    canSnooze: line !== 'none' && snoozes.length === 0,
    because: {
      incidents: incidents.length,
      minutes: Math.round((input.now - (incidents[0]?.at ?? input.now)) / MINUTE),
      verySerious: incidents.some(({ severity }) => severity === 'verySerious'),
    },
  };
}

/** The longest a break or other work can last before it was forgotten to be ended, in milliseconds. */
const LONGEST = { break: HOUR, otherWork: 4 * HOUR };

/** Breaks as they count: one that nobody ended stops at the longest it can last. */
export function forgottenBreaksClosed(breaks: readonly BreakInterval[], now: number): BreakInterval[] {
  return breaks.map((interval) => {
    const latest = interval.from + LONGEST[interval.kind];
    if (interval.until === null) return latest <= now ? { ...interval, until: latest } : interval;
    return { ...interval, until: Math.min(interval.until, latest) };
  });
}
