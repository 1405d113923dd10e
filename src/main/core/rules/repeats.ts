import type { Behaviour } from '../../../shared/contract/incidentKinds.ts';
import { countsAgainstCaller } from './colleague.ts';

const YEAR = 365 * 86_400_000;

export interface CountedIncident {
  callerId: number | null;
  occurredAt: number;
  behaviours: readonly Behaviour[];
}

/** How many incidents that count a caller had in the year up to and with an instant. */
export function countInYear(incidents: readonly CountedIncident[], callerId: number | null, at: number): number {
  return incidents.filter(
    (incident) =>
      incident.callerId === callerId &&
      countsAgainstCaller(incident.behaviours) &&
      incident.occurredAt <= at &&
      incident.occurredAt > at - YEAR,
  ).length;
}

/** From when on incidents have to be known to count those in the year before an instant. */
export const yearBefore = (at: number): number => at - YEAR;
