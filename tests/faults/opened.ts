import { createRouterClient } from '@orpc/server';
import { Session } from '../../src/main/core/features/session/session.ts';
import { type OffMainThread, startOffMainThread } from '../../src/main/core/offMainThread.ts';
import { router } from '../../src/main/core/router.ts';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import { testOptions } from '../support/options.ts';

let thread: OffMainThread | null = null;

/** One thread for all that is opened in a run, because starting one takes longer than most that is looked at. */
function sharedThread(): OffMainThread {
  thread ??= startOffMainThread(testOptions('', Date.now).workerFile, { mayRest: () => false });
  return { ...thread, close: async () => undefined };
}

export async function closeSharedThread(): Promise<void> {
  await thread?.close();
  thread = null;
}

export interface Opened {
  session: Session;
  client: ContractClient;
}

/** Opens a folder as the program does, lets somebody look, and closes it. What only goes forward follows no clock that is set. */
export async function whileOpen<Found>(
  folder: string,
  look: (opened: Opened) => Promise<Found>,
  clock: () => number = Date.now,
  uptime: () => number = () => performance.now(),
): Promise<Found> {
  const options = { ...testOptions(folder, clock), uptime };
  const offMainThread = sharedThread();
  const session = new Session(options, offMainThread);
  session.start();
  const context = { core: session.services };
  try {
    return await look({ session, client: createRouterClient(router, { context }) });
  } finally {
    await session.close();
  }
}
