import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { AuditVerdict } from '../../../../shared/contract/audit.ts';
import { type Counters, stepOf } from '../../progress.ts';
import { verifyAudit } from '../../store/auditLog.ts';
import { hasTail, isBranchExplained, readTail } from '../../store/auditTail.ts';
import { keyOf } from '../../store/backup.ts';
import { listBackups } from '../../store/backupFiles.ts';
import { asDatabase } from '../../store/database.ts';
import { withAllKeys } from '../../store/earlierKeys.ts';
import { type DataFolder, dataFolderAt } from '../../store/folder.ts';
import type { EarlierKey } from '../../store/lockedKey.ts';
import { connect, connectToLook } from '../../store/open.ts';
import type { Schema } from '../../store/schema.ts';
import { countEntries, readMoments } from './queries.ts';

export interface LogToVerify {
  folder: string;
  dataEncryptionKey: Uint8Array;
  /** What opens the backups of before the key was renewed. */
  earlier: readonly EarlierKey[];
  counters: Counters;
}

/** Lays a backup beside the log; null for one that none of these keys opens. */
async function compareBackup(log: Kysely<Schema>, file: string, keys: readonly Uint8Array[]) {
  try {
    const key = keyOf(file, keys);
    if (!key) return null;
    const connection = connect(file, key);
    try {
      const backup = asDatabase(connection);
      const tail = await readTail(backup);
      if (!tail) return null;
      return (await hasTail(log, tail)) || (await isBranchExplained(log, backup)) ? 'fits' : 'differs';
    } finally {
      connection.close();
    }
  } catch {
    return null;
  }
}

/** Backups know how the log was: what one ended with must be there still. */
async function compareBackups(
  database: Kysely<Schema>,
  dataFolder: DataFolder,
  keys: readonly Uint8Array[],
  step: () => Promise<void>,
): Promise<AuditVerdict['backups']> {
  const compared: AuditVerdict['backups'] = { read: 0, unread: 0, differing: [] };
  for (const { name, madeAt } of listBackups(dataFolder.backups)) {
    const found = await compareBackup(database, path.join(dataFolder.backups, name), keys);
    if (found) compared.read += 1;
    else compared.unread += 1;
    if (found === 'differs') compared.differing.push(madeAt);
    await step();
  }
  return compared;
}

async function verdictOn(
  database: Kysely<Schema>,
  { folder, dataEncryptionKey, earlier, counters }: LogToVerify,
): Promise<AuditVerdict> {
  const total = await countEntries(database);
  const tell = stepOf(counters);
  const step = async (done: number) => {
    tell(done, total);
    // An unlock that waits for its key goes first.
    await setImmediate();
  };
  const chain = await verifyAudit(database, step);
  const backups = await withAllKeys(earlier, dataEncryptionKey, (keys) =>
    compareBackups(database, dataFolderAt(folder), keys, () => step(total)),
  );
  const shorter = await readMoments(database, 'audit.shorter');
  return { ...chain, shorter: shorter.map(({ at }) => at), backups };
}

/** Recomputes the chain and lays the backups beside it, over a connection of its own that changes nothing. */
export async function verifyLog(log: LogToVerify): Promise<AuditVerdict> {
  const connection = connectToLook(dataFolderAt(log.folder).store, log.dataEncryptionKey);
  try {
    return await verdictOn(asDatabase(connection), log);
  } finally {
    connection.close();
  }
}
