import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile } from '../../../shared/contract/backup.ts';
import { assertGoodBackup, keyOf } from './backup.ts';
import { listBackups, removeBackups, stamp } from './backupFiles.ts';
import { renameDurably, syncFile, syncFolder } from './durably.ts';
import type { DataFolder } from './folder.ts';
import type { Step } from './integrity.ts';
import { changeKey } from './open.ts';
import { StoreProblem } from './problem.ts';

/** The name, or the first of `name-2`, `name-3` … that nothing has yet. */
function freeName(name: string): string {
  for (let nth = 1; ; nth += 1) {
    const free = nth === 1 ? name : `${name}-${nth}`;
    if (!existsSync(free)) return free;
  }
}

/** Gives a whole file the place of the store, which is not open; what stood there is kept beside it. */
export function takePlace({ folder, store }: DataFolder, incoming: string, why: 'restore' | 'mend', now: number): void {
  const aside = freeName(`${store}-before-${why}-${stamp(now)}`);
  for (const part of ['-shm', '-wal', '']) {
    if (existsSync(`${store}${part}`)) renameSync(`${store}${part}`, `${aside}${part}`);
  }
  // Before the other gets its name: a log of the old store beside it would be read as its own.
  syncFolder(folder);
  renameDurably(incoming, store);
}

/** Stores that were put aside when something else took their place. */
export function listAside({ folder }: DataFolder): string[] {
  return readdirSync(folder).filter((name) => /^store\.db-before-(restore|mend)-/.test(name));
}

/** Takes away every copy from before: all backups but one, and what was put aside when one was put back. */
export function removeCopiesBefore(dataFolder: DataFolder, kept: BackupFile): number {
  const older = listBackups(dataFolder.backups).filter(({ name }) => name !== kept.name);
  removeBackups(dataFolder.backups, older);
  const aside = listAside(dataFolder);
  for (const name of aside) rmSync(path.join(dataFolder.folder, name));
  return older.length + aside.filter((name) => !/-(wal|shm)$/.test(name)).length;
}

/**
 * Puts a backup in the place of a store that is not open. What stood there is kept beside it, with the time in its name.
 * A backup under one of the keys of before comes under the key of now.
 * @throws StoreProblem when the backup is not whole; then nothing was changed.
 */
export function restoreBackup(
  dataFolder: DataFolder,
  name: string,
  { dataEncryptionKey, earlier }: { dataEncryptionKey: Uint8Array; earlier: readonly Uint8Array[] },
  now: number,
  step?: Step,
): void {
  if (!listBackups(dataFolder.backups).some((backup) => backup.name === name)) {
    throw new StoreProblem('damagedStore', 'NO_SUCH_BACKUP');
  }
  const incoming = `${dataFolder.store}.restoring`;
  try {
    copyFileSync(path.join(dataFolder.backups, name), incoming);
    const key = keyOf(incoming, [dataEncryptionKey, ...earlier]) ?? dataEncryptionKey;
    assertGoodBackup(incoming, key, step);
    if (key !== dataEncryptionKey) changeKey(incoming, key, dataEncryptionKey);
    syncFile(incoming);
    takePlace(dataFolder, incoming, 'restore', now);
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${incoming}${rest}`, { force: true });
  }
}
