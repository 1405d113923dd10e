import { existsSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { assertLatest, type KeptApart } from '../../store/apart.ts';
import { missingEntry } from '../../store/auditTail.ts';
import { asDatabase } from '../../store/database.ts';
import type { KeyFile } from '../../store/keyFile.ts';
import { emptyLog, isOlder, lookAt, openStore } from '../../store/open.ts';
import { whyNoDatabase } from '../../store/otherKey.ts';
import { isBehindPlace } from '../../store/placeEnd.ts';
import { StoreProblem } from '../../store/problem.ts';
import type { Schema } from '../../store/schema.ts';
import { backupsAt } from '../../store/secondPlace.ts';
import { readPlaceTaken } from '../../store/takePlace.ts';
import { backUpBefore } from '../../store/update.ts';
import { assertAsWritten, hasLog, Written } from '../../store/written.ts';
import { forgetWritten, notedKeys } from '../../store/writtenNote.ts';
import { findSecondPlace } from '../backup/queries.ts';
import { SearchLog } from '../callers/searchLog.ts';
import { readHouseRules, readPractice } from '../settings/queries.ts';
import { isDemoLoaded } from '../setup/queries.ts';
import type { Proved } from './blocked.ts';
import { knownRevision } from './keysRevision.ts';
import { NotInStore } from './notInStore.ts';
import { findUser } from './queries.ts';
import { SessionLog } from './sessionLog.ts';
import type { Surroundings, Unlocked } from './unlocked.ts';

/** What is done to a store before anything can be asked of it. */
export type BeforeShown = (database: Kysely<Schema>, now: number) => Promise<void>;

/** Who opens the store, and how. */
interface Opening extends Proved {
  /** Somebody was told that work is missing, or that the keys are older, and goes on. */
  isAccepted: boolean;
  /** Brings an older store to the form of this version, beside the main thread. */
  update?: () => Promise<void>;
  before?: BeforeShown | undefined;
}

/** The same with everything that the store is held against. */
interface ToHoldAgainst extends KeptApart {
  keys: KeyFile;
}

/**
 * Asks the second place, where it answers at once, whether it has more than the store.
 * @throws StoreProblem `missingWork` when it has
 */
async function assertKnownAtPlace(kept: KeptApart, database: Kysely<Schema>): Promise<void> {
  // A backup that was just put back is told of in the log of whoever unlocks it.
  if (readPlaceTaken(kept.dataFolder)) return;
  const place = await findSecondPlace(database);
  if (place && (await isBehindPlace(backupsAt(place.folder), kept, database))) {
    throw new StoreProblem('missingWork', 'PLACE_LATER');
  }
}

/**
 * Looks whether the store and the keys have come as far as they once had, before anything is written.
 * @throws StoreProblem `missingWork` or `olderKeys` when they have not, `otherKey` when they do not belong together
 */
async function assertComeAsFar(kept: ToHoldAgainst): Promise<void> {
  const { dataFolder, dataEncryptionKey, keys } = kept;
  await lookAt(dataFolder.store, dataEncryptionKey, async (connection) => {
    if (notedKeys(dataFolder) > keys.revision) throw new StoreProblem('olderKeys', 'KEYS_OLDER');
    assertAsWritten(dataFolder, connection);
    const database = asDatabase(connection);
    if ((await missingEntry(dataFolder, database)) !== null) throw new StoreProblem('missingWork', 'AUDIT_SHORTER');
    if ((await knownRevision(database)) > keys.revision) throw new StoreProblem('olderKeys', 'KEYS_OLDER');
    await assertLatest(kept, database);
    await assertKnownAtPlace(kept, database);
  }).catch(async (error) => {
    throw await whyNoDatabase(error, dataFolder, dataEncryptionKey, keys.earlier);
  });
}

/**
 * Opens the store for a worker, after a backup when it must be brought to a newer version.
 * @throws StoreProblem when it cannot be opened, NotInStore when it does not know this worker
 */
export async function openUnlocked(surroundings: Surroundings, opening: Opening, now: number): Promise<Unlocked> {
  const { dataFolder, apart } = surroundings;
  const { userId, dataEncryptionKey, isAccepted, update, before } = opening;
  if (!existsSync(dataFolder.store)) throw new StoreProblem('missingStore', 'NO_STORE');
  const keys = surroundings.keys.file;
  if (!keys) throw new StoreProblem('missingKeys', 'NO_KEY_FILE');
  let older = false;
  if (!isAccepted) await assertComeAsFar({ dataFolder, apart, dataEncryptionKey, keys });
  forgetWritten(dataFolder);
  await lookAt(dataFolder.store, dataEncryptionKey, async (connection) => {
    older = isOlder(connection);
  });
  if (older) await update?.();
  const wasCutOff = hasLog(dataFolder);
  const connection = openStore(dataFolder.store, dataEncryptionKey, {
    beforeMigration: (before) => backUpBefore(before, dataFolder, dataEncryptionKey, now),
  });
  const written = new Written(dataFolder, connection, keys.revision);
  try {
    // What was erased while a backup still read it may lie in the log that a power cut left. Nothing is noted by this: who
    // goes on with less is told again until the audit log says so.
    if (wasCutOff) emptyLog(connection);
    const database = asDatabase(connection, written);
    const user = await findUser(database, userId);
    if (!user) throw new NotInStore();
    await before?.(database, now);
    const opened = {
      connection,
      database,
      written,
      dataEncryptionKey,
      user,
      practice: await readPractice(database),
      houseRules: await readHouseRules(database),
      demoLoaded: await isDemoLoaded(database),
      searchLog: new SearchLog(),
      logReading: { last: null },
      reviewPlace: { askedAt: 0, logOfCallerId: null },
    };
    // The same object, so that the log names the worker as they are now.
    return Object.assign(opened, { log: new SessionLog(surroundings, opened) });
  } catch (error) {
    written.ending(() => connection.close());
    throw error;
  }
}
