import type { Channel, Reason } from '../../../shared/contract/channel.ts';

/** In the order of their keys, Alt+1 to Alt+5. */
export const channels = ['phone', 'desk', 'urgentLine', 'mail', 'chat'] as const satisfies Channel[];

/** In the order of their keys, 1 to 9 in the list that Alt+R opens. */
export const reasons = [
  'appointment',
  'prescription',
  'result',
  'referral',
  'question',
  'urgent',
  'administration',
  'complaint',
  'other',
] as const satisfies Reason[];

export const isReason = (word: string): word is Reason => reasons.some((reason) => reason === word);
