import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile, OpensAs } from '../../../shared/contract/backup.ts';
import { noteCheck } from './backupChecks.ts';
import { newBackupName, removeUnfinished } from './backupFiles.ts';
import { renameDurably, syncFile } from './durably.ts';
import type { DataFolder } from './folder.ts';
import { assertWhole, type Step } from './integrity.ts';
import { migrations } from './migrations/index.ts';
import { connect, type SqliteConnection, schemaVersion } from './open.ts';
import { errorCode, StoreProblem } from './problem.ts';

/** Which of these keys a file is under; a damaged one is under the first, for the check that follows to say so. */
export function keyOf(file: string, keys: readonly Uint8Array[]): Uint8Array | undefined {
  return keys.find((key) => {
    try {
      connect(file, key).close();
      return true;
    } catch (error) {
      return errorCode(error) !== 'SQLITE_NOTADB';
    }
  });
}

/** Whether a backup opens with one of these keys, from its first pages alone. */
export function opensAs(file: string, keys: readonly Uint8Array[]): OpensAs {
  try {
    const key = keyOf(file, keys);
    if (!key) return 'no';
    const copy = connect(file, key);
    try {
      const version = schemaVersion(copy);
      if (version === 0) return 'no';
      return version > migrations.length ? 'newer' : 'yes';
    } finally {
      copy.close();
    }
  } catch {
    return 'no';
  }
}

/**
 * Reads a backup from end to end with the key it was made with.
 * @throws StoreProblem when it is not whole
 */
export function assertGoodBackup(file: string, dataEncryptionKey: Uint8Array, step?: Step): void {
  const copy = connect(file, dataEncryptionKey);
  try {
    if (schemaVersion(copy) === 0) throw new StoreProblem('damagedStore', 'BACKUP_INTEGRITY');
    assertWhole(copy, step);
  } finally {
    copy.close();
  }
  for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
}

/**
 * Copies the open store into the backup folder, encrypted with the same key, reopens the copy and checks it.
 * A copy that is not whole, or not on the disk, never gets a backup's name.
 */
export function makeBackup(
  connection: SqliteConnection,
  dataFolder: DataFolder,
  dataEncryptionKey: Uint8Array,
  now: number,
  label = '',
  step?: Step,
): BackupFile {
  const { backups } = dataFolder;
  removeUnfinished(backups);
  const { name, madeAt } = newBackupName(backups, now, label);
  const file = path.join(backups, name);
  const unfinished = `${file}.unfinished`;
  try {
    connection.prepare('vacuum into ?').run(unfinished);
    assertGoodBackup(unfinished, dataEncryptionKey, step);
    syncFile(unfinished);
    renameDurably(unfinished, file);
    noteCheck(dataFolder, name, true, now);
  } catch (error) {
    removeUnfinished(backups);
    throw error;
  }
  return { name, madeAt, bytes: statSync(file).size };
}
