import { z } from 'zod';
import { type ImprovementTerms, improvementTerms } from '../../../shared/contract/prevention.ts';

/** An improvement while it is typed: a day may still be missing. */
export const typedImprovement = improvementTerms.extend({
  what: z.string(),
  why: z.string(),
  who: z.string(),
  dueOn: z.string(),
  doneOn: z.string(),
});
export type TypedImprovement = z.infer<typeof typedImprovement>;

export const emptyImprovement: TypedImprovement = { what: '', why: '', cause: null, who: '', dueOn: '', doneOn: '' };

export const asTyped = (terms: ImprovementTerms): TypedImprovement => ({
  ...{ what: terms.what, why: terms.why, cause: terms.cause, who: terms.who },
  dueOn: terms.dueOn ?? '',
  doneOn: terms.doneOn ?? '',
});

export const asTerms = ({ dueOn, doneOn, ...typed }: TypedImprovement): ImprovementTerms => ({
  ...typed,
  dueOn: dueOn === '' ? null : dueOn,
  doneOn: doneOn === '' ? null : doneOn,
});
