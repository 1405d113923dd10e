import { z } from 'zod';
import { due } from './agreements.ts';
import { day, id, instant, nothing, procedure, requiredText } from './base.ts';

/** Something granted to a caller against the normal procedure. */
export const exceptionTerms = z.object({
  what: requiredText,
  why: requiredText,
  /** It lapses when this day ends. */
  lastDay: day,
});
export type ExceptionTerms = z.infer<typeof exceptionTerms>;

export const exception = z.object({
  id,
  callerId: id,
  terms: exceptionTerms,
  grantedByName: z.string(),
  grantedAt: instant,
});
export type Exception = z.infer<typeof exception>;

const listed = exception.extend({ callerName: z.string(), due: due.nullable() });
const endedException = z.object({
  id,
  callerName: z.string(),
  terms: exceptionTerms,
  /** Null when it ran to its last day. */
  ended: z.object({ at: instant, byName: z.string() }).nullable(),
});
export type EndedException = z.infer<typeof endedException>;

export type ListedException = z.infer<typeof listed>;

export const exceptions = {
  /** What runs, the newest first. */
  ofCaller: procedure('user')
    .input(z.object({ callerId: id }))
    .output(z.array(exception)),
  grant: procedure('user')
    .input(z.object({ callerId: id, terms: exceptionTerms }))
    .output(z.object({ exceptionId: id })),
  end: procedure('user')
    .input(z.object({ exceptionId: id }))
    .output(nothing),
  /** What runs, first what lapses this week. */
  list: procedure('manager').output(z.array(listed)),
  /** What is over, the newest end first, so many at most. */
  ended: procedure('manager').output(z.array(endedException)),
};
