import type { Role } from '../../../shared/contract/base.ts';
import type { ConcernFinding, ConcernKind } from '../../../shared/contract/distress.ts';
import { dayOf } from './practiceTime.ts';

/** Which of the two guides leads to a finding. */
export const kindOfFinding = (finding: ConcernFinding): ConcernKind =>
  finding === 'lonely' || finding === 'oftenCalling' ? 'lonely' : 'crisis';

export interface Worker {
  id: number;
  role: Role;
}

export interface Recorded {
  userId: number;
  occurredAt: number;
}

/**
 * Who may read a record as a whole, complete it and correct it: a manager always, whoever made it on the same day of the
 * practice, and nobody else. What a colleague may know stands with the caller.
 */
export function mayOpen({ userId, occurredAt }: Recorded, worker: Worker, now: number, timeZone: string): boolean {
  if (worker.role === 'manager') return true;
  return userId === worker.id && dayOf(occurredAt, timeZone) === dayOf(now, timeZone);
}
