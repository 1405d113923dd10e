import type { UpdateHost } from './features/updates/host.ts';
import type { WindowHost } from './features/window/host.ts';

export interface CoreOptions {
  /** Where the store, the keys and the backups are. */
  dataFolder: string;
  /** A folder apart from it, where the end of the log is noted; absent where nothing is. */
  apart?: string;
  /** The time now, in milliseconds since 1970 UTC. */
  clock: () => number;
  /** Milliseconds that only go forward, whatever is done to the clock. */
  uptime: () => number;
  host: WindowHost;
  /** Absent where no installed program could be replaced by a newer one. */
  updates?: UpdateHost;
  /** The file that runs off the main thread: `worker.ts` in the source, `worker.js` in a build. */
  workerFile: string | URL;
  /** What Node itself is told for that thread, such as a module to load first. */
  workerArguments?: string[];
  /** The folder with the fonts that documents are set in. */
  resourcesFolder: string;
  appVersion: string;
}
