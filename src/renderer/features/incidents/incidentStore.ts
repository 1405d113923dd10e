import { create } from 'zustand';
import type { Behaviour, Outcome, Severity } from '../../../shared/contract/incidentKinds.ts';

export type IncidentProblem = 'missingBoth' | 'missingBehaviour' | 'missingSeverity' | 'failed' | 'badNumber';

/** What is chosen on the incident sheet. */
export interface Chosen {
  /** The note these choices belong to; null when none is open. */
  noteId: string | null;
  behaviours: Behaviour[];
  severity: Severity | null;
  outcomes: Outcome[];
  problem: IncidentProblem | null;
}

const nothingChosen = { behaviours: [], severity: null, outcomes: [], problem: null };

/** What is chosen on the incident sheet: closing the sheet keeps it, another note starts afresh. */
export const useIncident = create<Chosen>()(() => ({ noteId: null, ...nothingChosen }));

export function chooseFor(noteId: string | null): void {
  if (useIncident.getState().noteId !== noteId) useIncident.setState({ noteId, ...nothingChosen });
}

export const forgetChoices = (): void => useIncident.setState({ noteId: null, ...nothingChosen });

const toggled = <Choice>(list: Choice[], choice: Choice): Choice[] =>
  list.includes(choice) ? list.filter((one) => one !== choice) : [...list, choice];

export const toggleBehaviour = (behaviour: Behaviour): void =>
  useIncident.setState((store) => ({ behaviours: toggled(store.behaviours, behaviour), problem: null }));

export const chooseSeverity = (severity: Severity): void => useIncident.setState({ severity, problem: null });

export const toggleOutcome = (outcome: Outcome): void =>
  useIncident.setState((store) => ({ outcomes: toggled(store.outcomes, outcome), problem: null }));

/** What is still missing before the incident can be recorded. */
export function missingChoice({ behaviours, severity }: Chosen): IncidentProblem | null {
  if (behaviours.length === 0 && severity === null) return 'missingBoth';
  if (behaviours.length === 0) return 'missingBehaviour';
  return severity === null ? 'missingSeverity' : null;
}
