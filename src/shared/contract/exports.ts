import { z } from 'zod';
import { auditNarrowing } from './audit.ts';
import { day, nothing, procedure } from './base.ts';
import { documentFile } from './documentFile.ts';
import { trendQuestion } from './trends.ts';

export const exportFormat = z.enum(['csv', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What can be taken out of the store; of all but the trends, whose question says so itself, for some days. */
export const exportKind = z.enum(['trends', 'incidents', 'contacts', 'measures', 'questionnaires', 'audit']);
export type ExportKind = z.infer<typeof exportKind>;

export const exportPeriod = z
  .object({ from: day, lastDay: day })
  .refine(({ from, lastDay }) => from <= lastDay, { path: ['lastDay'], error: 'endsBeforeItStarts' });
export type ExportPeriod = z.infer<typeof exportPeriod>;

export const exportRequest = z.discriminatedUnion('what', [
  z.object({ what: z.literal('trends'), question: trendQuestion }),
  z.object({ what: z.literal('audit'), period: exportPeriod, only: auditNarrowing.default({}) }),
  z.object({ what: exportKind.exclude(['trends', 'audit']), period: exportPeriod }),
]);
export type ExportRequest = z.infer<typeof exportRequest>;

/** So many rows a PDF holds, the newest: a spreadsheet holds them all. */
export const mostOnPaper = 5000;

/** How far an export is; the total is 0 until it is known. */
export const exportProgress = z.object({ done: z.number().int(), total: z.number().int() });
export type ExportProgress = z.infer<typeof exportProgress>;

export const exports = {
  /** Makes the file on another thread; one at a time. */
  make: procedure('manager')
    .input(z.object({ request: exportRequest, format: exportFormat }))
    .errors({
      BUSY: { message: 'Another export is being made.' },
      CANCELLED: { message: 'The export was stopped.' },
    })
    .output(documentFile),
  /** How many rows it would have; null for what is always short. */
  size: procedure('manager')
    .input(z.object({ request: exportRequest }))
    .output(z.object({ rows: z.number().int().nullable() })),
  /** Null while nothing is being made. */
  progress: procedure('manager').output(exportProgress.nullable()),
  cancel: procedure('manager').output(nothing),
};
