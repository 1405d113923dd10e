import { create } from 'zustand';
import type { IncidentCompletion, OwnIncident } from '../../../shared/contract/incidents.ts';
import { createSaver, type Saver, type SaveState } from '../../app/saver.ts';

interface Begun {
  incident: OwnIncident;
  /** Only what was changed: what somebody else corrects meanwhile stays. */
  changed: Partial<IncidentCompletion>;
  saveState: SaveState;
}

interface CompletionStore {
  /** By incident: what was begun and not yet closed as done, so that a ringing phone costs nothing. */
  begun: Record<number, Begun>;
}

const useCompletions = create<CompletionStore>()(() => ({ begun: {} }));

const savers = new Map<number, Saver<Partial<IncidentCompletion>>>();

export const useBegunCompletion = (incidentId: number): Begun | undefined =>
  useCompletions(({ begun }) => begun[incidentId]);

export function useBegunCompletions(): OwnIncident[] {
  const begun = useCompletions((store) => store.begun);
  return Object.values(begun).map(({ incident }) => incident);
}

export const completionOf = ({ completion, weight }: OwnIncident): IncidentCompletion => ({ ...completion, weight });

/** Keeps a change and saves it at once. */
export function changeCompletion(
  incident: OwnIncident,
  change: Partial<IncidentCompletion>,
  send: (changed: Partial<IncidentCompletion>) => Promise<unknown>,
): void {
  const before = useCompletions.getState().begun[incident.id];
  const changed = { ...before?.changed, ...change };
  put(incident.id, { incident, changed, saveState: 'saving' });
  let saver = savers.get(incident.id);
  if (!saver) {
    saver = createSaver(send, (saveState) => {
      const current = useCompletions.getState().begun[incident.id];
      if (current) put(incident.id, { ...current, saveState });
    });
    savers.set(incident.id, saver);
  }
  saver.change(changed);
}

/** Waits until nothing older is under way, so that what is saved last stays last. */
export async function settleCompletion(incidentId: number): Promise<void> {
  await savers.get(incidentId)?.stop();
}

export function closeCompletion(incidentId: number): void {
  savers.delete(incidentId);
  useCompletions.setState(({ begun }) => {
    const { [incidentId]: _closed, ...others } = begun;
    return { begun: others };
  });
}

export function forgetCompletions(): void {
  savers.clear();
  useCompletions.setState({ begun: {} });
}

function put(incidentId: number, entry: Begun): void {
  useCompletions.setState(({ begun }) => ({ begun: { ...begun, [incidentId]: entry } }));
}
