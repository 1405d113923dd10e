import path from 'node:path';
import { assertGoodBackup, makeBackup } from './backup.ts';
import { listBackups } from './backupFiles.ts';
import type { DataFolder } from './folder.ts';
import type { Step } from './integrity.ts';
import { connect, isOlder, migrateOrSay, type SqliteConnection, schemaVersion } from './open.ts';

const LABEL = 'before-update';

/** How far a store is: its form, and the newest entry of its log, which every unlock adds to. */
function placeOf(connection: SqliteConnection): string {
  const hash = connection.prepare('select hash from auditEntry order by id desc limit 1').pluck().get();
  return `${schemaVersion(connection)} ${hash}`;
}

/** Whether the newest backup of before an update has all that is in the store, and is whole. */
function isBackedUp(connection: SqliteConnection, { backups }: DataFolder, key: Uint8Array, step?: Step): boolean {
  const newest = listBackups(backups).find(({ name }) => name.endsWith(`-${LABEL}.db`));
  if (!newest) return false;
  const file = path.join(backups, newest.name);
  try {
    const backup = connect(file, key);
    try {
      if (placeOf(backup) !== placeOf(connection)) return false;
    } finally {
      backup.close();
    }
    assertGoodBackup(file, key, step);
    return true;
  } catch {
    return false;
  }
}

/** A backup of the store as it is, unless a try before made one: an update that fails each time makes no more of them. */
export function backUpBefore(
  connection: SqliteConnection,
  dataFolder: DataFolder,
  key: Uint8Array,
  now: number,
  step?: Step,
): void {
  if (!isBackedUp(connection, dataFolder, key, step)) makeBackup(connection, dataFolder, key, now, LABEL, step);
}

/**
 * Brings the store to the form of this version of the program, after a backup. It can be stopped until the backup is there.
 * @throws StoreProblem `failedMigration` when a step does not fit; the store is as it was
 */
export function updateStore(dataFolder: DataFolder, key: Uint8Array, now: number, step: Step): void {
  const connection = connect(dataFolder.store, key);
  try {
    if (!isOlder(connection)) return;
    backUpBefore(connection, dataFolder, key, now, step);
    migrateOrSay(connection);
  } finally {
    connection.close();
  }
}
