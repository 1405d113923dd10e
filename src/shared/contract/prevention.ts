import { z } from 'zod';
import { day, id, instant, nothing, procedure, requiredText, shortText, typedText } from './base.ts';
import { cause } from './incidentKinds.ts';
import { rate } from './trends.ts';

/** What a practice changes because of a trend. A `measure` is towards a caller; this is about the practice itself. */
export const improvementTerms = z.object({
  what: requiredText,
  why: shortText,
  /** Which incidents it should make fewer; null for all of them. */
  cause: cause.nullable(),
  /** Whoever does it: a worker, or somebody outside, such as who makes the website. */
  who: requiredText,
  dueOn: day.nullable(),
  doneOn: day.nullable(),
});
export type ImprovementTerms = z.infer<typeof improvementTerms>;

/**
 * Whether the trend moved: `tooEarly` within two weeks of the day it was done, `tooFew` incidents to tell, `same` when
 * the difference is no larger than chance makes it.
 */
export const effectVerdict = z.enum(['tooEarly', 'tooFew', 'fewer', 'more', 'same']);
export type EffectVerdict = z.infer<typeof effectVerdict>;

export const improvementEffect = z.object({
  verdict: effectVerdict,
  /** How many whole weeks each side is looked at. */
  weeksBefore: z.number().int(),
  weeksAfter: z.number().int(),
  before: rate,
  after: rate,
});
export type ImprovementEffect = z.infer<typeof improvementEffect>;

export const improvement = improvementTerms.extend({
  id,
  addedByName: z.string(),
  addedAt: instant,
  isLate: z.boolean(),
  /** Null until it is done. */
  effect: improvementEffect.nullable(),
});
export type Improvement = z.infer<typeof improvement>;

/** The points that the program came with: what makes people angry when it is not right. */
export const checkItem = z.enum([
  'announcements',
  'menu',
  'mailings',
  'consistency',
  'oneTransfer',
  'waitingTime',
  'website',
  'refusals',
  'desk',
]);
export type CheckItem = z.infer<typeof checkItem>;

/** A point of the practice's own: what, and maybe what to look for. */
export const ownPoint = z.object({ what: requiredText, help: typedText.trim().max(300) });
export type OwnPoint = z.infer<typeof ownPoint>;

export const check = z.object({
  id,
  /** Null for a point of the practice's own, which has `what` and `help`. */
  starting: checkItem.nullable(),
  what: z.string(),
  help: z.string(),
  /** Out of sight; only a point that the program came with is hidden, the practice's own are removed. */
  hidden: z.boolean(),
  /** Null when nobody has looked at it yet. */
  last: z.object({ on: day, byName: z.string(), note: z.string(), nextOn: day.nullable() }).nullable(),
  isDue: z.boolean(),
});
export type Check = z.infer<typeof check>;

export const look = z.object({ pointId: id, note: typedText.trim().max(1000), nextOn: day.nullable() });

export const prevention = {
  /** What is still to be done first, then what was done, the newest first; and the check-list. */
  overview: procedure('manager').output(z.object({ improvements: z.array(improvement), checks: z.array(check) })),
  /** Adds an improvement, or changes the one with this id. */
  save: procedure('manager')
    .input(z.object({ improvementId: id.nullable(), terms: improvementTerms }))
    .output(z.object({ improvementId: id })),
  remove: procedure('manager')
    .input(z.object({ improvementId: id }))
    .output(nothing),
  /** That a point of the check-list was looked at today. */
  look: procedure('manager').input(look).output(nothing),
  addPoint: procedure('manager')
    .input(ownPoint)
    .output(z.object({ pointId: id })),
  /** Only of the practice's own, and so is `removePoint`; what was looked at goes with it. */
  rewordPoint: procedure('manager')
    .input(ownPoint.extend({ pointId: id }))
    .output(nothing),
  removePoint: procedure('manager')
    .input(z.object({ pointId: id }))
    .output(nothing),
  /** Only of those the program came with. */
  hidePoint: procedure('manager')
    .input(z.object({ pointId: id, hidden: z.boolean() }))
    .output(nothing),
  /** One place up or down among those in sight; at the end of the list nothing changes. */
  movePoint: procedure('manager')
    .input(z.object({ pointId: id, to: z.enum(['up', 'down']) }))
    .output(nothing),
};
