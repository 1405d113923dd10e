import type { SessionEvent, SessionState } from '../../shared/contract/session.ts';
import { Session } from './features/session/session.ts';
import { type Line, openLines, type Send } from './line.ts';
import { startOffMainThread } from './offMainThread.ts';
import type { CoreOptions } from './options.ts';
import { router } from './router.ts';
import type { CoreServices } from './services.ts';

/** Everything that is not Electron. A host gives each of its windows a line, and closes it at the end. */
export interface Core {
  router: typeof router;
  /** What every call is handed. */
  context: { core: CoreServices };
  /** A line for one window, which it answers with `send`. */
  openLine(send: Send): Line;
  state(): SessionState;
  /** Calls the listener for every event that the windows get too; returns how to stop. */
  listen(listener: (event: SessionEvent) => void): () => void;
  /** Tells the windows something only the host knows, such as that the global shortcut was pressed. */
  tell(event: SessionEvent): void;
  lock(): Promise<void>;
  close(): Promise<void>;
}

const IDLE_CHECK_MILLISECONDS = 5000;
const BACKUP_CHECK_MILLISECONDS = 60_000;

export async function openCore(options: CoreOptions): Promise<Core> {
  const offMainThread = startOffMainThread(options.workerFile, {
    execArgv: options.workerArguments,
    mayRest: () => session.unlocked !== null,
  });
  const session: Session = new Session(options, offMainThread);
  session.start();
  const backupCheck = setInterval(async () => {
    if (!session.unlocked) return;
    // Only what is open can be backed up.
    const { backUpWhenDue } = await import('./features/backup/backUp.ts');
    await backUpWhenDue(session.services);
  }, BACKUP_CHECK_MILLISECONDS);
  const idleCheck = setInterval(() => session.lockWhenIdle(), IDLE_CHECK_MILLISECONDS);
  const context = { core: session.services };
  return {
    router,
    context,
    openLine: openLines({ router, context }),
    state: () => session.state(),
    listen: (listener) => session.events.subscribe('session', listener),
    tell: (event) => session.tell(event),
    lock: () => session.lock(),
    async close() {
      clearInterval(idleCheck);
      clearInterval(backupCheck);
      await session.close();
    },
  };
}
