import type { Kysely } from 'kysely';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import type { HouseRules, Practice } from '../../../../shared/contract/settings.ts';
import type { DataFolder } from '../../store/folder.ts';
import type { SqliteConnection } from '../../store/open.ts';
import type { Schema } from '../../store/schema.ts';
import type { Written } from '../../store/written.ts';
import type { SearchLog } from '../callers/searchLog.ts';
import type { KeysInUse } from './keysInUse.ts';
import type { SessionLog } from './sessionLog.ts';

/** What lies around a store, open or not. */
export interface Surroundings {
  dataFolder: DataFolder;
  keys: KeysInUse;
  /** Where the end of the log is noted apart from the store. */
  apart: string | null;
  clock: () => number;
}

/** The open store and who opened it: everything that is gone when the app locks. */
export interface Unlocked {
  connection: SqliteConnection;
  database: Kysely<Schema>;
  /** Closes the connection too. */
  written: Written;
  dataEncryptionKey: Uint8Array;
  user: CurrentUser;
  practice: Practice;
  houseRules: HouseRules;
  demoLoaded: boolean;
  searchLog: SearchLog;
  /** Everything that is written in the audit log while this is open. */
  log: SessionLog;
  /** Which narrowing of the log was read last. */
  logReading: { last: string | null };
  /** Where the review window was asked to go, and when. */
  reviewPlace: { askedAt: number; logOfCallerId: number | null };
}
