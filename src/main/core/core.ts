import { EventPublisher } from '@orpc/server';
import type { SessionEvent, SessionState } from '../../shared/contract/session.ts';
import { Session } from './features/session/session.ts';
import type { WindowHost } from './features/window/host.ts';
import { type OffMainThread, startOffMainThread } from './offMainThread.ts';
import { router } from './router.ts';

export interface CoreOptions {
  /** Where the store, the keys and the backups are. */
  dataFolder: string;
  /** The time now, in milliseconds since 1970 UTC. */
  clock: () => number;
  host: WindowHost;
  /** The file that runs off the main thread: `worker.ts` in the source, `worker.js` in a build. */
  workerFile: string | URL;
  /** What Node itself is told for that thread, such as a module to load first. */
  workerArguments?: string[];
  /** The folder with the fonts that documents are set in. */
  resourcesFolder: string;
  appVersion: string;
}

/** What procedures work with. */
export interface CoreServices {
  options: CoreOptions;
  session: Session;
  offMainThread: OffMainThread;
  events: EventPublisher<{ session: SessionEvent }>;
}

/** Everything that is not Electron. A host connects its windows to `router`, with `context`, and closes it at the end. */
export interface Core {
  router: typeof router;
  /** What the host hands to every call. */
  context: { core: CoreServices };
  state(): SessionState;
  /** Calls the listener for every event that the windows get too; returns how to stop. */
  listen(listener: (event: SessionEvent) => void): () => void;
  /** Tells the windows something only the host knows, such as that the global shortcut was pressed. */
  tell(event: SessionEvent): void;
  lock(): Promise<void>;
  close(): Promise<void>;
}

const IDLE_CHECK_MILLISECONDS = 5000;

export async function openCore(options: CoreOptions): Promise<Core> {
  const events = new EventPublisher<{ session: SessionEvent }>();
  const tell = (event: SessionEvent) => events.publish('session', event);
  const offMainThread = startOffMainThread(options.workerFile, options.workerArguments);
  const session = new Session(options, offMainThread, tell);
  session.start();
  const idleCheck = setInterval(() => session.lockWhenIdle(), IDLE_CHECK_MILLISECONDS);
  return {
    router,
    context: { core: { options, session, offMainThread, events } },
    state: () => session.state(),
    listen: (listener) => events.subscribe('session', listener),
    tell,
    lock: () => session.lock(),
    async close() {
      clearInterval(idleCheck);
      await session.close();
    },
  };
}
