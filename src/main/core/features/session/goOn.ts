import type { CoreServices } from '../../services.ts';
import { takePlace } from '../../store/takePlace.ts';
import { notedKeys } from '../../store/written.ts';
import { newCounters } from '../exports/progress.ts';
import { acceptableProblems } from './blocked.ts';
import { knownRevision, noteRevision } from './keysRevision.ts';

/** Goes on for who was told that something is missing, with a copy of the store as it was found beside it. */
export async function goOn(core: CoreServices): Promise<void> {
  const { session, offMainThread, options } = core;
  const { blocked, dataFolder, keys } = session;
  if (!blocked?.dataEncryptionKey || blocked.userId === null || !acceptableProblems.includes(blocked.problem)) return;
  const key = blocked.dataEncryptionKey.slice();
  if (blocked.code === 'STORE_KEY_BEFORE') await putUnderKeyOfNow(core, key);
  else if (blocked.problem === 'missingWork') {
    await offMainThread.run('keepAside', { folder: dataFolder.folder, dataEncryptionKey: key, now: options.clock() });
  }
  const noted = notedKeys(dataFolder);
  await session.unlock(blocked.userId, key, undefined, blocked.problem);
  if (blocked.problem !== 'olderKeys' || !session.unlocked) return;
  const known = Math.max(noted, await knownRevision(session.unlocked.database));
  keys.update((file) => ({ ...file, revision: Math.max(file.revision, known) + 1 }));
  await noteRevision(session.unlocked, keys.revision);
}

/** Puts the store itself under the key of now; as it was found it is kept aside. */
async function putUnderKeyOfNow(
  { session, offMainThread, options }: CoreServices,
  dataEncryptionKey: Uint8Array,
): Promise<void> {
  const { dataFolder, keys } = session;
  const { folder, store, incoming } = dataFolder;
  const holders = keys.file?.users.map(({ id }) => id) ?? [];
  await offMainThread.run('prepareIncoming', {
    ...{ folder, file: store, dataEncryptionKey, earlier: keys.file?.earlier ?? [], counters: newCounters() },
    ...{ holders, highestUserId: Math.max(...holders, 0) },
  });
  takePlace(dataFolder, incoming, { action: 'backup.restoreOlder', subject: null }, options.clock());
}
