import { z } from 'zod';
import { id, instant, longText, nothing, procedure } from './base.ts';
import { newCaller } from './callers.ts';
import { channel, reason } from './channel.ts';

/** A note that is being typed: stored with every change, so that nothing typed is lost. */
export const draft = z.object({
  id: z.uuid(),
  callerId: id.nullable(),
  newCaller: newCaller.nullable(),
  channel,
  reason: reason.nullable(),
  text: longText,
  /** When the first key was typed; the call timer counts from here. */
  startedAt: instant,
});
export type Draft = z.infer<typeof draft>;

export const contacts = {
  /** The worker's own drafts, newest first. */
  drafts: procedure('user').output(z.array(draft)),
  saveDraft: procedure('user').input(draft).output(nothing),
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
};
