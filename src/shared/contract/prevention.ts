import { z } from 'zod';
import { day, id, instant, nothing, procedure, requiredText, shortText } from './base.ts';
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

/** What is worth looking at now and then, because it makes people angry when it is not right. */
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

export const check = z.object({
  item: checkItem,
  /** Null when nobody has looked at it yet. */
  last: z.object({ on: day, byName: z.string(), note: z.string(), nextOn: day.nullable() }).nullable(),
  isDue: z.boolean(),
});
export type Check = z.infer<typeof check>;

export const look = z.object({ item: checkItem, note: z.string().trim().max(1000), nextOn: day.nullable() });

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
};
