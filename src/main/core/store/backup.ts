import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile, OpensAs } from '../../../shared/contract/backup.ts';
import { noteCheck, notedSum } from './backupChecks.ts';
import { newBackupName, removeUnfinished } from './backupFiles.ts';
import { copyStore } from './copyStore.ts';
import { renameDurably, syncFile } from './durably.ts';
import { sumOfFile } from './fileSum.ts';
import type { DataFolder } from './folder.ts';
import { assertWhole, partOf, type Step } from './integrity.ts';
import { migrations } from './migrations/index.ts';
import { connect, type SqliteConnection, schemaVersion } from './open.ts';
import { errorCode, isNotWhole, StoreProblem } from './problem.ts';

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
 * Compares a backup with what it was when it was made: that finds damage where nothing is kept, too.
 * @throws StoreProblem when it is not the same
 */
export function assertAsMade(file: string, dataFolder: DataFolder, name: string, step: Step): void {
  const sum = notedSum(dataFolder, name);
  if (sum !== null && sumOfFile(file, step) !== sum) throw new StoreProblem('damagedStore', 'BACKUP_INTEGRITY');
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

/** A copy holds the indexes of the store as they are: one that is not whole may say that the store is not. */
function assertGoodCopy(copy: string, connection: SqliteConnection, dataEncryptionKey: Uint8Array, step: Step): void {
  try {
    assertGoodBackup(copy, dataEncryptionKey, step);
  } catch (error) {
    if (isNotWhole(error)) assertWhole(connection, step, 'STORE_INTEGRITY');
    throw error;
  }
}

/**
 * Copies the open store into the backup folder, encrypted with the same key, reopens the copy and checks it.
 * A copy that is not whole, or not on the disk, never gets a backup's name.
 * @throws StoreProblem with `STORE_INTEGRITY` when it is the store that is not whole
 */
export function makeBackup(
  connection: SqliteConnection,
  dataFolder: DataFolder,
  dataEncryptionKey: Uint8Array,
  now: number,
  label = '',
  step: Step = () => {},
): BackupFile {
  const { backups, store } = dataFolder;
  removeUnfinished(backups);
  const { name, madeAt } = newBackupName(backups, now, label);
  const file = path.join(backups, name);
  const unfinished = `${file}.unfinished`;
  try {
    copyStore(connection, unfinished, dataEncryptionKey, partOf(step, 0, 2));
    assertGoodCopy(unfinished, connection, dataEncryptionKey, partOf(step, 1, 2));
    const sum = sumOfFile(unfinished, () => step(1, 1));
    // What it holds must be on the disk in the store too: a backup is never ahead of what it is of.
    if (existsSync(`${store}-wal`)) syncFile(`${store}-wal`);
    syncFile(unfinished);
    renameDurably(unfinished, file);
    noteCheck(dataFolder, name, { at: now, isWhole: true, sum });
  } catch (error) {
    removeUnfinished(backups);
    throw error;
  }
  return { name, madeAt, bytes: statSync(file).size };
}
