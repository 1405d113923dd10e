import { type Counters, Stopped } from '../../progress.ts';
import type { CoreServices } from '../../services.ts';
import { takePlace } from '../../store/takePlace.ts';
import { notedKeys } from '../../store/writtenNote.ts';
import { earlierKeysOf } from '../backup/readThrough.ts';
import { withBackups } from '../backup/underWay.ts';
import { acceptableProblems, type Blocked, type Proved } from './blocked.ts';
import { knownRevision, noteRevision } from './keysRevision.ts';

/** What somebody proved, unless it is wiped: then the folder was looked at again meanwhile. */
function provedStill({ proved }: Blocked): Proved {
  if (!proved) throw new Stopped();
  return proved;
}

/** Goes on for who was told that something is missing, with a copy of the store as it was found beside it. */
export async function goOn(core: CoreServices, blocked: Blocked): Promise<void> {
  const { session } = core;
  const { dataFolder, keys } = session;
  const { problem, code } = blocked;
  if (!acceptableProblems.includes(problem)) return;
  if (problem === 'missingWork') {
    await withBackups(core, provedStill(blocked).dataEncryptionKey, async (dataEncryptionKey, counters) => {
      if (code === 'STORE_KEY_BEFORE') await putUnderKeyOfNow(core, blocked, dataEncryptionKey, counters);
      else await putAside(core, dataEncryptionKey, counters);
    });
  }
  const { userId, dataEncryptionKey } = provedStill(blocked);
  const noted = notedKeys(dataFolder);
  await session.unlock(userId, dataEncryptionKey.slice(), undefined, problem);
  if (problem !== 'olderKeys' || !session.unlocked) return;
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
async function putUnderKeyOfNow(
  core: CoreServices,
  blocked: Blocked,
  dataEncryptionKey: Uint8Array,
  counters: Counters,
): Promise<void> {
  const { session, offMainThread, options } = core;
  const { dataFolder, keys } = session;
  const { folder, store, incoming } = dataFolder;
  const holders = keys.file?.users.map(({ id }) => id) ?? [];
  await offMainThread.run('prepareIncoming', {
    ...{ folder, file: store, dataEncryptionKey, earlier: earlierKeysOf(core), counters },
    ...{ holders, highestUserId: Math.max(...holders, 0) },
  });
  provedStill(blocked);
  takePlace(dataFolder, incoming, { action: 'backup.restoreOlder', subject: null }, options.clock());
}
