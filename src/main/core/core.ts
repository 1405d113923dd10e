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
