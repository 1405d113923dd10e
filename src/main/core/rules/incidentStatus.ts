import type { IncidentStatus } from '../../../shared/contract/incidentKinds.ts';

export interface Handled {
  duplicateOfId: number | null;
  closedAt: number | null;
  completedAt: number | null;
  questionAt: number | null;
  reviewedAt: number | null;
}

/** Where an incident stands: a second record counts nowhere, what is closed stays so, a question waits for its answer. */
export function statusOf({ duplicateOfId, closedAt, completedAt, questionAt, reviewedAt }: Handled): IncidentStatus {
  if (duplicateOfId !== null) return 'duplicate';
  if (closedAt !== null) return 'closed';
  if (reviewedAt !== null) return 'reviewed';
  const isAnswered = questionAt === null || (completedAt !== null && completedAt >= questionAt);
  return isAnswered ? 'new' : 'needsCompleting';
}
