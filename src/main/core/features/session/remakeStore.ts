import { type Counters, isStopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { errorCode, StoreProblem } from '../../store/problem.ts';

interface Remaking extends Omit<CoreServices, 'options'> {
  dataEncryptionKey: Uint8Array;
  now: number;
}

/** Tells what is done to the store meanwhile, and how far that is; nothing can be asked of it until it is done. */
async function whileTold(
  { session }: Remaking,
  what: 'isUpdating' | 'isMending',
  work: (counters: Counters) => Promise<unknown>,
): Promise<void> {
  await session.workUnderWay.run('backup', async (counters) => {
    session[what] = true;
    session.tellState();
    await work(counters).finally(() => {
      session[what] = false;
    });
  });
}

/** Brings the store to the form of this version of the program. */
export async function updateStore(remaking: Remaking): Promise<void> {
  const { session, offMainThread, dataEncryptionKey, now } = remaking;
  await session.workUnderWay.ended('backup');
  const { folder } = session.dataFolder;
  try {
    await whileTold(remaking, 'isUpdating', (counters) =>
      offMainThread.run('updateStore', { folder, dataEncryptionKey, now, counters }),
    );
  } catch (error) {
    const code = errorCode(error);
    throw /^schema \d/.test(code) ? new StoreProblem('failedMigration', code) : error;
  } finally {
    session.tellState();
  }
}

/** `failed` when more than indexes is damaged. */
type Mended = 'mended' | 'failed' | 'stopped';

/** Makes the store anew from its tables: where only indexes are damaged nothing is lost. */
export function mendStore(remaking: Remaking): Promise<Mended> {
  const { session, offMainThread, dataEncryptionKey, now } = remaking;
  const { folder } = session.dataFolder;
  return whileTold(remaking, 'isMending', (counters) =>
    offMainThread.run('mendStore', { folder, dataEncryptionKey, now, counters }),
  ).then(
    () => 'mended',
    (error) => (isStopped(error) ? 'stopped' : 'failed'),
  );
}
