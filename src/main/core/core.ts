import { EventPublisher } from '@orpc/server';
import type { SessionEvent, SessionState } from '../../shared/contract/session.ts';
import { Session } from './features/session/session.ts';
import { startOffMainThread } from './offMainThread.ts';
import type { CoreOptions } from './options.ts';
import { router } from './router.ts';
import type { CoreServices } from './services.ts';

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
