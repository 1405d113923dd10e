import { z } from 'zod';
import { bannableChannel, banScope, type Decision, decision, step } from '../../../shared/contract/measureDecision.ts';
import type { ToDecide } from '../../../shared/contract/measures.ts';

/** A decision while it is typed; the terms of a ban stay when another step is looked at. */
export const decisionDraft = z.object({
  step,
  reason: z.string(),
  incidentIds: z.array(z.number()),
  from: z.string(),
  lastDay: z.string(),
  reviewDay: z.string(),
  channels: z.array(bannableChannel),
  scope: banScope,
  scopeName: z.string(),
  staysOpen: z.string(),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

export function draftFrom(about: ToDecide, reason: string, staysOpen: string): DecisionDraft {
  const terms = about.terms.find(({ months }) => months === about.proposal?.months) ?? about.terms[0];
  return {
    step: about.proposal?.step ?? 'conversation',
    reason,
    incidentIds: about.openIncidentIds,
    from: terms?.from ?? '',
    lastDay: terms?.lastDay ?? '',
    reviewDay: terms?.reviewDay ?? '',
    channels: ['phone', 'desk'],
    scope: 'everything',
    scopeName: '',
    staysOpen,
  };
}

export const draftFields = [
  'reason',
  'incidentIds',
  'channels',
  'from',
  'lastDay',
  'reviewDay',
  'scopeName',
  'staysOpen',
] as const;
export type DraftField = (typeof draftFields)[number];

/** What the contract would take of it, or the fields that are not right yet. */
export function checkDraft(
  { callerId, bans }: Pick<ToDecide, 'callerId' | 'bans'>,
  draft: DecisionDraft,
): { value: Decision } | { problems: DraftField[] } {
  const { reason, incidentIds, from, lastDay, reviewDay, channels, scope, staysOpen } = draft;
  const scopeName = scope === 'everything' ? '' : draft.scopeName;
  const ban = draft.step === 'contactBan' ? { from, lastDay, reviewDay, channels, scope, scopeName, staysOpen } : null;
  const replaces = bans.map(({ id }) => id);
  const checked = decision.safeParse({ callerId, step: draft.step, reason, incidentIds, ban, replaces });
  if (checked.success) return { value: checked.data };
  const wrong = checked.error.issues.map(({ path }) => path.at(-1));
  return { problems: draftFields.filter((field) => wrong.includes(field)) };
}
