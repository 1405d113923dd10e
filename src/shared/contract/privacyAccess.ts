import { z } from 'zod';
import { id, instant, procedure, typedText } from './base.ts';
import { documentFile } from './documentFile.ts';

export const accessPart = z.enum([
  'contacts',
  'incidents',
  'earlierVersions',
  'measures',
  'objections',
  'letters',
  'told',
  'policeReports',
  'concerns',
  'shared',
  'agreements',
  'exceptions',
  'handOvers',
  'attachments',
  'merges',
  'requests',
  'restrictions',
]);
export type AccessPart = z.infer<typeof accessPart>;

/** Codes as the program keeps them, or words that were typed. */
const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const accessItem = z.object({
  at: instant,
  /** Who wrote it down: never by name. */
  by: z.enum(['receptionist', 'manager']).nullable(),
  facts: z.record(z.string(), fact),
  /** Free texts, as they may be read by the person. */
  texts: z.record(z.string(), z.string()),
});
export type AccessItem = z.infer<typeof accessItem>;

/**
 * Everything that is kept of one caller, as they get it (GDPR, articles 15 and 20). Instants are milliseconds since 1970
 * UTC, days `2026-11-21`. A part that comes later raises no version; a part that changes its meaning does.
 */
export const accessFile = z.object({
  format: z.literal('rugdekking-access'),
  version: z.literal(1),
  madeAt: instant,
  practice: z.string(),
  person: z.record(z.string(), fact),
  parts: z.array(
    z.object({
      part: accessPart,
      /** For how many months it is kept; null where it goes with something else. */
      keptMonths: z.number().int().nullable(),
      items: z.array(accessItem),
    }),
  ),
});
export type AccessFile = z.infer<typeof accessFile>;

/** Words about others that are made black wherever they stand. */
const blackOut = z.array(typedText.trim().min(1).max(400)).max(500);
const about = z.object({ requestId: id, blackOut });

export const accessFormat = z.enum(['pdf', 'json']);
export type AccessFormat = z.infer<typeof accessFormat>;

export const privacyAccess = {
  /** What somebody who asked for it would get, to read through before it is saved. */
  access: procedure('manager').input(about).output(accessFile),
  makeAccess: procedure('manager')
    .input(about.extend({ format: accessFormat }))
    .output(documentFile),
};
