import { z } from 'zod';
import { day, id, nothing, procedure, requiredText, shortText } from './base.ts';

/** To come, past its day and not held, or held. */
export const coachingState = z.enum(['planned', 'toHold', 'held']);
export type CoachingState = z.infer<typeof coachingState>;

/** What a moment of coaching is about: the work, and nothing of how somebody is doing. */
export const coachingDetails = z.object({
  coachId: id,
  subject: requiredText,
  onDay: day,
  held: z.boolean(),
  /** What was agreed to do next, and by when. */
  agreed: shortText,
  agreedBy: day.nullable(),
});
export type CoachingDetails = z.infer<typeof coachingDetails>;

export const coachingMoment = coachingDetails.extend({
  id,
  userId: id,
  workerName: z.string(),
  coachName: z.string(),
  state: coachingState,
  agreedDone: z.boolean(),
});
export type CoachingMoment = z.infer<typeof coachingMoment>;

export const newCoachingMoment = z.object({ userId: id, coachId: id, subject: requiredText, onDay: day });
export type NewCoachingMoment = z.infer<typeof newCoachingMoment>;

export const coaching = {
  /** What is still to be held first, then what was held, the newest first. */
  list: procedure('manager').output(z.array(coachingMoment)),
  plan: procedure('manager')
    .input(newCoachingMoment)
    .output(z.object({ momentId: id })),
  /** Kept as it is typed. */
  update: procedure('manager', { keeps: true })
    .input(z.object({ momentId: id, details: coachingDetails }))
    .output(nothing),
  remove: procedure('manager')
    .input(z.object({ momentId: id }))
    .output(nothing),
  /** Everything that stands about the worker, and the moments at which they coach a colleague. */
  own: procedure('user').output(z.array(coachingMoment)),
  /** The worker did what was agreed, or takes that back. */
  markAgreedDone: procedure('user')
    .input(z.object({ momentId: id, done: z.boolean() }))
    .output(nothing),
};
