import { z } from 'zod';
import { id, instant, longText, nothing, procedure } from './base.ts';
import { newCaller } from './callers.ts';
import { channel, reason } from './channel.ts';
import { handOverChoice } from './handOvers.ts';
import { behaviour } from './incidentKinds.ts';

/** A note that is being typed: stored with every change, so that nothing typed is lost. */
export const draft = z.object({
  id: z.uuid(),
  callerId: id.nullable(),
  newCaller: newCaller.nullable(),
  channel,
  reason: reason.nullable(),
  text: longText,
  /** What is to be done after it; notes from before there were hand-overs have none. */
  handOver: handOverChoice.nullish(),
  /** When the first key was typed; the call timer counts from here. */
  startedAt: instant,
});
export type Draft = z.infer<typeof draft>;

/** What one line of the worker's own day is about; an incident that belongs to a contact is part of its line. */
export const ownWork = z.object({ kind: z.enum(['contact', 'incident']), id });
export type OwnWork = z.infer<typeof ownWork>;

export const ownWorkItem = ownWork.extend({
  at: instant,
  callerId: id.nullable(),
  callerName: z.string().nullable(),
  channel,
  reason: reason.nullable(),
  text: z.string(),
  behaviours: z.array(behaviour),
});
export type OwnWorkItem = z.infer<typeof ownWorkItem>;

export const contacts = {
  /** The worker's own drafts, newest first. */
  drafts: procedure('user').output(z.array(draft)),
  saveDraft: procedure('user', { keeps: true }).input(draft).output(nothing),
  discardDraft: procedure('user')
    .input(z.object({ draftId: z.uuid() }))
    .output(nothing),
  /** Turns a draft into a contact; makes a card for a new caller with a name or a number. */
  save: procedure('user')
    .input(draft)
    .errors({
      BAD_NUMBER: { message: 'A telephone number is not right.', data: z.object({ number: z.string() }) },
    })
    .output(z.object({ contactId: id, callerId: id.nullable() })),
  /** The worker's own day so far. */
  today: procedure('user').output(
    z.object({ contacts: z.number().int(), incidents: z.number().int(), toComplete: z.number().int() }),
  ),
  /** The same one by one, the newest first. */
  ownDay: procedure('user').output(z.array(ownWorkItem)),
  /** Says whom a contact or incident of the worker's own was with, when that was not known. */
  link: procedure('user')
    .input(z.object({ work: ownWork, callerId: id }))
    .output(nothing),
  /** Takes `link` back. */
  unlink: procedure('user')
    .input(z.object({ work: ownWork }))
    .output(nothing),
};
