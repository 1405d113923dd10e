import { z } from 'zod';
import { id, instant, nothing, procedure, requiredText } from './base.ts';
import { privacyAccess } from './privacyAccess.ts';
import { erasingProgress, privacyMentions, stoppedErasing } from './privacyMentions.ts';
import { privacyRectification } from './privacyRectification.ts';
import { privacyRequests } from './privacyRequests.ts';
import { privacyRestrictions } from './privacyRestrictions.ts';

/** What is kept with a term of its own, in the order in which it is erased: what others rest on comes last. */
export const retentionKind = z.enum([
  'measures',
  'aftercare',
  'incidents',
  'contacts',
  'concerns',
  'arrangements',
  'unfinished',
  'merges',
  'requests',
  'teamRecords',
  'formerWorkers',
  'auditLog',
  'callers',
]);
export type RetentionKind = z.infer<typeof retentionKind>;

/** Why something stays although its term is over. */
export const keptReason = z.enum([
  'running',
  'objection',
  'policeReport',
  'chain',
  'measure',
  'aftercare',
  'handOver',
  'stillNamed',
  'restricted',
]);
export type KeptReason = z.infer<typeof keptReason>;

export const retentionMonths = z.number().int().min(1).max(240);

/** A term that was chosen, with who chose it and why. */
export const chosenTerm = z.object({
  months: z.number().int(),
  reason: z.string(),
  setAt: instant,
  /** Null for one that was chosen before names were kept with it. */
  setByName: z.string().nullable(),
});
export type ChosenTerm = z.infer<typeof chosenTerm>;

export const retentionTerm = z.object({
  kind: retentionKind,
  months: z.number().int(),
  standardMonths: z.number().int(),
  /** What the practice chose, the newest first; without any the standard counts. */
  chosen: z.array(chosenTerm),
});
export type RetentionTerm = z.infer<typeof retentionTerm>;

const count = z.number().int().min(0);

/** What would go of one kind, and what stays although its term is over. */
export const trialOfKind = z.object({
  kind: retentionKind,
  goes: count,
  /** From when the oldest and the newest of it are. */
  oldestAt: instant.nullable(),
  newestAt: instant.nullable(),
  stays: z.array(z.object({ reason: keptReason, count })),
});
export type TrialOfKind = z.infer<typeof trialOfKind>;

export const trial = z.object({ at: instant, kinds: z.array(trialOfKind) });
export type Trial = z.infer<typeof trial>;

export const erasureOutcome = z.enum(['whole', 'stopped']);

/** A time that something was erased: numbers only. */
export const retentionRun = z.object({
  id,
  startedAt: instant,
  /** Null when the program did it by itself. */
  byName: z.string().nullable(),
  /** Null while it goes on, and when the computer stopped in the middle of it. */
  outcome: erasureOutcome.nullable(),
  counts: z.array(z.object({ kind: retentionKind, count })),
});
export type RetentionRun = z.infer<typeof retentionRun>;

export const retentionOverview = z.object({
  terms: z.array(retentionTerm),
  automatic: z.object({ on: z.boolean(), setByName: z.string().nullable(), setAt: instant.nullable() }),
  /** The newest first. */
  runs: z.array(retentionRun),
});
export type RetentionOverview = z.infer<typeof retentionOverview>;

const stoppable = {
  BUSY: { message: 'This is being done already.' },
  ...stoppedErasing,
};

export const privacy = {
  ...privacyRequests,
  ...privacyAccess,
  ...privacyRestrictions,
  ...privacyRectification,
  ...privacyMentions,
  retention: procedure('manager').output(retentionOverview),
  setTerm: procedure('manager')
    .input(z.object({ kind: retentionKind, months: retentionMonths, reason: requiredText }))
    .output(nothing),
  /** Whether what is over its term goes by itself at the first unlock of a day. */
  setAutomatic: procedure('manager')
    .input(z.object({ on: z.boolean() }))
    .output(nothing),
  /** Looks what would go now, and erases nothing. */
  tryErasing: procedure('manager').errors(stoppable).output(trial),
  /** Erases what is over its term, a little at a time. */
  eraseOverTerm: procedure('manager').errors(stoppable).output(retentionRun),
  /** Null while nothing is being looked through or erased. */
  progress: procedure('manager').output(erasingProgress.nullable()),
  cancel: procedure('manager').output(nothing),
};
