import { z } from 'zod';
import { id, longText, nothing, oneLine, procedure, typedText } from './base.ts';

/** In what a name stands, as people call it. */
export const mentionedIn = z.enum([
  'note',
  'incident',
  'earlierVersion',
  'measure',
  'letter',
  'arrangement',
  'handOver',
  'aftercare',
  'concern',
  'card',
  'team',
  'halfTyped',
  'other',
]);
export type MentionedIn = z.infer<typeof mentionedIn>;

/** Which text of which row: known to the core, opaque to a window. */
const place = oneLine.max(200);

/** A text about somebody else that a caller is named in. */
export const mention = z.object({
  place,
  what: mentionedIn,
  /** Whom the text is about; null where that is nobody known. */
  aboutName: z.string().nullable(),
  /** The words around the name; null for what a colleague has half typed, which is theirs. */
  excerpt: z.string().nullable(),
  /** The whole text without the name, to be put in other words; null where only the name can be taken out. */
  without: z.string().nullable(),
  /** False for what may not change, such as a letter that was sent. */
  mayChange: z.boolean(),
});
export type Mention = z.infer<typeof mention>;

/** What is done with a name in a text about somebody else; where nothing is chosen it is taken out. */
export const mentionChoice = z.discriminatedUnion('how', [
  z.object({ how: z.literal('takeOut') }),
  z.object({ how: z.literal('reword'), text: longText }),
  z.object({ how: z.literal('leave'), reason: typedText.trim().min(1).max(600) }),
]);
export type MentionChoice = z.infer<typeof mentionChoice>;

export const mentionChoices = z.array(z.object({ place, choice: mentionChoice })).max(500);

/** Where a name was left, and why; null where the text may not change. */
export const leftMention = z.object({ what: mentionedIn, reason: z.string().nullable() });
export type LeftMention = z.infer<typeof leftMention>;

const parts = z.number().int().min(0);

/** How far it is; the total is 0 until it is known. */
export const erasingProgress = z.object({ done: parts, total: parts });

export const stoppedErasing = { CANCELLED: { message: 'It was stopped.' } };

export const privacyMentions = {
  /** Where a caller who is to be erased is named in texts about others. */
  mentions: procedure('manager')
    .input(z.object({ requestId: id }))
    .errors(stoppedErasing)
    .output(z.object({ mentions: z.array(mention), more: z.number().int().min(0) })),
  /** How far that is; null while nobody looks. */
  mentionsProgress: procedure('manager').output(erasingProgress.nullable()),
  cancelMentions: procedure('manager').output(nothing),
};
