import { z } from 'zod';
import { day } from './base.ts';
import { directoryCheck } from './directoryCheck.ts';

/** The caller's own practitioner, with the number on the card or else in the telephone list. */
export const ownGp = z.object({
  name: z.string(),
  number: z.string(),
  /** How far the number in the telephone list can be relied on; null for what was typed on the card. */
  check: directoryCheck.nullable(),
  checkedOn: day.nullable(),
});
export type OwnGp = z.infer<typeof ownGp>;
