import { TZDate } from '@date-fns/tz';
import { addMonths } from 'date-fns/addMonths';
import { subMonths } from 'date-fns/subMonths';
import type { Step } from '../../../shared/contract/measureDecision.ts';
import type { KeptReason, RetentionKind } from '../../../shared/contract/privacy.ts';
import { stateOf } from './contactBan.ts';
import { rangeOfDay } from './practiceTime.ts';

/**
 * For how many months each kind is kept until a practice chooses otherwise. Contacts, calls of concern, incidents and
 * measures as in the domain's section on privacy; for the others no norm is known, and they say so on the screen.
 */
export const standardMonths: Readonly<Record<RetentionKind, number>> = {
  contacts: 12,
  concerns: 12,
  incidents: 36,
  /** After they end. */
  measures: 24,
  arrangements: 12,
  aftercare: 24,
  unfinished: 3,
  merges: 12,
  teamRecords: 24,
  formerWorkers: 12,
  auditLog: 60,
  /** After the answer: a claim for damages lapses after five years (Dutch Civil Code, article 3:310, first paragraph). */
  requests: 60,
  callers: 36,
};

/** Whose term began before this is over it. */
export function cutoffOf(now: number, months: number, timeZone: string): number {
  return subMonths(new TZDate(now, timeZone), months).getTime();
}

/** When the term of something is over that began at an instant. */
export function overAt(since: number, months: number, timeZone: string): number {
  return addMonths(new TZDate(since, timeZone), months).getTime();
}

/** What was left lying for so long needs a manager: erasing once a month is often enough. */
const MONTHS_OF_GRACE = 1;

/** Whether something that could go has been over its term for longer than a month. */
export function isErasingLate(oldestOverAt: number | null, now: number, timeZone: string): boolean {
  return oldestOverAt !== null && overAt(oldestOverAt, MONTHS_OF_GRACE, timeZone) <= now;
}

/** Longer than a practice is closed for a holiday. */
const MONTHS_AWAY = 1;

/** Whether so much time passed since the last look that the clock may be ahead: what is erased then does not come back. */
export const mayClockBeAhead = (lastAt: number, now: number): boolean => cutoffOf(now, MONTHS_AWAY, 'UTC') > lastAt;

export interface PastMeasure {
  id: number;
  step: Step;
  decidedAt: number;
  fromDay: string | null;
  lastDay: string | null;
  liftedAt: number | null;
  replacedAt: number | null;
  /** The measure that this one took the place of. */
  replacesId: number | null;
  outcome: string;
  openObjections: number;
}

interface Moment {
  now: number;
  timeZone: string;
}

/** When a measure ended: with its last day, or sooner when it was lifted or replaced; when it was decided, without a period. */
export function endOf({ decidedAt, lastDay, liftedAt, replacedAt }: PastMeasure, timeZone: string): number {
  if (lastDay === null) return liftedAt ?? decidedAt;
  return Math.min(rangeOfDay(lastDay, timeZone).until, liftedAt ?? Number.MAX_VALUE, replacedAt ?? Number.MAX_VALUE);
}

/** Why one measure is needed for longer than its term, whatever stands around it. */
function ownReason(measure: PastMeasure): KeptReason | null {
  if (measure.openObjections > 0) return 'objection';
  // The police have a report for as long as nobody wrote down how it ended.
  if (measure.step === 'policeReport' && measure.liftedAt === null && measure.outcome.trim() === '')
    return 'policeReport';
  return null;
}

/** Measures that took each other's place, together. */
function chainsOf(measures: readonly PastMeasure[]): PastMeasure[][] {
  const chainOf = new Map(measures.map((measure) => [measure.id, [measure]]));
  for (const { id, replacesId } of measures) {
    const [own, before] = [chainOf.get(id), replacesId === null ? undefined : chainOf.get(replacesId)];
    if (!own || !before || own === before) continue;
    before.push(...own);
    for (const member of own) chainOf.set(member.id, before);
  }
  return [...new Set(chainOf.values())];
}

export interface MeasureVerdict {
  id: number;
  /** When its term began. */
  since: number;
  keptBy: KeptReason | null;
}

/**
 * Which measures of one caller are over their term, and why some of those stay. What runs rests on what came before it;
 * a ban and what it took the place of go together.
 */
export function judgeMeasures(
  measures: readonly PastMeasure[],
  cutoff: number,
  { now, timeZone }: Moment,
): MeasureVerdict[] {
  const isStanding = measures.some((measure) => ['running', 'planned'].includes(stateOf(measure, now, timeZone)));
  return chainsOf(measures).flatMap((chain) => {
    const isYounger = chain.some((measure) => endOf(measure, timeZone) >= cutoff);
    const own = chain.map(ownReason).find((reason) => reason !== null) ?? null;
    const keptBy = isStanding ? 'running' : (own ?? (isYounger ? 'chain' : null));
    return chain
      .map((measure) => ({ id: measure.id, since: endOf(measure, timeZone), keptBy }))
      .filter(({ since }) => since < cutoff);
  });
}
