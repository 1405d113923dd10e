import type { BreakKind } from '../../../shared/contract/breaks.ts';
import type { BucketRule } from '../../../shared/contract/settings.ts';
import { joined, nightsOf, pastOf, type WorkSpan } from './workTime.ts';

const HOUR = 3_600_000;
const MINUTES_IN_HOUR = 60;

/** A break, or other work away from the phone; `until` is null while it lasts. */
export interface BreakInterval {
  kind: BreakKind;
  from: number;
  until: number | null;
}

/** A stretch of time in which the bucket leaks at one pace, in drops for each millisecond. */
interface Stretch extends WorkSpan {
  pace: number;
}

/** How a bucket leaks: in stretches that do not overlap, in order, and by nights of rest. */
export interface Paces {
  stretches: Stretch[];
  nights: number[];
  reliefPerNight: number;
}

interface LeakInput {
  breaks: readonly BreakInterval[];
  work: readonly WorkSpan[];
  rule: BucketRule;
  now: number;
}

/** What is left of spans when others are cut out of them; both joined. */
function without(spans: readonly WorkSpan[], others: readonly WorkSpan[]): WorkSpan[] {
  return spans.flatMap((span) => {
    const left: WorkSpan[] = [];
    let from = span.from;
    for (const other of others) {
      if (other.until <= from || other.from >= span.until) continue;
      if (other.from > from) left.push({ from, until: other.from });
      from = other.until;
    }
    if (from < span.until) left.push({ from, until: span.until });
    return left;
  });
}

/** A break counts before other work, and other work before work; whatever the rule says, none slower than the next. */
export function pacesOf({ breaks, work, rule, now }: LeakInput): Paces {
  const spansOf = (kind: BreakKind) =>
    joined(
      pastOf(
        breaks.filter((interval) => interval.kind === kind).map(({ from, until }) => ({ from, until: until ?? now })),
        now,
      ),
    );
  const rest = spansOf('break');
  const otherWork = without(spansOf('otherWork'), rest);
  const atWork = joined(pastOf(work, now));
  const workAlone = without(without(atWork, rest), otherWork);
  const otherWorkPace = Math.max(rule.leakPerHour, rule.leakPerOtherWorkHour);
  const restPace = Math.max(otherWorkPace, rule.leakPerBreakMinute * MINUTES_IN_HOUR);
  const at = (perHour: number) => (span: WorkSpan) => ({ ...span, pace: perHour / HOUR });
  const stretches = [
    ...rest.map(at(restPace)),
    ...otherWork.map(at(otherWorkPace)),
    ...workAlone.map(at(rule.leakPerHour)),
  ].sort((a, b) => a.from - b.from);
  return { stretches, nights: nightsOf(atWork, now), reliefPerNight: rule.reliefPerNight };
}

/** What is left of so many drops after a time; never less than nothing. */
export function leakUntil(
  { stretches, nights, reliefPerNight }: Paces,
  drops: number,
  from: number,
  until: number,
): number {
  let leaked = 0;
  for (const stretch of stretches) {
    const time = Math.min(stretch.until, until) - Math.max(stretch.from, from);
    if (time > 0) leaked += time * stretch.pace;
  }
  const rested = nights.filter((night) => night > from && night <= until).length;
  // All of it only takes away, so the order in which it did does not matter.
  return Math.max(0, drops - leaked - rested * reliefPerNight);
}

/** From when on what happens belongs to this shift: the last night of rest before now. */
export function shiftStart({ nights }: Paces): number {
  return nights.at(-1) ?? Number.NEGATIVE_INFINITY;
}
