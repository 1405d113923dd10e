import type { AnyRouter } from '@orpc/server';
import type { SessionEvent, SessionState } from '../../shared/contract/session.ts';
import type { WindowHost } from './features/window/host.ts';

export interface CoreOptions {
  /** Where the store, the keys and the backups are. */
  dataFolder: string;
  /** The time now, in milliseconds since 1970 UTC. */
  clock: () => number;
  host: WindowHost;
  /** The file that runs off the main thread: `worker.ts` in the source, `worker.js` in a build. */
  workerFile: string | URL;
  appVersion: string;
}

/** Everything that is not Electron. A host connects its windows to `router` and closes it at the end. */
export interface Core {
  router: AnyRouter;
  state(): SessionState;
  /** Calls the listener for every event that the windows get too; returns how to stop. */
  listen(listener: (event: SessionEvent) => void): () => void;
  /** Tells the windows something only the host knows, such as that the global shortcut was pressed. */
  tell(event: SessionEvent): void;
  lock(): Promise<void>;
  close(): Promise<void>;
}
