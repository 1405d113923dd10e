import { z } from 'zod';
import { day, id, instant, language, nothing, procedure, shortText, typedText } from './base.ts';
import { documentFile } from './documentFile.ts';
import { letterKind, letterSubject, letterText } from './letterTexts.ts';

/** What a practice says about itself above its letters, beside its name. */
export const letterhead = z.object({
  address: typedText.trim().max(400).default(''),
  phone: shortText.default(''),
  email: shortText.default(''),
  /** Who handles objections: a name or a function. */
  objectionsTo: shortText.default(''),
  /** Within what time an objection must come in, in the practice's own words. */
  objectionTerm: shortText.default(''),
});
export type Letterhead = z.infer<typeof letterhead>;

/** By which way a letter went out. */
export const sentWay = z.enum(['post', 'registeredPost', 'mail', 'handedOver']);
export type SentWay = z.infer<typeof sentWay>;

/** Name and address, as lines above the letter. */
const recipient = typedText.trim().min(1).max(400);

export const letterContent = z.object({ subject: letterSubject, recipient, text: letterText });
export type LetterContent = z.infer<typeof letterContent>;

/** A letter as it stands on paper, whole: what is drawn on the screen and in the PDF, and what is kept for good. */
export const letterSheet = z.object({
  language,
  practiceName: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  recipient: z.string(),
  /** As it is read: `21 november 2026`. */
  date: z.string(),
  subject: z.string(),
  blocks: z.array(z.object({ kind: z.enum(['heading', 'item', 'text']), text: z.string() })),
  closing: z.string(),
});
export type LetterSheet = z.infer<typeof letterSheet>;

export const letter = z.object({
  id,
  kind: letterKind,
  language,
  content: letterContent,
  savedAt: instant,
  /** From here on nothing of it can be changed any more. */
  final: z.object({ at: instant, byName: z.string(), sheet: letterSheet }).nullable(),
  /** The finished letter that this one takes the place of, and the one that took its own. */
  replacesId: id.nullable(),
  replacedById: id.nullable(),
  sent: z.object({ on: day, way: sentWay }).nullable(),
});
export type Letter = z.infer<typeof letter>;

export const letterTemplate = z.object({
  kind: letterKind,
  language,
  subject: letterSubject,
  text: letterText,
  /** Who made it the practice's own, and when; null for the one the product came with. */
  changed: z.object({ at: instant, byName: z.string() }).nullable(),
});
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** A letter is about a decision, or about what was agreed with somebody who calls often. */
export const letterAbout = z.object({ of: z.enum(['measure', 'agreement']), id });
export type LetterAbout = z.infer<typeof letterAbout>;

const letterId = z.object({ letterId: id });
const templateOf = z.object({ kind: letterKind, language });
const final = { FINAL: { message: 'This letter is finished and stays as it is.' } };
const notFinal = { NOT_FINAL: { message: 'This letter is not finished yet.' } };
const emptyField = {
  EMPTY_FIELD: { message: 'A field in braces was not filled in.', data: z.object({ field: z.string() }) },
};

export const letters = {
  letterhead: procedure('manager').output(letterhead),
  updateLetterhead: procedure('manager').input(letterhead).output(nothing),
  /** The letters about something, newest first, which letters suit it, and what the letterhead still lacks. */
  about: procedure('manager')
    .input(letterAbout)
    .output(
      z.object({
        letters: z.array(letter),
        kinds: z.array(letterKind),
        missing: z.array(letterhead.keyof()),
        /** A ban on contact with one worker, who is named only when the manager says so. */
        aboutWorker: z.boolean(),
      }),
    ),
  /** The practice's template with what is known filled in; nothing is kept yet. */
  compose: procedure('manager')
    .input(z.object({ about: letterAbout, kind: letterKind, language, nameWorker: z.boolean() }))
    .output(letterContent),
  preview: procedure('manager').input(letterContent.extend({ language })).output(letterSheet),
  /** Keeps a letter to go on with; a new one that replaces a finished one says which. */
  save: procedure('manager', { keeps: true })
    .input(
      z.object({
        about: letterAbout,
        letterId: id.nullable(),
        kind: letterKind,
        language,
        replacesId: id.nullable(),
        content: letterContent,
      }),
    )
    .errors(final)
    .output(letterId),
  discard: procedure('manager').input(letterId).errors(final).output(nothing),
  /** Fixes the letter, with the letterhead and the date of today, for good. */
  finalise: procedure('manager')
    .input(letterId)
    .errors({
      ...final,
      ...emptyField,
      INCOMPLETE_LETTERHEAD: {
        message: 'The letterhead lacks something that a letter must say.',
        data: z.object({ missing: z.array(letterhead.keyof()) }),
      },
    })
    .output(nothing),
  document: procedure('manager').input(letterId).errors(notFinal).output(documentFile),
  markSent: procedure('manager')
    .input(letterId.extend({ on: day, way: sentWay }))
    .errors(notFinal)
    .output(nothing),
  templates: procedure('manager').output(z.array(letterTemplate)),
  saveTemplate: procedure('manager')
    .input(templateOf.extend({ subject: letterSubject, text: letterText }))
    .errors({
      UNKNOWN_FIELD: { message: 'There is no field with this name.', data: z.object({ field: z.string() }) },
    })
    .output(nothing),
  resetTemplate: procedure('manager').input(templateOf).output(nothing),
};
