import type { Kysely } from 'kysely';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import type { HouseRules, Practice } from '../../../../shared/contract/settings.ts';
import type { appendAudit, appendSeen } from '../../store/auditLog.ts';
import type { SqliteConnection } from '../../store/open.ts';
import type { Schema } from '../../store/schema.ts';
import type { Written } from '../../store/written.ts';
import type { SearchLog } from '../callers/searchLog.ts';

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
  /** Here, so that only an open store needs what writes in it. */
  auditLog: { appendAudit: typeof appendAudit; appendSeen: typeof appendSeen };
  /** Which narrowing of the log was read last. */
  logReading: { last: string | null };
  /** Where the review window was asked to go, and when. */
  reviewPlace: { askedAt: number; logOfCallerId: number | null };
}
