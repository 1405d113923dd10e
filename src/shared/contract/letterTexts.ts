import { z } from 'zod';
import type { Language } from './base.ts';
import { oneLine, typedText } from './base.ts';

export const letterKind = z.enum(['warning', 'contactBan', 'extension', 'lifting', 'agreement', 'answerToObjection']);
export type LetterKind = z.infer<typeof letterKind>;

export const letterSubject = oneLine.min(1).max(160);
export const letterText = typedText.trim().min(1).max(20_000);

/** The closed list of what a template may ask for, by the word that stands in braces in each language. */
export const letterFields = {
  name: { nl: 'naam', en: 'name' },
  practice: { nl: 'praktijk', en: 'practice' },
  phone: { nl: 'telefoon', en: 'phone' },
  incidents: { nl: 'gebeurtenissen', en: 'incidents' },
  reason: { nl: 'reden', en: 'reason' },
  period: { nl: 'periode', en: 'period' },
  from: { nl: 'van', en: 'from' },
  until: { nl: 'tot en met', en: 'until' },
  closed: { nl: 'gesloten', en: 'closed' },
  open: { nl: 'open', en: 'open' },
  agreements: { nl: 'afspraken', en: 'agreements' },
  reviewDate: { nl: 'herbeoordeling', en: 'review date' },
  emergencies: { nl: 'spoed', en: 'emergencies' },
  keptUntil: { nl: 'bewaren tot', en: 'kept until' },
  objectionsTo: { nl: 'bezwaar bij', en: 'objections to' },
  objectionTerm: { nl: 'bezwaartermijn', en: 'objection term' },
  objection: { nl: 'bezwaar', en: 'objection' },
  objectionDate: { nl: 'datum bezwaar', en: 'objection date' },
  answer: { nl: 'antwoord', en: 'answer' },
} as const satisfies Record<string, Record<Language, string>>;
export type LetterField = keyof typeof letterFields;

/** The file of letters a practice starts with, in one language. */
export const letterTexts = z.object({
  /** What every letter says of emergencies; no template can leave it out. */
  emergencies: z.string().trim().min(1),
  /** What stays open when nothing was closed. */
  everythingOpen: z.string().trim().min(1),
  closing: z.string().trim().min(1),
  templates: z.record(letterKind, z.object({ subject: letterSubject, text: letterText })),
});
