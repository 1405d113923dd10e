import { z } from 'zod';
import { id, instant, nothing, procedure } from './base.ts';

export const breakKind = z.enum(['break', 'otherWork']);
export type BreakKind = z.infer<typeof breakKind>;

export const bucketLine = z.enum(['none', 'suggest', 'insist']);
export type BucketLine = z.infer<typeof bucketLine>;

export const breakState = z.object({
  /** How full the bucket is: 0 empty, 1 at the second line; may be more than 1. */
  level: z.number().min(0),
  /** Where the first line stands on the same scale, between 0 and 1. */
  firstLine: z.number(),
  line: bucketLine,
  /** Whether the window should say so now: not while on a break or snoozed. */
  prompt: z.boolean(),
  /** What filled it since it was last empty, for the sentence that explains the prompt. */
  because: z.object({
    incidents: z.number().int(),
    /** Minutes from the first of those incidents to now. */
    minutes: z.number().int(),
    verySerious: z.boolean(),
  }),
  suggestedMinutes: z.number().int(),
  canSnooze: z.boolean(),
  snoozeMinutes: z.number().int(),
  teamLeadAsked: z.boolean(),
  running: z.object({ kind: breakKind, startedAt: instant }).nullable(),
});
export type BreakState = z.infer<typeof breakState>;

export const breaks = {
  /** The worker's own state; there is no procedure for anybody else's. */
  state: procedure('user').output(breakState),
  start: procedure('user')
    .input(z.object({ kind: breakKind }))
    .output(nothing),
  end: procedure('user').output(nothing),
  snooze: procedure('user').output(nothing),
  /** Lets the team lead know that the worker would like somebody to take over; says nothing of the bucket. */
  askTeamLead: procedure('user').output(nothing),
  /** Requests to take over that are still open, for the manager. */
  requests: procedure('manager').output(z.array(z.object({ id, workerName: z.string(), at: instant }))),
  answerRequest: procedure('manager').input(z.object({ id })).output(nothing),
};
