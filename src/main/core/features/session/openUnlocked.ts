import type { Kysely } from 'kysely';
import { makeBackup } from '../../store/backup.ts';
import { asDatabase } from '../../store/database.ts';
import type { DataFolder } from '../../store/folder.ts';
import { openStore } from '../../store/open.ts';
import type { Schema } from '../../store/schema.ts';
import { SearchLog } from '../callers/searchLog.ts';
import { readHouseRules, readPractice } from '../settings/queries.ts';
import { isDemoLoaded } from '../setup/queries.ts';
import { findUser } from './queries.ts';
import type { Unlocked } from './unlocked.ts';

/** What is done to a store before anything can be asked of it. */
export type BeforeShown = (database: Kysely<Schema>, now: number) => Promise<void>;

/** The store does not know who proved a password, or not any more: it is from before they came, or after they left. */
export class NotInStore extends Error {}

/**
 * Opens the store for a worker, after a backup when it must be brought to a newer version.
 * @throws StoreProblem when it cannot be opened, NotInStore when it does not know this worker
 */
export async function openUnlocked(
  dataFolder: DataFolder,
  dataEncryptionKey: Uint8Array,
  userId: number,
  now: number,
  before?: BeforeShown,
): Promise<Unlocked> {
  const connection = openStore(dataFolder.store, dataEncryptionKey, {
    beforeMigration: (before) => makeBackup(before, dataFolder, dataEncryptionKey, now, 'before-update'),
  });
  try {
    const database = asDatabase(connection);
    const user = await findUser(database, userId);
    if (!user) throw new NotInStore();
    await before?.(database, now);
    return {
      connection,
      database,
      dataEncryptionKey,
      user,
      practice: await readPractice(database),
      houseRules: await readHouseRules(database),
      demoLoaded: await isDemoLoaded(database),
      searchLog: new SearchLog(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}
