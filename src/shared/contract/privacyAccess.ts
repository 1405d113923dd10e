import { z } from 'zod';
import { id, instant, procedure, typedText } from './base.ts';
import { documentFile } from './documentFile.ts';
import { keptFile, keptFormat, keptItem } from './keptData.ts';

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

export const accessItem = keptItem.extend({
  at: instant,
  /** Who wrote it down: never by name. */
  by: z.enum(['receptionist', 'manager']).nullable(),
});
export type AccessItem = z.infer<typeof accessItem>;

/** Everything that is kept of one caller. */
export const accessFile = keptFile.extend({
  format: z.literal('rugdekking-access'),
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

export const privacyAccess = {
  /** What somebody who asked for it would get, to read through before it is saved. */
  access: procedure('manager').input(about).output(accessFile),
  makeAccess: procedure('manager')
    .input(about.extend({ format: keptFormat }))
    .output(documentFile),
};
