import type { ConcernRecord, HandedOverTo } from '../../../shared/contract/distress.ts';

export type Finding = ConcernRecord['finding'];

/** What the crisis script can find. */
export const crisisFindings: Finding[] = ['inDanger', 'thinksOfSuicide', 'notSure', 'noThoughts'];

export const lonelyFindings: Finding[] = ['lonely', 'oftenCalling'];

/** In the order of their keys, 1 to 6. */
export const receivers: HandedOverTo[] = ['gpOnDuty', 'emergency', 'helpline113', 'ownGp', 'colleague', 'nobody'];

export const isFinding = (word: string): word is Finding =>
  [...crisisFindings, ...lonelyFindings].some((finding) => finding === word);

export const isReceiver = (word: string): word is HandedOverTo => receivers.some((receiver) => receiver === word);
