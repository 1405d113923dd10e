import type { BucketLine } from '../../../shared/contract/breaks.ts';
import type { ConcernKind } from '../../../shared/contract/distress.ts';
import type { Severity, Weight } from '../../../shared/contract/incidentKinds.ts';
import type { BucketRule } from '../../../shared/contract/settings.ts';
import { type BreakInterval, leakUntil, type Paces, pacesOf, shiftStart } from './leak.ts';
import type { WorkSpan } from './workTime.ts';

/**
 * The figures a practice starts with. No validated rule says after how many incidents a break is due,
 * so these are a house rule: two serious calls in an hour, or one very serious call, call for a break, and so does
 * one call with somebody in crisis, for the hour after it. A night's rest takes as much away as two hours at work.
 * Ten minutes is within the short breaks that help (Albulescu 2022).
 */
export const defaultBucketRule: BucketRule = {
  drops: { unpleasant: 1, serious: 2, verySerious: 5 },
  weights: { lighter: 0.5, asItWas: 1, heavier: 1.5 },
  distressDrops: { crisis: 3.5, lonely: 0.5 },
  leakPerHour: 0.5,
  leakPerOtherWorkHour: 1.5,
  leakPerBreakMinute: 0.25,
  reliefPerNight: 1,
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
  | { kind: 'concern'; at: number; concern: ConcernKind };

export interface BucketInput {
  drops: readonly DropEvent[];
  breaks: readonly BreakInterval[];
  /** When the worker was at work; only then the bucket leaks by itself. */
  work: readonly WorkSpan[];
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
  because: { incidents: number; concerns: number; minutes: number; verySerious: boolean; carriedOver: boolean };
}

/**
 * The drops one event adds. One very serious incident reaches the second line on its own and stays there for an
 * hour at work, whatever the house rule and the weight say.
 */
export function dropsOf(event: DropEvent, rule: BucketRule): number {
  if (event.kind === 'concern') return rule.distressDrops[event.concern];
  const drops = rule.drops[event.severity] * rule.weights[event.weight];
  return event.severity === 'verySerious' ? Math.max(drops, rule.secondLine + rule.leakPerHour) : drops;
}

interface Filling {
  drops: number;
  /** The events since the bucket was last empty that added drops. */
  since: DropEvent[];
  /** When the bucket last rose over the first line from below it, and over the second. */
  roseOverFirst: number | null;
  roseOverSecond: number | null;
  /** Every time it rose over the first line. */
  rises: number[];
}

function fill(input: BucketInput, paces: Paces): Filling {
  const { rule, now } = input;
  const events = input.drops.filter((event) => event.at <= now).sort((a, b) => a.at - b.at);
  const filling: Filling = { drops: 0, since: [], roseOverFirst: null, roseOverSecond: null, rises: [] };
  let last = events[0]?.at ?? now;
  const leak = (until: number) => {
    filling.drops = leakUntil(paces, filling.drops, last, until);
    if (filling.drops === 0) filling.since = [];
    if (filling.drops < rule.firstLine) filling.roseOverFirst = null;
    if (filling.drops < rule.secondLine) filling.roseOverSecond = null;
    last = until;
  };
  for (const event of events) {
    leak(event.at);
    const added = dropsOf(event, rule);
    filling.drops += added;
    if (added > 0) filling.since.push(event);
    if (filling.drops >= rule.firstLine && filling.roseOverFirst === null) {
      filling.roseOverFirst = event.at;
      filling.rises.push(event.at);
    }
    if (filling.drops >= rule.secondLine) filling.roseOverSecond ??= event.at;
  }
  leak(now);
  return filling;
}

function lineOf(drops: number, rule: BucketRule): BucketLine {
  if (drops >= rule.secondLine) return 'insist';
  return drops >= rule.firstLine ? 'suggest' : 'none';
}

/** The one snooze since the bucket rose, and until when it keeps the prompt away; crossing the second line ends it. */
function snoozeOf({ roseOverFirst, roseOverSecond }: Filling, { snoozes, rule, now }: BucketInput) {
  const since = roseOverFirst === null ? [] : snoozes.filter((at) => at >= roseOverFirst && at <= now);
  if (since.length === 0) return { used: false, until: 0 };
  const first = Math.min(...since);
  const isOvertaken = roseOverSecond !== null && roseOverSecond > first;
  return { used: true, until: isOvertaken ? 0 : first + rule.snoozeMinutes * MINUTE };
}

function becauseOf(since: readonly DropEvent[], shiftFrom: number, now: number): Bucket['because'] {
  const inShift = since.filter(({ at }) => at >= shiftFrom);
  const incidents = inShift.filter((event) => event.kind === 'incident');
  return {
    incidents: incidents.length,
    concerns: inShift.length - incidents.length,
    minutes: Math.round((now - (incidents[0]?.at ?? now)) / MINUTE),
    verySerious: incidents.some(({ severity }) => severity === 'verySerious'),
    carriedOver: since.length > inShift.length,
  };
}

/**
 * A worker's bucket at an instant: a pure function of what happened, the time at work, the house rule and the time.
 * A prompt is due from the first line on, until a break was taken after the last event. It can be put off
 * once for each time the bucket rises; then it comes back. What is left at the end of a shift is there at the next.
 */
export function bucket(input: BucketInput): Bucket {
  const { breaks, now, rule } = input;
  const paces = pacesOf(input);
  const filling = fill(input, paces);
  const { drops, since } = filling;
  const line = lineOf(drops, rule);
  const newest = since.at(-1)?.at ?? now;
  const onBreak = breaks.some(({ from, until }) => from <= now && (until ?? now) >= now);
  const rested = breaks.some(
    ({ kind, from, until }) => kind === 'break' && until !== null && until >= newest && from <= now,
  );
  const snooze = snoozeOf(filling, input);
  return {
    drops,
    line,
    prompt: line !== 'none' && !onBreak && !rested && now >= snooze.until,
    canSnooze: line !== 'none' && !snooze.used,
    because: becauseOf(since, shiftStart(paces), now),
  };
}

/** When the bucket rose over the first line, from below it: each is one proposal for a break. */
export function risesOf(input: BucketInput): number[] {
  return fill(input, pacesOf(input)).rises;
}

/** The longest a break or other work can last before it was forgotten to be ended, in milliseconds. */
const LONGEST = { break: HOUR, otherWork: 4 * HOUR };

/** Breaks as they count: one that nobody ended stops at the longest it can last. */
export function forgottenBreaksClosed<Interval extends BreakInterval>(
  breaks: readonly Interval[],
  now: number,
): Interval[] {
  return breaks.map((interval) => {
    const latest = interval.from + LONGEST[interval.kind];
    if (interval.until === null) return latest <= now ? { ...interval, until: latest } : interval;
    return { ...interval, until: Math.min(interval.until, latest) };
  });
}
