import { z } from 'zod';
import { phraseKind } from '../../../shared/contract/phrases.ts';

/** A sentence while it is typed. */
export const typedPhrase = z.object({
  kind: phraseKind,
  nl: z.string(),
  en: z.string(),
  forEverybody: z.boolean(),
});
export type TypedPhrase = z.infer<typeof typedPhrase>;
