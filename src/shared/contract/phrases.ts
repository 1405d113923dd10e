import { z } from 'zod';
import { id, nothing, procedure, typedText } from './base.ts';

/** The situations in which a sentence is needed. */
export const phraseKind = z.enum([
  'slowing',
  'namingLimit',
  'announcingEnd',
  'ending',
  'takingOver',
  'explainingBan',
  'handingOver',
]);
export type PhraseKind = z.infer<typeof phraseKind>;

/** A sentence that a practice starts with, as it stands in the texts of one language. */
export const startingPhrase = z.object({ kind: phraseKind, text: z.string() });

/** Two breaths at most: what is longer is not said as it stands. */
const spoken = typedText.trim().max(300);

/** The same sentence in both languages; one of them may still be empty. */
export const phraseWords = z
  .object({ kind: phraseKind, nl: spoken, en: spoken })
  .refine(({ nl, en }) => nl !== '' || en !== '', { path: ['nl'], error: 'missing' });
export type PhraseWords = z.infer<typeof phraseWords>;

/** `starting`: came with the product. `practice`: a manager made it for everybody. `own`: one worker's own. */
export const phraseOrigin = z.enum(['starting', 'practice', 'own']);

export const phrase = z.object({
  id,
  kind: phraseKind,
  nl: z.string(),
  en: z.string(),
  origin: phraseOrigin,
  isFavourite: z.boolean(),
  /** A starting sentence that the practice says in words of its own. */
  isChanged: z.boolean(),
  /** Out of everybody's list; only managers are told of it, so that they can put it back. */
  isHidden: z.boolean(),
});
export type Phrase = z.infer<typeof phrase>;

const phraseId = z.object({ phraseId: id });
/** Without an id it is a new one. */
const toSave = z.object({ phraseId: id.nullable(), words: phraseWords });

export const phrases = {
  /** What the worker can say: the practice's sentences and their own. */
  list: procedure('user').output(z.array(phrase)),
  saveOwn: procedure('user').input(toSave).output(phraseId),
  removeOwn: procedure('user').input(phraseId).output(nothing),
  setFavourite: procedure('user')
    .input(phraseId.extend({ favourite: z.boolean() }))
    .output(nothing),
  /** For everybody: a new one, or other words for one that there is. */
  saveForPractice: procedure('manager').input(toSave).output(phraseId),
  /** One that a manager made; a starting sentence is hidden instead. */
  removeFromPractice: procedure('manager').input(phraseId).output(nothing),
  setHidden: procedure('manager')
    .input(phraseId.extend({ hidden: z.boolean() }))
    .output(nothing),
  /** A starting sentence in the words it came with. */
  restore: procedure('manager').input(phraseId).output(nothing),
};
