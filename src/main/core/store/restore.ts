import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile, KeptAside } from '../../../shared/contract/backup.ts';
import { assertGoodBackup, keyOf } from './backup.ts';
import { instantOfStamp, listBackups, removeBackups } from './backupFiles.ts';
import { copyClosed, copyFiles } from './copyStore.ts';
import { syncFile, syncFolder } from './durably.ts';
import type { DataFolder } from './folder.ts';
import { partOf, type Step } from './integrity.ts';
import { changeKey, connect, type SqliteConnection } from './open.ts';
import { errorCode, isOfDisk, StoreProblem } from './problem.ts';
import { removeWithRests } from './withRests.ts';

const asideName = /^store\.db-before-(restore|mend|undo|going-on)-(\d{8}T\d{6}Z)(-\d+)?$/;

/** When a store was put aside, by its name. */
const instantOfAside = (name: string): number | null => instantOfStamp(asideName.exec(name)?.[2] ?? '');

/** Stores that were put aside when something else took their place, newest first. */
export function listAside({ folder }: DataFolder): KeptAside[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const asideAt = instantOfAside(name);
      if (asideAt === null) return [];
      return [{ name, asideAt, bytes: statSync(path.join(folder, name)).size }];
    })
    .sort((a, b) => b.asideAt - a.asideAt || b.name.localeCompare(a.name));
}

export function removeAside({ folder }: DataFolder, { name }: Pick<KeptAside, 'name'>): void {
  removeWithRests(path.join(folder, name));
  syncFolder(folder);
}

/** Takes away every copy from before: all backups but one, and what was put aside when one was put back. */
export function removeCopiesBefore(dataFolder: DataFolder, kept: BackupFile): number {
  const older = listBackups(dataFolder.backups).filter(({ name }) => name !== kept.name);
  removeBackups(dataFolder.backups, older);
  const aside = listAside(dataFolder);
  for (const store of aside) removeAside(dataFolder, store);
  return older.length + aside.length;
}

/** A store that is to take the place of the one there is. */
export interface Incoming {
  /** A backup, or a store that was put aside, with its log when it was not closed. */
  file: string;
  /** The data encryption key of now and those of before. */
  keys: readonly [Uint8Array, ...Uint8Array[]];
  /** Who has a key now. */
  holders: readonly number[];
  /** No worker who comes later gets an id up to this one. */
  highestUserId: number;
}

function withConnection(file: string, key: Uint8Array, work: (connection: SqliteConnection) => unknown): void {
  const connection = connect(file, key);
  try {
    work(connection);
  } finally {
    connection.close();
  }
}

/** Whoever has a key and is no manager in it can open the store, and mend nothing of who may. */
function assertHasManager(connection: SqliteConnection, holders: readonly number[]): void {
  const managers = connection
    .prepare<[], number>("select id from user where active = 1 and role = 'manager'")
    .pluck()
    .all();
  if (!managers.some((id) => holders.includes(id))) throw new StoreProblem('damagedKeys', 'NO_MANAGER');
}

/**
 * Copies another store beside the one there is, under the key of now, read from end to end.
 * @throws StoreProblem when it is not whole, or no manager in it has a key
 */
export function prepareIncoming(dataFolder: DataFolder, source: Incoming, step: Step = () => {}): void {
  const { incoming, folder } = dataFolder;
  const { file, keys, holders, highestUserId } = source;
  removeWithRests(incoming);
  try {
    copyClosed(file, incoming, partOf(step, 0, 2));
    const key = keyOf(incoming, keys) ?? keys[0];
    withConnection(incoming, key, (connection) => connection.pragma('wal_checkpoint(truncate)'));
    assertGoodBackup(incoming, key, partOf(step, 1, 2));
    withConnection(incoming, key, (connection) => {
      assertHasManager(connection, holders);
      // Somebody who came after it may have a key still: whoever comes next must not be taken for them.
      connection.prepare("update sqlite_sequence set seq = max(seq, ?) where name = 'user'").run(highestUserId);
    });
    if (key !== keys[0]) changeKey(incoming, key, keys[0]);
    syncFile(incoming);
    syncFolder(folder);
    // The change of key is one piece: whoever wanted to stop meanwhile is heard here.
    step(1, 1);
  } catch (error) {
    removeWithRests(incoming);
    throw error;
  }
}

/** Whether these parts of the store make a whole one, tried with a copy of them. */
function isWholeOf(dataFolder: DataFolder, parts: readonly string[], key: Uint8Array, step: Step): boolean {
  const { store, incoming } = dataFolder;
  removeWithRests(incoming);
  try {
    const files = parts.map((part) => [`${store}${part}`, `${incoming}${part}`] as const);
    copyFiles(files, partOf(step, 0, 2));
    withConnection(incoming, key, (connection) => connection.pragma('wal_checkpoint(truncate)'));
    assertGoodBackup(incoming, key, partOf(step, 1, 2));
    return true;
  } catch (error) {
    // With a disk that fails a whole one would be taken for one that is not.
    if (errorCode(error) === 'STOPPED' || isOfDisk(error)) throw error;
    return false;
  } finally {
    removeWithRests(incoming);
  }
}

/** A log from another moment than the store makes a damaged store of a whole one: it is whole without it and not with it. */
export function hasUnfitLog(dataFolder: DataFolder, dataEncryptionKey: Uint8Array, step: Step): boolean {
  const isWhole = (parts: readonly string[], nth: number) =>
    isWholeOf(dataFolder, parts, dataEncryptionKey, partOf(step, nth, 2));
  return existsSync(`${dataFolder.store}-wal`) && !isWhole(['', '-wal'], 0) && isWhole([''], 1);
}

/** Takes away the log of a store, which was kept aside before. */
export function leaveLogAside({ store, folder }: DataFolder): void {
  for (const rest of ['-wal', '-shm']) rmSync(`${store}${rest}`, { force: true });
  syncFolder(folder);
}
