import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import type { ChangedFeature, SessionEvent, SessionState, UnlockedSession } from '../../shared/contract/session.ts';
import type { Api } from './api.ts';
import { forgetRefusals } from './refusals.ts';
import { stopSavers } from './saver.ts';
import { handOver, takeTypingAgain } from './typedBeforeLock.ts';

interface SessionStore {
  /** Null until the core has told it for the first time. */
  state: SessionState | null;
  /** False while the core does not answer. */
  connected: boolean;
  /** Counts how often the global shortcut brought the window up. */
  summons: number;
}

export const useSession = create<SessionStore>()(() => ({ state: null, connected: true, summons: 0 }));

/** The session of whoever works here, for what is only shown while the app is unlocked. */
export function useUnlocked(): UnlockedSession {
  const state = useSession((session) => session.state);
  if (state?.kind !== 'unlocked') throw new Error('This is shown only while the app is unlocked.');
  return state;
}

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4_000;

/** Listens to the core until the signal stops it, and listens again when the line was lost. */
export async function followSession(api: Api, queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let retryMs = FIRST_RETRY_MS;
  while (!signal.aborted) {
    try {
      const { session } = api.client;
      const [events, state] = await Promise.all([
        session.events(undefined, { signal }),
        session.state(undefined, { signal }),
      ]);
      takeState(state, queryClient);
      // What changed while the line was lost was told to nobody.
      void queryClient.invalidateQueries();
      retryMs = FIRST_RETRY_MS;
      for await (const event of events) takeEvent(event, api, queryClient);
    } catch {
      // The line is lost or the core is gone: said on screen, and tried again below.
    }
    if (signal.aborted) return;
    useSession.setState({ connected: false });
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }
}

function takeEvent(event: SessionEvent, api: Api, queryClient: QueryClient): void {
  if ('state' in event) takeState(event.state, queryClient);
  else if ('aboutToLock' in event) void handOver(api, event.aboutToLock);
  else if ('changed' in event) for (const feature of event.changed) refresh(api, queryClient, feature);
  else useSession.setState(({ summons }) => ({ summons: summons + 1 }));
}

/** Who worked here last, also while the app is locked. */
let lastWorker: number | null = null;

function takeState(state: SessionState, queryClient: QueryClient): void {
  const before = useSession.getState().state;
  // Nothing of a worker's screens stays in memory once the app is locked or somebody else works here.
  if (workerOf(before) !== workerOf(state)) {
    queryClient.clear();
    forgetRefusals();
  }
  if (state.kind === 'unlocked') {
    if (lastWorker !== null && lastWorker !== state.user.id) stopSavers();
    lastWorker = state.user.id;
  }
  takeTypingAgain();
  useSession.setState({ state, connected: true });
}

const workerOf = (state: SessionState | null): number | null => (state?.kind === 'unlocked' ? state.user.id : null);

/** What the manager's day is gathered from, beside the review itself. */
const gathered: readonly ChangedFeature[] = [
  'aftercare',
  'backup',
  'handOvers',
  'measures',
  'policeReports',
  'privacy',
];

function refresh(api: Api, queryClient: QueryClient, feature: ChangedFeature): void {
  if (gathered.includes(feature)) void queryClient.invalidateQueries({ queryKey: api.queries.review.attention.key() });
  const queryKey = api.queries[feature].key();
  // What nobody looks at and is on its way may have been read before the change: it must not pass for new.
  void queryClient.cancelQueries({ queryKey, type: 'inactive' });
  // So may a first answer that somebody waits for: it is asked once more when it is there.
  const isFirst = ({ state }: { state: { data: unknown } }) => state.data === undefined;
  const firstAnswers = queryClient
    .getQueryCache()
    .findAll({ queryKey, type: 'active', fetchStatus: 'fetching', predicate: isFirst });
  void queryClient.invalidateQueries({ queryKey });
  for (const { promise, queryKey } of firstAnswers) {
    void Promise.allSettled([promise]).then(() => queryClient.invalidateQueries({ queryKey, exact: true }));
  }
}
