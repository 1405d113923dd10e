import { z } from 'zod';
import { day, id, shortText, typedText } from './base.ts';

/** What a manager can decide about a caller, from the lightest to the heaviest; none of them closes emergencies. */
export const step = z.enum(['conversation', 'warning', 'contactBan', 'policeReport', 'damageClaim', 'civilCase']);
export type Step = z.infer<typeof step>;

/** What a ban can close. The urgent line is not among them and never will be. */
export const bannableChannel = z.enum(['phone', 'desk', 'mail', 'chat']);
export type BannableChannel = z.infer<typeof bannableChannel>;

export const banScope = z.enum(['everything', 'department', 'worker']);
export type BanScope = z.infer<typeof banScope>;

export const reasonText = typedText.trim().min(1).max(4000);

/** What a contact ban covers and for how long; it ends with its last day and has no other way to be written down. */
export const banTerms = z
  .object({
    from: day,
    lastDay: day,
    /** Halfway, unless the manager chooses another. */
    reviewDay: day,
    channels: z.array(bannableChannel).min(1).max(4),
    scope: banScope,
    /** Which department or worker; empty for everything. */
    scopeName: shortText,
    /** What the caller may still use besides emergencies, in the practice's words. */
    staysOpen: typedText.trim().min(1).max(600),
  })
  .refine(({ from, lastDay }) => from <= lastDay, { path: ['lastDay'], error: 'endsBeforeItStarts' })
  .refine(({ from, reviewDay, lastDay }) => from <= reviewDay && reviewDay <= lastDay, {
    path: ['reviewDay'],
    error: 'reviewOutsideBan',
  })
  .refine(({ scope, scopeName }) => scope === 'everything' || scopeName !== '', {
    path: ['scopeName'],
    error: 'nameMissing',
  });
export type BanTerms = z.infer<typeof banTerms>;

export const decision = z
  .object({
    callerId: id,
    step,
    /** Concrete, recent behaviour: what the person did and when. */
    reason: reasonText,
    incidentIds: z.array(id).max(50),
    ban: banTerms.nullable(),
    /** The bans in force that the manager knows this one takes the place of: a caller has one at a time. */
    replaces: z.array(id).max(20).default([]),
  })
  .refine((decided) => (decided.step === 'contactBan') === (decided.ban !== null), { path: ['ban'], error: 'banTerms' })
  .refine((decided) => !needsIncident(decided.step) || decided.incidentIds.length > 0, {
    path: ['incidentIds'],
    error: 'incidentMissing',
  });
export type Decision = z.infer<typeof decision>;

function needsIncident(decided: Step): boolean {
  return decided === 'warning' || decided === 'contactBan';
}

/** What a ban did to the one before it. */
export const replacedAs = z.enum(['extended', 'narrowed', 'replaced']);
export type ReplacedAs = z.infer<typeof replacedAs>;
