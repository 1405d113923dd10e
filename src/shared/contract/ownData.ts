import { z } from 'zod';
import { day, instant, procedure } from './base.ts';
import { documentFile } from './documentFile.ts';

export const ownDataPart = z.enum([
  'incidents',
  'concerns',
  'breaks',
  'work',
  'takeOvers',
  'contacts',
  'handOvers',
  'aftercare',
  'absences',
  'turns',
  'trainings',
  'coaching',
  'questionnaires',
  'readings',
  'phrases',
  'typing',
  'log',
  'decisions',
]);
export type OwnDataPart = z.infer<typeof ownDataPart>;

/** Codes as the program keeps them, or words that were typed. */
const fact = z.union([z.string(), z.number(), z.boolean()]);

export const ownDataItem = z.object({
  /** Null where no day is kept. */
  day: day.nullable(),
  /** Null where only the day is kept, or what is counted is of a whole day. */
  at: instant.nullable(),
  facts: z.record(z.string(), fact),
  texts: z.record(z.string(), z.string()),
});
export type OwnDataItem = z.infer<typeof ownDataItem>;

/**
 * Everything that is kept of a worker as a worker, for that worker (GDPR, articles 15 and 20), without callers and
 * colleagues. Instants are milliseconds since 1970 UTC, days `2026-11-21`. A part that comes later raises no version; a
 * part that changes its meaning does.
 */
export const ownDataFile = z.object({
  format: z.literal('rugdekking-own-data'),
  version: z.literal(1),
  madeAt: instant,
  practice: z.string(),
  person: z.record(z.string(), fact),
  parts: z.array(
    z.object({
      part: ownDataPart,
      /** For how long it is kept; null where it goes with something else. */
      kept: z.object({ count: z.number().int(), unit: z.enum(['days', 'months']) }).nullable(),
      items: z.array(ownDataItem),
    }),
  ),
});
export type OwnDataFile = z.infer<typeof ownDataFile>;

export const ownDataFormat = z.enum(['pdf', 'json']);
export type OwnDataFormat = z.infer<typeof ownDataFormat>;

export const ownData = {
  /** The worker's own; there is no procedure for anybody else's. */
  read: procedure('user').output(ownDataFile),
  make: procedure('user')
    .input(z.object({ format: ownDataFormat }))
    .output(documentFile),
};
