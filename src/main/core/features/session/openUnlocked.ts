import type { Kysely } from 'kysely';
import { assertLatest, type ProvedKeys } from '../../store/apart.ts';
import { appendAudit, appendSeen } from '../../store/auditLog.ts';
import { missingEntry } from '../../store/auditTail.ts';
import { asDatabase } from '../../store/database.ts';
import type { DataFolder } from '../../store/folder.ts';
import type { KeyFile } from '../../store/keyFile.ts';
import { isOlder, lookAt, openStore } from '../../store/open.ts';
import { whyNoDatabase } from '../../store/otherKey.ts';
import { isBehindPlace } from '../../store/placeEnd.ts';
import { StoreProblem } from '../../store/problem.ts';
import type { Schema } from '../../store/schema.ts';
import { backupsAt } from '../../store/secondPlace.ts';
import { readPlaceTaken } from '../../store/takePlace.ts';
import { backUpBefore } from '../../store/update.ts';
import { assertAsWritten, forgetWritten, notedKeys, Written } from '../../store/written.ts';
import { findSecondPlace } from '../backup/queries.ts';
import { SearchLog } from '../callers/searchLog.ts';
import { readHouseRules, readPractice } from '../settings/queries.ts';
import { isDemoLoaded } from '../setup/queries.ts';
import { knownRevision } from './keysRevision.ts';
import { NotInStore } from './notInStore.ts';
import { findUser } from './queries.ts';
import type { Unlocked } from './unlocked.ts';

/** What is done to a store before anything can be asked of it. */
export type BeforeShown = (database: Kysely<Schema>, now: number) => Promise<void>;

export interface Proved {
  dataEncryptionKey: Uint8Array;
  keyFile: KeyFile;
  /** Where the end of the log is noted apart from the store. */
  apart: string | null;
  /** Somebody was told that work is missing, or that the keys are older, and goes on. */
  isAccepted: boolean;
  /** Brings an older store to the form of this version, beside the main thread. */
  update?: () => Promise<void>;
}

/**
 * Asks the second place, where it answers at once, whether it has more than the store.
 * @throws StoreProblem `missingWork` when it has
 */
async function assertKnownAtPlace(dataFolder: DataFolder, keys: ProvedKeys, database: Kysely<Schema>): Promise<void> {
  // A backup that was just put back is told of in the log of whoever unlocks it.
  if (readPlaceTaken(dataFolder)) return;
  const place = await findSecondPlace(database);
  if (place && (await isBehindPlace(backupsAt(place.folder), keys, database))) {
    throw new StoreProblem('missingWork', 'PLACE_LATER');
  }
}

/**
 * Looks whether the store and the keys have come as far as they once had, before anything is written.
 * @throws StoreProblem `missingWork` or `olderKeys` when they have not, `otherKey` when they do not belong together
 */
async function assertComeAsFar(dataFolder: DataFolder, proved: Proved): Promise<void> {
  const { dataEncryptionKey, keyFile, apart } = proved;
  await lookAt(dataFolder.store, dataEncryptionKey, async (connection) => {
    if (notedKeys(dataFolder) > keyFile.revision) throw new StoreProblem('olderKeys', 'KEYS_OLDER');
    assertAsWritten(dataFolder, connection);
    const database = asDatabase(connection);
    if ((await missingEntry(dataFolder, database)) !== null) throw new StoreProblem('missingWork', 'AUDIT_SHORTER');
    if ((await knownRevision(database)) > keyFile.revision) throw new StoreProblem('olderKeys', 'KEYS_OLDER');
    await assertLatest({ apart, dataFolder, dataEncryptionKey, keys: keyFile }, database);
    await assertKnownAtPlace(dataFolder, { dataEncryptionKey, keys: keyFile }, database);
  }).catch(async (error) => {
    throw await whyNoDatabase(error, dataFolder, dataEncryptionKey, keyFile.earlier);
  });
}

/**
 * Opens the store for a worker, after a backup when it must be brought to a newer version.
 * @throws StoreProblem when it cannot be opened, NotInStore when it does not know this worker
 */
export async function openUnlocked(
  dataFolder: DataFolder,
  proved: Proved,
  userId: number,
  now: number,
  before?: BeforeShown,
): Promise<Unlocked> {
  const { dataEncryptionKey, keyFile, isAccepted, update } = proved;
  let older = false;
  if (!isAccepted) await assertComeAsFar(dataFolder, proved);
  forgetWritten(dataFolder);
  await lookAt(dataFolder.store, dataEncryptionKey, async (connection) => {
    older = isOlder(connection);
  });
  if (older) await update?.();
  const connection = openStore(dataFolder.store, dataEncryptionKey, {
    beforeMigration: (before) => backUpBefore(before, dataFolder, dataEncryptionKey, now),
  });
  const written = new Written(dataFolder, connection, keyFile.revision);
  try {
    const database = asDatabase(connection, written);
    const user = await findUser(database, userId);
    if (!user) throw new NotInStore();
    await before?.(database, now);
    return {
      connection,
      database,
      written,
      dataEncryptionKey,
      user,
      practice: await readPractice(database),
      houseRules: await readHouseRules(database),
      demoLoaded: await isDemoLoaded(database),
      searchLog: new SearchLog(),
      auditLog: { appendAudit, appendSeen },
      logReading: { last: null },
      reviewPlace: { askedAt: 0, logOfCallerId: null },
    };
  } catch (error) {
    written.ending(() => connection.close());
    throw error;
  }
}
