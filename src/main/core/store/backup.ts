import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile } from '../../../shared/contract/backup.ts';
import { renameDurably, syncFile, syncFolder } from './durably.ts';
import type { DataFolder } from './folder.ts';
import { connect, type SqliteConnection, schemaVersion } from './open.ts';
import { StoreProblem } from './problem.ts';

const NAME = /^store-(\d{8}T\d{6}Z)(-[a-z-]+)?\.db$/;

/** `20261121T195800Z`: sorts by time and needs no character that a file system refuses. */
function stamp(instant: number): string {
  return new Date(instant)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
}

function instantOf(name: string): number | null {
  const text = NAME.exec(name)?.[1];
  if (!text) return null;
  const instant = Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(instant) ? null : instant;
}

/** Newest first. */
export function listBackups(dataFolder: DataFolder): BackupFile[] {
  if (!existsSync(dataFolder.backups)) return [];
  return readdirSync(dataFolder.backups)
    .flatMap((name) => {
      const madeAt = instantOf(name);
      return madeAt === null ? [] : [{ name, madeAt, bytes: statSync(path.join(dataFolder.backups, name)).size }];
    })
    .sort((a, b) => b.madeAt - a.madeAt);
}

/** Reads a backup from end to end with the key it was made with. */
function assertGoodBackup(file: string, dataEncryptionKey: Uint8Array): void {
  const copy = connect(file, dataEncryptionKey);
  try {
    const result = copy.pragma('integrity_check(1)', { simple: true });
    if (result !== 'ok' || schemaVersion(copy) === 0) throw new StoreProblem('damagedStore', 'BACKUP_INTEGRITY');
  } finally {
    copy.close();
  }
  for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
}

/** What a backup that was cut short has left: only one is made at a time, so none of it is in use. */
function removeUnfinished(dataFolder: DataFolder): void {
  for (const name of readdirSync(dataFolder.backups)) {
    if (/\.db\.unfinished(-wal|-shm|-journal)?$/.test(name)) rmSync(path.join(dataFolder.backups, name));
  }
}

/**
 * Copies the open store into the backup folder, encrypted with the same key, reopens the copy and checks it.
 * A copy that is not whole never gets a backup's name.
 */
export function makeBackup(
  connection: SqliteConnection,
  dataFolder: DataFolder,
  dataEncryptionKey: Uint8Array,
  now: number,
  label = '',
): BackupFile {
  const name = `store-${stamp(now)}${label ? `-${label}` : ''}.db`;
  const file = path.join(dataFolder.backups, name);
  const unfinished = `${file}.unfinished`;
  removeUnfinished(dataFolder);
  connection.prepare('vacuum into ?').run(unfinished);
  assertGoodBackup(unfinished, dataEncryptionKey);
  syncFile(unfinished);
  renameDurably(unfinished, file);
  return { name, madeAt: Math.floor(now / 1000) * 1000, bytes: statSync(file).size };
}

/**
 * Puts a backup in the place of a store that is not open. What stood there is kept beside it, with the time in its name.
 * @throws StoreProblem when the backup is not whole; then nothing was changed.
 */
export function restoreBackup(dataFolder: DataFolder, name: string, dataEncryptionKey: Uint8Array, now: number): void {
  if (!listBackups(dataFolder).some((backup) => backup.name === name)) {
    throw new StoreProblem('damagedStore', 'NO_SUCH_BACKUP');
  }
  const incoming = `${dataFolder.store}.restoring`;
  try {
    copyFileSync(path.join(dataFolder.backups, name), incoming);
    assertGoodBackup(incoming, dataEncryptionKey);
    syncFile(incoming);
    const aside = freeName(`${dataFolder.store}-before-restore-${stamp(now)}`);
    for (const part of ['-shm', '-wal', '']) {
      if (existsSync(`${dataFolder.store}${part}`)) renameSync(`${dataFolder.store}${part}`, `${aside}${part}`);
    }
    // Before the backup gets its name: a log of the old store beside it would be read as its own.
    syncFolder(dataFolder.folder);
    renameDurably(incoming, dataFolder.store);
  } finally {
    rmSync(incoming, { force: true });
  }
}

/** The name, or the first of `name-2`, `name-3` … that nothing has yet. */
function freeName(name: string): string {
  for (let nth = 1; ; nth += 1) {
    const free = nth === 1 ? name : `${name}-${nth}`;
    if (!existsSync(free)) return free;
  }
}

/** Stores that were put aside when a backup was put back. */
export function listAside({ folder }: DataFolder): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('store.db-before-restore-'));
}

/** Takes away every copy from before: all backups but one, and what was put aside when one was put back. */
export function removeCopiesBefore(dataFolder: DataFolder, kept: BackupFile): number {
  const older = listBackups(dataFolder).filter(({ name }) => name !== kept.name);
  removeBackups(dataFolder, older);
  const aside = listAside(dataFolder);
  for (const name of aside) rmSync(path.join(dataFolder.folder, name));
  return older.length + aside.filter((name) => !/-(wal|shm)$/.test(name)).length;
}

export function removeBackups(dataFolder: DataFolder, backups: readonly BackupFile[]): void {
  for (const { name } of backups) rmSync(path.join(dataFolder.backups, name));
}
