import { z } from 'zod';
import { requiredText, role } from './base.ts';
import { reason } from './channel.ts';
import { behaviour, cause, outcome, severity } from './incidentKinds.ts';

/** What the practice to try things with is made of; a seeded generator combines it. */
export const demoMaterial = z.object({
  practiceName: requiredText,
  workers: z.array(z.object({ name: requiredText, role, function: requiredText, department: requiredText })),
  callerDetails: z.object({
    generalPractitioners: z.array(requiredText).min(1),
    addressForms: z.array(requiredText).min(1),
    spokenLanguages: z.array(requiredText).min(1),
    checksFirst: z.array(requiredText).min(1),
    remarks: z.array(requiredText).min(1),
  }),
  notes: z.record(reason, z.array(requiredText).min(12)),
  incidents: z
    .array(
      z.object({
        behaviours: z.array(behaviour).min(1),
        severity,
        outcomes: z.array(outcome).min(1),
        cause,
        words: requiredText,
        account: z.string().trim().min(1).max(300),
      }),
    )
    .min(10),
  agreements: z.array(z.object({ reason: requiredText, agreedWith: requiredText })).min(3),
  exceptions: z.array(z.object({ what: requiredText, why: requiredText })).min(4),
  reviewNotes: z.array(requiredText).min(5),
  /** What some reports said before they were corrected, and why they were. */
  corrections: z.array(z.object({ why: requiredText, account: requiredText })).min(3),
});

/** Names do not change with the language; a surname carries its prefix. */
export const demoNames = z.object({
  firstNames: z.array(requiredText).min(200),
  surnames: z.array(requiredText).min(300),
});
