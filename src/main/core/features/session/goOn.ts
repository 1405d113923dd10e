import { type Counters, Stopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { takePlace } from '../../store/takePlace.ts';
import { notedKeys } from '../../store/written.ts';
import { earlierKeysOf } from '../backup/readThrough.ts';
import { withBackups } from '../backup/underWay.ts';
import { acceptableProblems } from './blocked.ts';
import { knownRevision, noteRevision } from './keysRevision.ts';

/** Goes on for who was told that something is missing, with a copy of the store as it was found beside it. */
export async function goOn(core: CoreServices): Promise<void> {
  const { session } = core;
  const { blocked, dataFolder, keys } = session;
  if (!blocked?.dataEncryptionKey || blocked.userId === null || !acceptableProblems.includes(blocked.problem)) return;
  if (blocked.problem === 'missingWork') {
    await withBackups(core, blocked.dataEncryptionKey, async (dataEncryptionKey, counters) => {
      const isOlderKey = blocked.code === 'STORE_KEY_BEFORE';
      await (isOlderKey ? putUnderKeyOfNow : putAside)(core, dataEncryptionKey, counters);
    });
  }
  // Somebody had the folder looked at again meanwhile: what was proved is wiped.
  if (session.blocked !== blocked) throw new Stopped();
  const noted = notedKeys(dataFolder);
  await session.unlock(blocked.userId, blocked.dataEncryptionKey.slice(), undefined, blocked.problem);
  if (blocked.problem !== 'olderKeys' || !session.unlocked) return;
  const known = Math.max(noted, await knownRevision(session.unlocked.database));
  keys.update((file) => ({ ...file, revision: Math.max(file.revision, known) + 1 }));
  await noteRevision(session.unlocked, keys.revision);
}

async function putAside(core: CoreServices, dataEncryptionKey: Uint8Array, counters: Counters): Promise<void> {
  const { session, offMainThread, options } = core;
  const { folder } = session.dataFolder;
  await offMainThread.run('keepAside', { folder, dataEncryptionKey, now: options.clock(), counters });
}

/** Puts the store itself under the key of now; as it was found it is kept aside. */
async function putUnderKeyOfNow(core: CoreServices, dataEncryptionKey: Uint8Array, counters: Counters): Promise<void> {
  const { session, offMainThread, options } = core;
  const { blocked, dataFolder, keys } = session;
  const { folder, store, incoming } = dataFolder;
  const holders = keys.file?.users.map(({ id }) => id) ?? [];
  await offMainThread.run('prepareIncoming', {
    ...{ folder, file: store, dataEncryptionKey, earlier: earlierKeysOf(core), counters },
    ...{ holders, highestUserId: Math.max(...holders, 0) },
  });
  if (session.blocked !== blocked) throw new Stopped();
  takePlace(dataFolder, incoming, { action: 'backup.restoreOlder', subject: null }, options.clock());
}
