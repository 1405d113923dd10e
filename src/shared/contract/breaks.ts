import { z } from 'zod';
import { day, id, instant, nothing, procedure } from './base.ts';
import { documentFile } from './documentFile.ts';
import { severity, weight } from './incidentKinds.ts';
import { bucketRule } from './settings.ts';

export const breakKind = z.enum(['break', 'otherWork']);
export type BreakKind = z.infer<typeof breakKind>;

export const bucketLine = z.enum(['none', 'suggest', 'insist']);
export type BucketLine = z.infer<typeof bucketLine>;

/** Whom a worker asks to take over the phone. */
export const asked = z.discriminatedUnion('who', [
  z.object({ who: z.literal('colleague'), userId: id }),
  z.object({ who: z.literal('teamLead') }),
]);
export type Asked = z.infer<typeof asked>;

/** What a worker asked for and has not put aside yet. */
export const ownRequest = z.object({
  id,
  /** Null when it is for the team lead. */
  askedName: z.string().nullable(),
  answer: z.enum(['open', 'takesOver', 'notNow']),
  /** Who said so; a team lead has a name too. */
  answeredBy: z.string().nullable(),
});
export type OwnRequest = z.infer<typeof ownRequest>;

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
    /** Of this shift. */
    incidents: z.number().int(),
    /** Calls of concern that added drops, of this shift. */
    concerns: z.number().int(),
    /** Minutes from the first of those incidents to now. */
    minutes: z.number().int(),
    verySerious: z.boolean(),
    /** Part of what is in it is left from a shift before. */
    carriedOver: z.boolean(),
  }),
  suggestedMinutes: z.number().int(),
  canSnooze: z.boolean(),
  snoozeMinutes: z.number().int(),
  request: ownRequest.nullable(),
  running: z
    .object({
      kind: breakKind,
      startedAt: instant,
      /** The note that was open when it began, to carry on with. */
      draftId: z.uuid().nullable(),
    })
    .nullable(),
});
export type BreakState = z.infer<typeof breakState>;

/** Everything that stands behind a worker's bucket, for that worker. */
export const tally = z.object({
  /** So many days are looked back on, and kept. */
  keptDays: z.number().int(),
  drops: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('incident'), at: instant, drops: z.number(), severity, weight }),
      z.object({ kind: z.literal('concern'), at: instant, drops: z.number(), concern: z.enum(['crisis', 'lonely']) }),
    ]),
  ),
  breaks: z.array(z.object({ kind: breakKind, from: instant, until: instant.nullable() })),
  snoozes: z.array(instant),
  /** When the app was in use, from which the time at work is told. */
  work: z.array(z.object({ from: instant, until: instant })),
});
export type Tally = z.infer<typeof tally>;

/** What happens in a practice's trial of its rule, so many minutes after the thing before. */
export const trialStep = z.object({
  what: z.enum(['unpleasant', 'serious', 'verySerious', 'crisis', 'lonely', 'break']),
  minutesLater: z.number().int().min(0).max(600),
});
export type TrialStep = z.infer<typeof trialStep>;

export const trialOutcome = z.object({
  level: z.number().min(0),
  line: bucketLine,
  prompt: z.boolean(),
});
export type TrialOutcome = z.infer<typeof trialOutcome>;

/** One week that is over, of everybody who is no manager; null where fewer than three people would be in it. */
export const teamWeek = z.object({
  monday: day,
  breaks: z.number().int().nullable(),
  prompts: z.number().int().nullable(),
});
export type TeamWeek = z.infer<typeof teamWeek>;

export const breaks = {
  /** The worker's own state; there is no procedure for anybody else's. */
  state: procedure('user').output(breakState),
  start: procedure('user')
    .input(z.object({ kind: breakKind, draftId: z.uuid().nullable() }))
    .output(nothing),
  end: procedure('user').output(nothing),
  snooze: procedure('user').output(nothing),
  /** Everything that stands behind the worker's own bucket. */
  tally: procedure('user').output(tally),
  /** The same as a file. */
  exportTally: procedure('user').output(documentFile),
  /** The bucket is empty, and what was kept for it is gone; incidents stay, without the worker's weight. */
  eraseTally: procedure('user').output(nothing),
  /** Colleagues that can be asked to take over. */
  colleagues: procedure('user').output(
    z.object({ colleagues: z.array(z.object({ id, name: z.string() })), hasTeamLead: z.boolean() }),
  ),
  /** Asks one colleague, or the team lead, to take over; says nothing of the bucket. */
  ask: procedure('user').input(z.object({ asked })).output(nothing),
  /** Takes the worker's own request back, or puts it aside once it was answered. */
  withdraw: procedure('user').output(nothing),
  /** Requests to take over that are still open, for whoever was asked. */
  requests: procedure('user').output(z.array(z.object({ id, workerName: z.string(), at: instant }))),
  answerRequest: procedure('user')
    .input(z.object({ id, takesOver: z.boolean() }))
    .output(nothing),
  /** What a house rule does in a made-up case; nothing of anybody is in it. */
  tryRule: procedure('user')
    .input(z.object({ rule: bucketRule, steps: z.array(trialStep).max(12) }))
    .output(z.array(trialOutcome)),
  /** Weeks that are over, newest first; frozen when they end, so that nobody's act shows between two askings. */
  teamWeeks: procedure('manager').output(z.array(teamWeek)),
};
