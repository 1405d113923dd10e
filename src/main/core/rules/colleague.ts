import type { Behaviour, Outcome } from '../../../shared/contract/incidentKinds.ts';

/** How long a colleague takes the calls of a caller after an incident, until a practice changes it. */
export const defaultColleagueHours = 24;

const HOUR = 3_600_000;

export interface PastIncident {
  occurredAt: number;
  behaviours: readonly Behaviour[];
  outcomes: readonly Outcome[];
}

/** Hanging up in anger is the lightest behaviour and does not, on its own, count against a caller. */
export function countsAgainstCaller(behaviours: readonly Behaviour[]): boolean {
  return behaviours.some((behaviour) => behaviour !== 'angryHangUp');
}

/**
 * The incident because of which a colleague takes this caller's next call, or null.
 * It holds from the incident until `hours` later; at that very instant it no longer does.
 */
export function colleagueTakes<Incident extends PastIncident>(
  incidents: readonly Incident[],
  hours: number,
  now: number,
): { incident: Incident; until: number; callEnded: boolean } | null {
  const holding = incidents
    .filter((incident) => countsAgainstCaller(incident.behaviours))
    .filter((incident) => incident.occurredAt <= now && now < incident.occurredAt + hours * HOUR)
    .sort((a, b) => b.occurredAt - a.occurredAt)[0];
  if (!holding) return null;
  return {
    incident: holding,
    until: holding.occurredAt + hours * HOUR,
    callEnded: holding.outcomes.includes('callEnded'),
  };
}
