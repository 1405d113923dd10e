import type { Session } from './features/session/session.ts';
import type { OffMainThread } from './offMainThread.ts';
import type { CoreOptions } from './options.ts';

/** What procedures work with. */
export interface CoreServices {
  options: CoreOptions;
  session: Session;
  offMainThread: OffMainThread;
}
