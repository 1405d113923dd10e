import type { AftercareStep, StepOnClock, StepState, Withdrawal } from '../../../shared/contract/aftercare.ts';
import type { Severity } from '../../../shared/contract/incidentKinds.ts';
import type { AftercareRule } from '../../../shared/contract/settings.ts';
import { dayAfter, dayOf, instantOf, rangeOfDay, timeOf, weekdayOf } from './practiceTime.ts';

/**
 * What a practice starts with: a talk within 72 hours, again after two weeks and after six to eight, and a refused offer
 * again after two weeks (veiligepubliekedienstverlening.nl). Within how many hours "at once" is, is a choice of our own.
 */
export const defaultAftercareRule: AftercareRule = {
  fromSeverity: 'serious',
  firstHours: 2,
  talkHours: 72,
  secondWeeks: 2,
  lastFromWeeks: 6,
  lastUntilWeeks: 8,
  repeatWeeks: 2,
};

const HOUR = 3_600_000;
const steps: readonly AftercareStep[] = ['first', 'talk', 'secondTalk', 'lastTalk'];
const lightestFirst: readonly Severity[] = ['unpleasant', 'serious', 'verySerious'];

/** When somebody is there: on their own working days, public holidays left out, on which they are not absent. */
export interface Presence {
  timeZone: string;
  /** At least one. */
  workingDays: readonly number[];
  holidays: ReadonlySet<string>;
  absences: readonly { firstDay: string; lastDay: string }[];
}

export interface Answer {
  step: AftercareStep;
  taken: boolean;
  at: number;
}

export interface AftercareSoFar {
  /** When the clock began: at the incident, or when the worker asked. */
  startedAt: number;
  answers: readonly Answer[];
  rule: AftercareRule;
  presence: Presence;
}

type Window = Pick<StepOnClock, 'opensAt' | 'dueBy'>;

/** Whether an incident is bad enough for aftercare that begins by itself. */
export function startsByItself(howBad: Severity, rule: AftercareRule): boolean {
  return lightestFirst.indexOf(howBad) >= lightestFirst.indexOf(rule.fromSeverity);
}

/** Why aftercare is taken back; null when it runs, or goes on. */
export function whyWithdrawn(stands: { withIncident: boolean; atOriginal: boolean }): Withdrawal | null {
  if (!stands.withIncident) return 'takenOff';
  return stands.atOriginal ? 'duplicate' : null;
}

/** The day itself when somebody is there, or else the first day after it on which they are: later, never earlier. */
export function nextDayThere(day: string, presence: Presence): string {
  const absence = presence.absences.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  if (absence) return nextDayThere(dayAfter(absence.lastDay, 1, presence.timeZone), presence);
  if (presence.workingDays.includes(weekdayOf(day)) && !presence.holidays.has(day)) return day;
  return nextDayThere(dayAfter(day, 1, presence.timeZone), presence);
}

/** The same time of day on the next day that somebody is there. */
function momentThere(instant: number, presence: Presence): number {
  const { timeZone } = presence;
  const day = dayOf(instant, timeZone);
  const there = nextDayThere(day, presence);
  return there === day ? instant : instantOf(there, timeOf(instant, timeZone), timeZone);
}

/** The whole of the day so many weeks later, or of the next one that somebody is there. */
function weeksLater(from: number, weeks: number, { presence }: AftercareSoFar) {
  const { timeZone } = presence;
  const day = nextDayThere(dayAfter(dayOf(from, timeZone), weeks * 7, timeZone), presence);
  return rangeOfDay(day, timeZone);
}

/** When a step may begin and by when it is due, as if nothing had been refused. */
function windowOf(step: AftercareStep, aftercare: AftercareSoFar): Window {
  const { startedAt, rule, presence } = aftercare;
  switch (step) {
    // Whoever met it is there: nothing to move.
    case 'first':
      return { opensAt: startedAt, dueBy: startedAt + rule.firstHours * HOUR };
    case 'talk':
      return { opensAt: startedAt, dueBy: momentThere(startedAt + rule.talkHours * HOUR, presence) };
    case 'secondTalk': {
      const { from, until } = weeksLater(startedAt, rule.secondWeeks, aftercare);
      return { opensAt: from, dueBy: until };
    }
    case 'lastTalk':
      return {
        opensAt: weeksLater(startedAt, rule.lastFromWeeks, aftercare).from,
        dueBy: weeksLater(startedAt, rule.lastUntilWeeks, aftercare).until,
      };
  }
}

/**
 * What comes after the last answer, or null when everything was done. A talk stands for the steps that became due before
 * it. A talk that was refused is offered again after the weeks of the house rule, as the step whose time it then is.
 */
function nextAfter(last: Answer, aftercare: AftercareSoFar): { step: AftercareStep; window: Window } | null {
  const at = steps.indexOf(last.step);
  if (last.taken || last.step === 'first') {
    const next = steps.slice(at + 1).find((step) => windowOf(step, aftercare).dueBy > last.at);
    return next ? { step: next, window: windowOf(next, aftercare) } : null;
  }
  const { from, until } = weeksLater(last.at, aftercare.rule.repeatWeeks, aftercare);
  const step = steps.findLast((one, index) => index >= at && windowOf(one, aftercare).opensAt <= from);
  return { step: step ?? last.step, window: { opensAt: from, dueBy: until } };
}

function stateOf({ opensAt, dueBy }: Window, now: number): StepState {
  if (now < opensAt) return 'later';
  return now < dueBy ? 'due' : 'late';
}

/** The four steps as they stand at an instant, and which of them is next; none when everything was done. */
export function aftercareClock(
  aftercare: AftercareSoFar,
  now: number,
): { steps: StepOnClock[]; next: StepOnClock | null } {
  const answers = aftercare.answers.toSorted((a, b) => a.at - b.at);
  const last = answers.at(-1);
  const begin: AftercareStep = 'first';
  const next = last ? nextAfter(last, aftercare) : { step: begin, window: windowOf(begin, aftercare) };
  const nextAt = next ? steps.indexOf(next.step) : steps.length;
  const onClock = steps.map((step, index): StepOnClock => {
    if (next && index === nextAt) return { step, ...next.window, state: stateOf(next.window, now) };
    const window = windowOf(step, aftercare);
    if (index > nextAt) return { step, ...window, state: 'later' };
    const answer = answers.findLast((one) => one.step === step);
    return { step, ...window, state: answer ? (answer.taken ? 'taken' : 'refused') : 'passed' };
  });
  return { steps: onClock, next: onClock[nextAt] ?? null };
}

/** The next step, and a later one whose time has come: who talks now need not make up for what was missed. */
export function stepsToOffer(clock: ReturnType<typeof aftercareClock>, now: number): AftercareStep[] {
  const { next } = clock;
  if (!next) return [];
  const from = steps.indexOf(next.step);
  return clock.steps
    .filter((one, index) => index === from || (index > from && one.opensAt <= now))
    .map(({ step }) => step);
}
