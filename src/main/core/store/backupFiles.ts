import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile } from '../../../shared/contract/backup.ts';
import { syncFolder } from './durably.ts';

const NAME = /^store-(\d{8}T\d{6}Z)(-[a-z-]+)?\.db$/;

/** `20261121T195800Z`: sorts by time and needs no character that a file system refuses. */
export function stamp(instant: number): string {
  return new Date(instant)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
}

export function instantOfStamp(text: string): number | null {
  const instant = Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  return Number.isNaN(instant) ? null : instant;
}

export function instantOfBackup(name: string): number | null {
  const text = NAME.exec(name)?.[1];
  return text ? instantOfStamp(text) : null;
}

/** A name that no backup in the folder has yet, of this second or the first free one after it. */
export function newBackupName(folder: string, now: number, label: string): { name: string; madeAt: number } {
  for (let madeAt = Math.floor(now / 1000) * 1000; ; madeAt += 1000) {
    const name = `store-${stamp(madeAt)}${label ? `-${label}` : ''}.db`;
    if (!existsSync(path.join(folder, name))) return { name, madeAt };
  }
}

/** The backups in a folder, newest first. */
export function listBackups(folder: string): BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = instantOfBackup(name);
      return madeAt === null ? [] : [{ name, madeAt, bytes: statSync(path.join(folder, name)).size }];
    })
    .sort((a, b) => b.madeAt - a.madeAt);
}

export function removeBackups(folder: string, backups: readonly Pick<BackupFile, 'name'>[]): void {
  for (const { name } of backups) rmSync(path.join(folder, path.basename(name)), { force: true });
  syncFolder(folder);
}

const unfinishedName = /\.db\.unfinished(-wal|-shm|-journal)?$/;

/** What a backup that was cut short has left: only one is made at a time, so none of it is in use. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (unfinishedName.test(name)) rmSync(path.join(folder, name));
  }
}
