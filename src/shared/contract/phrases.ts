import { z } from 'zod';
import { id, language, procedure } from './base.ts';

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

export const phrase = z.object({ id, kind: phraseKind, text: z.string() });
export type Phrase = z.infer<typeof phrase>;

export const phrases = {
  list: procedure('user').input(z.object({ language })).output(z.array(phrase)),
};
