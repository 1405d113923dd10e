import { z } from 'zod';
import { day, id, instant, nothing, procedure, requiredText, weekday } from './base.ts';

/** A time of the day, `14:00`. */
export const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** A time of the week at which a caller may call; Monday is 1. */
export const agreedMoment = z.object({ weekday, from: clockTime, until: clockTime });
export type AgreedMoment = z.infer<typeof agreedMoment>;

export const agreementTerms = z.object({
  callsPerWeek: z.number().int().min(1).max(20),
  moments: z.array(agreedMoment).min(1).max(7),
  startsOn: day,
  /** The agreement ends when this day does. */
  lastDay: day,
  /** When to look together whether it still helps. */
  reviewOn: day,
  reason: requiredText,
  /** Who agreed to it, as the worker heard it: the caller, or somebody close to them. */
  agreedWith: requiredText,
});
export type AgreementTerms = z.infer<typeof agreementTerms>;

/** How things stand at this moment. */
export const agreementUse = z.object({
  state: z.enum(['upcoming', 'running', 'ended']),
  /** Calls this week that count; an emergency never does. */
  used: z.number().int(),
  /** Which sentence fits a call that comes in now. */
  now: z.enum(['agreedMoment', 'otherMoment', 'usedUp', 'notStarted']),
  /** The agreed moment that is now or comes next; null when none is left before the end. */
  next: z.object({ from: instant, until: instant }).nullable(),
});
export type AgreementUse = z.infer<typeof agreementUse>;

/** What is due for an agreement or an exception in this week: it ends, or it must be looked at again. */
export const due = z.enum(['ends', 'review']);
export type Due = z.infer<typeof due>;

export const agreement = z.object({
  id,
  callerId: id,
  terms: agreementTerms,
  use: agreementUse,
  madeByName: z.string(),
  madeAt: instant,
});
export type Agreement = z.infer<typeof agreement>;

/** Why a caller is noticed for calling often: numbers to say it with, never a judgement. */
export const frequencyNotice = z.object({
  code: z.enum(['moreThanBefore', 'moreThanOthers']),
  /** Calls without a clear need in the last seven days. */
  calls: z.number().int(),
  /** Calls a week that are usual: for this caller, or for others. */
  usual: z.object({ atLeast: z.number().int(), atMost: z.number().int() }),
});
export type FrequencyNotice = z.infer<typeof frequencyNotice>;

export const quietMoments = z.object({
  /** Weeks of the log in which anything was noted, at most eight; with fewer than two nothing is proposed. */
  weeks: z.number().int(),
  /** Contacts in an average week, by weekday and hour; only hours in which something was noted. */
  hours: z.array(z.object({ weekday: z.number().int(), hour: z.number().int(), contacts: z.number() })),
  /** The quietest hours in which somebody usually answers, the quietest first. */
  proposed: z.array(agreedMoment),
});
export type QuietMoments = z.infer<typeof quietMoments>;

const listed = agreement.extend({ callerName: z.string(), due: due.nullable() });
/** One that is over: by its last day, because somebody ended it, or because another took its place. */
const endedAgreement = z.object({
  id,
  callerName: z.string(),
  reason: z.string(),
  callsPerWeek: z.number().int(),
  startsOn: day,
  lastDay: day,
  /** Null when it ran to its last day. */
  ended: z.object({ at: instant, byName: z.string() }).nullable(),
});
export type EndedAgreement = z.infer<typeof endedAgreement>;

export type ListedAgreement = z.infer<typeof listed>;

export const agreements = {
  /** The agreement with a caller that runs or is to come; without one, whether they call more than usual. */
  ofCaller: procedure('user')
    .input(z.object({ callerId: id }))
    .output(z.object({ agreement: agreement.nullable(), frequency: frequencyNotice.nullable() })),
  /** What the form for a new agreement starts with. */
  suggest: procedure('user').output(
    z.object({ quiet: quietMoments, period: agreementTerms.pick({ startsOn: true, lastDay: true, reviewOn: true }) }),
  ),
  /** Takes the place of the agreement that runs. */
  make: procedure('user')
    .input(z.object({ callerId: id, terms: agreementTerms }))
    .output(z.object({ agreementId: id })),
  end: procedure('user')
    .input(z.object({ agreementId: id }))
    .output(nothing),
  /** What runs or is to come, first what is due this week. */
  list: procedure('manager').output(z.array(listed)),
  /** What is over, the newest end first, so many at most. */
  ended: procedure('manager').output(z.array(endedAgreement)),
  /** Looked at again and kept: the next look is in four weeks, or at the end. */
  markReviewed: procedure('manager')
    .input(z.object({ agreementId: id }))
    .output(z.object({ reviewOn: day })),
};
