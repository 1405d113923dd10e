import { z } from 'zod';
import { day, instant, procedure } from './base.ts';
import { documentFile } from './documentFile.ts';
import { keptFile, keptFormat, keptItem } from './keptData.ts';

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

export const ownDataItem = keptItem.extend({
  /** Null where no day is kept. */
  day: day.nullable(),
  /** Null where only the day is kept, or what is counted is of a whole day. */
  at: instant.nullable(),
});
export type OwnDataItem = z.infer<typeof ownDataItem>;

/** Everything that is kept of a worker as a worker, for that worker, without callers and colleagues. */
export const ownDataFile = keptFile.extend({
  format: z.literal('rugdekking-own-data'),
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

export const ownData = {
  /** The worker's own; there is no procedure for anybody else's. */
  read: procedure('user').output(ownDataFile),
  make: procedure('user')
    .input(z.object({ format: keptFormat }))
    .output(documentFile),
};
