import type { ReviewDay, ReviewedIncident } from '../../../shared/contract/review.ts';

/** Every incident of the page in the order the arrow keys walk: the day's own, then what was left from before. */
export function walkOf(day: ReviewDay): ReviewedIncident[] {
  const own = new Set(day.incidents.map((incident) => incident.id));
  return [...day.incidents, ...day.leftFromBefore.filter((incident) => !own.has(incident.id))];
}

/** The chosen one; without a choice that still exists, the first that waits for a review. */
export const chosenOf = (walk: readonly ReviewedIncident[], incidentId: number | null): ReviewedIncident | null =>
  walk.find((incident) => incident.id === incidentId) ??
  walk.find((incident) => incident.status === 'new') ??
  walk[0] ??
  null;

/** The next one that waits after the one just reviewed, from the top again when the end is reached. */
export function nextToReview(walk: readonly ReviewedIncident[], reviewedId: number): ReviewedIncident | null {
  const from = walk.findIndex((incident) => incident.id === reviewedId);
  const inOrder = [...walk.slice(from + 1), ...walk.slice(0, Math.max(0, from))];
  return inOrder.find((incident) => incident.status === 'new') ?? null;
}
