import { z } from 'zod';
import { day, id, instant, language, nothing, oneLine, procedure, shortText } from './base.ts';
import { documentFile } from './documentFile.ts';
import { letterhead } from './letters.ts';

/** The free texts that may hold medical facts: each one stays out of a dossier until a manager has read it for them. */
export const textSource = z.enum(['words', 'account', 'reason', 'letter']);
export type TextSource = z.infer<typeof textSource>;

/** One free text: of an incident its words or account, of a measure its reason, of a letter its text. */
export const freeText = z.object({
  source: textSource,
  /** Of the incident, measure or letter. */
  sourceId: id,
  /** When that was. */
  at: instant,
  /** With workers as they are called in the dossier. */
  text: z.string(),
  /** Known by its text: a text that was changed since is not reviewed any more. */
  fingerprint: z.string(),
  reviewed: z.object({ at: instant, byName: z.string() }).nullable(),
});
export type FreeText = z.infer<typeof freeText>;

export const dossier = z.object({ id, madeAt: instant, madeByName: z.string() });

export const policeReport = z.object({
  reportedOn: day.nullable(),
  reportNumber: shortText,
  /** Whom to ask at the police. */
  policeContact: shortText,
});
export type PoliceReport = z.infer<typeof policeReport>;

const measureId = z.object({ measureId: id });

export const policeReports = {
  /** What a dossier for this measure would hold, what was made before, and what the police gave back. */
  ofMeasure: procedure('manager')
    .input(measureId)
    .output(
      z.object({
        incidents: z.number().int(),
        texts: z.array(freeText),
        dossiers: z.array(dossier),
        report: policeReport,
        /** The last day on which a report is as quick as it should be; null without an incident. */
        reportBefore: day.nullable(),
        missing: z.array(letterhead.keyof()),
      }),
    ),
  /** Says that a text holds no medical facts, or takes that back. */
  reviewText: procedure('manager')
    .input(measureId.extend({ source: textSource, sourceId: id, fingerprint: oneLine.max(100), free: z.boolean() }))
    .errors({ CHANGED: { message: 'This text has changed since it was read.' } })
    .output(nothing),
  /** Makes the dossier, keeps when and by whom, and hands it over. */
  make: procedure('manager')
    .input(measureId.extend({ language }))
    .errors({
      INCOMPLETE_LETTERHEAD: {
        message: 'The letterhead lacks the address of the organisation.',
        data: z.object({ missing: z.array(letterhead.keyof()) }),
      },
      NO_INCIDENTS: { message: 'There is no incident to report.' },
    })
    .output(documentFile),
  /** The dossier as it was made, once more. */
  document: procedure('manager')
    .input(z.object({ dossierId: id }))
    .output(documentFile),
  recordReport: procedure('manager')
    .input(measureId.extend({ report: policeReport }))
    .output(nothing),
};
