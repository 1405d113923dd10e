import { z } from 'zod';
import { instant, oneLine, typedText } from './base.ts';

/** Which part of a step of the crisis script, or of the guide for lonely callers. */
export const sentencePart = z.enum(['say', 'hint', 'signs', 'pointTo', 'worryMore', 'whenInDoubt']);
export type SentencePart = z.infer<typeof sentencePart>;

/** The guide for lonely callers, beside the steps of the crisis script. */
export const lonelyPlace = 'lonely';

/** The practice's own sentences of a part have numbers far above those it came with. */
const ownNumbers: readonly number[] = [101, 102];

/**
 * The numbers of the sentences that a practice can add. A step has room for one more line; beside what is said there, and
 * beside the one question at the end of the guide, there is none.
 */
export function ownNumbersOf(place: string, part: SentencePart): readonly number[] {
  if (place === lonelyPlace) return part === 'whenInDoubt' ? [] : ownNumbers;
  return part === 'hint' ? ownNumbers.slice(0, 1) : [];
}

/** The step, the part and the number in it: `danger hint 1`. */
export const sentenceKey = (place: string, part: SentencePart, number: number): string => `${place} ${part} ${number}`;

const sentence = oneLine.max(60);

/** The practice's words for a sentence. Where a language is empty, the words it came with are shown in that language. */
export const ownSentence = z.object({ sentence, nl: z.string(), en: z.string() });
export type OwnSentence = z.infer<typeof ownSentence>;

const inBoth = z.object({ nl: z.string(), en: z.string() });

/** One version; without any words it says that the starting words came back. */
const sentenceVersion = inBoth.extend({ at: instant, byName: z.string() });
export type SentenceVersion = z.infer<typeof sentenceVersion>;

/** As a manager sees it. */
export const scriptSentence = z.object({
  sentence,
  place: z.string(),
  part: sentencePart,
  /** The words it came with; null for a sentence that the practice added. */
  starting: inBoth.nullable(),
  /** The practice's words that are shown now. */
  own: sentenceVersion.nullable(),
  /** Every version before, the newest first. */
  before: z.array(sentenceVersion),
  /** The starting words were other ones when the practice chose its own. */
  hasNewerStart: z.boolean(),
  /** Emergency numbers that any words for it must name. */
  mustName: z.array(z.string()),
});
export type ScriptSentence = z.infer<typeof scriptSentence>;

/** More is not said in one breath, and leaves no room for the rest of a step. */
export const longestSaid = 140;

const said = typedText.trim().max(longestSaid);

/** A sentence cannot be emptied: the starting words are one press away instead. */
export const sentenceWords = z
  .object({ sentence, nl: said, en: said })
  .refine(({ nl, en }) => nl !== '' || en !== '', { path: ['nl'], error: 'missing' });
