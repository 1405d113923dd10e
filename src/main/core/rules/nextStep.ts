import { subMonths } from 'date-fns/subMonths';
import type { Behaviour, Severity } from '../../../shared/contract/incidentKinds.ts';
import type { Step } from '../../../shared/contract/measureDecision.ts';
import type { Proposal } from '../../../shared/contract/measures.ts';
import type { MeasuresRule } from '../../../shared/contract/settings.ts';
import { countsAgainstCaller } from './colleague.ts';

/** What a practice starts with; no national norm for these lengths is known. */
export const defaultMeasuresRule: MeasuresRule = { banMonths: [1, 3, 6], recurrenceMonths: 12, decideWithinDays: 30 };

export interface PastIncident {
  id: number;
  occurredAt: number;
  severity: Severity;
  behaviours: readonly Behaviour[];
  /** A manager decided that no step follows this one. */
  left: boolean;
}

export interface PastMeasure {
  step: Step;
  decidedAt: number;
  /** When it ended or will end; when it was decided, for a step without a period. */
  endsAt: number;
  /** An objection against it was upheld: it counts no longer. */
  overturned: boolean;
}

export interface NextStep {
  proposal: Proposal;
  /** The first incident that called for a step. */
  leading: PastIncident;
  /** Everything since the last step, newest first. */
  open: PastIncident[];
}

const settling: readonly Step[] = ['conversation', 'warning', 'contactBan'];
const forThePolice: readonly Behaviour[] = ['threat', 'physical', 'damage', 'sexualIntimidation'];
const order: readonly Severity[] = ['unpleasant', 'serious', 'verySerious'];

function worst(incidents: readonly PastIncident[]): Severity {
  return order[Math.max(...incidents.map(({ severity }) => order.indexOf(severity)))] ?? 'unpleasant';
}

/**
 * What the caller did and no step has followed: everything that counts since the last step, without what was left. A step
 * that a clock dated after now follows nothing that comes before it.
 */
export function openIncidents(
  incidents: readonly PastIncident[],
  measures: readonly PastMeasure[],
  now: number,
): PastIncident[] {
  const stepsAt = measures.filter(({ step }) => settling.includes(step)).map(({ decidedAt }) => decidedAt);
  const lastStepAt = Math.max(0, ...stepsAt);
  const lastUntilNow = Math.max(0, ...stepsAt.filter((at) => at <= now));
  return incidents
    .filter((incident) => countsAgainstCaller(incident.behaviours))
    .filter(({ left, occurredAt }) => !left && occurredAt > (occurredAt > now ? lastStepAt : lastUntilNow))
    .sort((a, b) => b.occurredAt - a.occurredAt);
}

interface Past {
  count: number;
  last(step: Step): PastMeasure | undefined;
  bans: number;
}

/** What still counts at an instant: what happened, and what ended, within the time of recurrence before it. */
function pastAt(
  incidents: readonly PastIncident[],
  measures: readonly PastMeasure[],
  rule: MeasuresRule,
  at: number,
): Past {
  const since = subMonths(at, rule.recurrenceMonths).getTime();
  const counting = measures
    .filter(({ decidedAt, endsAt, overturned }) => !overturned && decidedAt < at && endsAt >= since)
    .sort((a, b) => b.decidedAt - a.decidedAt);
  return {
    count: incidents.filter(
      ({ behaviours, occurredAt }) => countsAgainstCaller(behaviours) && occurredAt > since && occurredAt <= at,
    ).length,
    last: (step) => counting.find((measure) => measure.step === step),
    bans: counting.filter(({ step }) => step === 'contactBan').length,
  };
}

type Because = Proposal['because'][number];

const before = (code: Because['code'], measure: PastMeasure): Because => ({
  code,
  at: measure.decidedAt,
  count: null,
});

function stepFor(
  severity: Severity,
  past: Past,
  rule: MeasuresRule,
): Pick<Proposal, 'step' | 'months' | 'because'> | null {
  const [conversation, warning, ban] = [past.last('conversation'), past.last('warning'), past.last('contactBan')];
  const because: Because[] = [];
  if (severity !== 'unpleasant') because.push({ code: severity, at: null, count: null });
  if (past.count > 1) because.push({ code: 'repeated', at: null, count: past.count });
  if (conversation) because.push(before('conversationBefore', conversation));
  if (warning) because.push(before('warningBefore', warning));
  if (ban) because.push(before('banBefore', ban));
  if (ban || warning || severity === 'verySerious') {
    const months = rule.banMonths[Math.min(past.bans, rule.banMonths.length - 1)] ?? 1;
    return { step: 'contactBan', months, because };
  }
  if (conversation || severity === 'serious') return { step: 'warning', months: null, because };
  return past.count > 1 ? { step: 'conversation', months: null, because } : null;
}

/**
 * The step that a caller's history calls for, or null. A first unpleasant incident calls for none, a repeated one for
 * a conversation, a serious one for a warning; a warning or ban that still counts, or a very serious incident, for a
 * ban, longer each time. It proposes; a manager decides.
 */
export function nextStep(
  incidents: readonly PastIncident[],
  measures: readonly PastMeasure[],
  rule: MeasuresRule,
  now: number,
): NextStep | null {
  const open = openIncidents(incidents, measures, now).filter(({ occurredAt }) => occurredAt <= now);
  const leading = open.findLast((incident) =>
    stepFor(incident.severity, pastAt(incidents, measures, rule, incident.occurredAt), rule),
  );
  const newest = open[0];
  if (!leading || !newest) return null;
  const since = open.filter(({ occurredAt }) => occurredAt >= leading.occurredAt);
  const found = stepFor(worst(since), pastAt(incidents, measures, rule, newest.occurredAt), rule);
  if (!found) return null;
  const grave = since.filter(({ severity }) => severity === 'verySerious');
  const considerPolice = grave.some(({ behaviours }) => behaviours.some((one) => forThePolice.includes(one)));
  return {
    proposal: { ...found, considerPolice },
    leading,
    open,
  };
}
