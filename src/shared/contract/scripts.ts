import { z } from 'zod';
import { requiredText } from './base.ts';
import { concernRecord, directoryKind, handedOverTo } from './distress.ts';
import { behaviour } from './incidentKinds.ts';
import { longestSaid } from './scriptSentences.ts';

/** What a worker says aloud, without quotation marks: the window sets those. */
const spoken = z.string().trim().min(1).max(longestSaid);
/** Lines for the worker only; large type leaves room for two. */
const line = z.string().trim().min(1).max(100);
const hint = z.array(line).min(1).max(2);

const choice = z.object({
  key: z.string().regex(/^[0-9]$/),
  label: z.string().trim().min(1).max(40),
  /** The id of the step this leads to. */
  to: z.string(),
  /** What follows, in a word or two beside the label. */
  tag: z.string().trim().min(1).max(20).optional(),
});

export const scriptStep = z
  .object({
    id: z.string(),
    title: z.string().trim().min(1).max(40),
    say: spoken.optional(),
    hint,
    choices: z.array(choice).max(4),
    /** Where the script ends: what was found, and to whom to hand over, best first. */
    final: z.object({ finding: concernRecord.shape.finding, suggest: z.array(handedOverTo).min(1) }).optional(),
  })
  .refine((step) => (step.choices.length === 0) === (step.final !== undefined), {
    error: 'A step either asks on or ends.',
  });

/** The crisis script: a graph without circles that the desk window walks one step at a time. */
export const crisisScript = z.object({
  first: z.string(),
  /** Stands on every step, in sight and under its own key. */
  emergency: choice.omit({ tag: true }),
  steps: z.array(scriptStep),
  /** Help that may be needed at any step. */
  always: z.array(
    z.object({
      id: z.string(),
      title: z.string().trim().min(1).max(40),
      say: spoken.optional(),
      // Without choices under it there is room for a third.
      hint: z.array(line).min(1).max(3),
    }),
  ),
});
export type CrisisScript = z.infer<typeof crisisScript>;

export const lonelyGuide = z.object({
  signs: z.array(requiredText).min(3),
  say: z.array(spoken).min(3),
  /** `directory` names the kind of entry whose numbers belong beside the text. */
  pointTo: z.array(z.object({ text: requiredText, directory: directoryKind.nullable() })).min(3),
  worryMore: z.array(requiredText).min(3),
  whenInDoubt: requiredText,
});
export type LonelyGuide = z.infer<typeof lonelyGuide>;

/** The sentences beside the incident sheet. */
export const incidentSentences = z.object({
  behaviours: z.record(behaviour, z.object({ namingLimit: spoken, announcingEnd: spoken })),
  ending: spoken,
  colleagueTakes: spoken,
});
export type IncidentSentences = z.infer<typeof incidentSentences>;
