import { z } from 'zod';
import { id, instant, language, nothing, procedure, shortText, typedText } from './base.ts';
import { documentFile } from './documentFile.ts';
import { letterSheet } from './letters.ts';

/** Which text: a word for one that the product came with, a made one has a name of its own. */
const document = z.string().regex(/^[a-zA-Z0-9-]{1,60}$/);

const title = shortText;
/** A line with `# ` is a heading, one with `- ` a point, and each other line a paragraph. */
const text = typedText.trim().max(8000);
const words = z.object({ title, text });

/** A text of the practice in both languages; one of them may be empty. */
export const houseRuleWords = z
  .object({ nl: words, en: words })
  .refine(({ nl, en }) => [nl, en].some((one) => one.title !== '' && one.text !== ''), {
    path: ['nl'],
    error: 'missing',
  });

/** A text that every practice starts with, as it stands in the texts of one language. */
export const startingHouseRule = z.object({ document, title: title.min(1), text: text.min(1) });

const shownWords = words.extend({ blocks: letterSheet.shape.blocks });

export const houseRule = z.object({
  document,
  /** Counts from 1 when the practice decides on a text; 0 is one that the product came with and nobody decided on. */
  version: z.number().int().min(0),
  words: z.object({ nl: shownWords, en: shownWords }),
  /** Who decided on this version, and when. */
  decided: z.object({ at: instant, byName: z.string(), note: z.string() }).nullable(),
});
export type HouseRule = z.infer<typeof houseRule>;

/** As a worker sees it: everybody reads every version that the practice decided on. */
export const houseRuleToRead = houseRule.extend({ readAt: instant.nullable(), asksReading: z.boolean() });
export type HouseRuleToRead = z.infer<typeof houseRuleToRead>;

/** As a manager sees it: with every version before, and who has read which. */
export const houseRuleOverview = houseRule.extend({
  isWithdrawn: z.boolean(),
  /** The versions before this one, the newest first. */
  before: z.array(houseRule),
  readers: z.array(
    z.object({
      id,
      name: z.string(),
      /** The newest version they confirmed; null for none. */
      version: z.number().int().nullable(),
      at: instant.nullable(),
    }),
  ),
});
export type HouseRuleOverview = z.infer<typeof houseRuleOverview>;

export const houseRules = {
  list: procedure('user').output(z.array(houseRuleToRead)),
  /** That the worker has read this version. */
  confirmRead: procedure('user')
    .input(z.object({ document, version: z.number().int().min(1) }))
    .errors({ CHANGED: { message: 'There is a newer version of this text.' } })
    .output(nothing),
  file: procedure('user').input(z.object({ document, language })).output(documentFile),
  overview: procedure('manager').output(z.array(houseRuleOverview)),
  /** Decides on a new version, of a new text when none is named; everybody is asked to read it. */
  decide: procedure('manager')
    .input(z.object({ document: document.nullable(), words: houseRuleWords, note: typedText.trim().max(300) }))
    .output(z.object({ document })),
  /** Out of everybody's sight; deciding on it again brings it back. */
  withdraw: procedure('manager').input(z.object({ document })).output(nothing),
};
