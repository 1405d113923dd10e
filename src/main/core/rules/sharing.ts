import type { Consent, ShareForm, ShareItem, ShareObstacle } from '../../../shared/contract/concernSharing.ts';

/**
 * On which ground something about a person may be told: the person's consent, or else a vital interest, that is, a life
 * in danger while the person cannot decide about it (AVG 6(1)(d) and 9(2)(c)), with the reason in the worker's words.
 */
export type Ground = 'consent' | 'vitalInterest';

export interface Asked {
  consent: Consent | null;
  vitalInterest: boolean;
  reason: string;
}

export function groundOf({ consent, vitalInterest, reason }: Asked): Ground | ShareObstacle {
  if (consent === null) return 'notAsked';
  if (consent === 'given') return 'consent';
  if (!vitalInterest) return 'noGround';
  return reason.trim() === '' ? 'noReason' : 'vitalInterest';
}

const isGround = (found: Ground | ShareObstacle): found is Ground => found === 'consent' || found === 'vitalInterest';

/** What stands in the way of telling it, or null: the ground first, then what is told and to whom. */
export function obstacleTo(form: ShareForm): ShareObstacle | null {
  const ground = groundOf(form);
  if (!isGround(ground)) return ground;
  if (form.items.length === 0) return 'nothingChosen';
  return form.receiver === null ? 'noReceiver' : null;
}

/** The least a practitioner needs to act: whom it is about, how to reach them, and what was heard. */
export const leastItems: readonly ShareItem[] = ['name', 'number', 'finding'];

/** What of the chosen items there is something to tell about, in the order in which it is told. */
export function told<Value>(
  chosen: readonly ShareItem[],
  known: ReadonlyMap<ShareItem, Value>,
): { item: ShareItem; value: Value }[] {
  return [...known].filter(([item]) => chosen.includes(item)).map(([item, value]) => ({ item, value }));
}
