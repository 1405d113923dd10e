import { z } from 'zod';

/** How a caller reached the front office, in the order the desk window shows. */
export const channel = z.enum(['phone', 'desk', 'urgentLine', 'mail', 'chat']);
export type Channel = z.infer<typeof channel>;

/** Why a caller called, short enough to choose in one press. */
export const reason = z.enum([
  'appointment',
  'prescription',
  'result',
  'referral',
  'question',
  'urgent',
  'administration',
  'complaint',
  'other',
]);
export type Reason = z.infer<typeof reason>;
