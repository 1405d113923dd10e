import { existsSync, readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type BackupFile, backupCheck, type ListedBackup } from '../../../shared/contract/backup.ts';
import { listBackups } from './backupFiles.ts';
import type { DataFolder } from './folder.ts';
import { errorCode } from './problem.ts';

/** A file of another size is not the one that was read. */
const notes = z.record(z.string(), backupCheck.extend({ bytes: z.number().int() }));

/** It is a note and no more: without it nobody knows, and a backup is read through again before it is put back. */
function readNotes({ backupChecks }: DataFolder): z.infer<typeof notes> {
  if (!existsSync(backupChecks)) return {};
  try {
    return notes.parse(JSON.parse(readFileSync(backupChecks, 'utf8')));
  } catch {
    return {};
  }
}

/** The backups there are, newest first, each with when it was read from end to end last and what came of it. */
export function listChecked(dataFolder: DataFolder): ListedBackup[] {
  const noted = readNotes(dataFolder);
  return listBackups(dataFolder.backups).map((backup) => {
    const note = noted[backup.name];
    const lastCheck = note?.bytes === backup.bytes ? { at: note.at, isWhole: note.isWhole } : null;
    return { ...backup, lastCheck };
  });
}

/** Notes what reading a backup through said; what is known of backups that are gone goes. */
export function noteCheck(dataFolder: DataFolder, name: BackupFile['name'], isWhole: boolean, at: number): void {
  const there = listChecked(dataFolder).map((backup) =>
    backup.name === name ? { ...backup, lastCheck: { at, isWhole } } : backup,
  );
  const kept = there.flatMap(({ name, bytes, lastCheck }) => (lastCheck ? [[name, { ...lastCheck, bytes }]] : []));
  try {
    writeFileAtomic.sync(dataFolder.backupChecks, `${JSON.stringify(Object.fromEntries(kept))}\n`, { mode: 0o600 });
  } catch (error) {
    // A full disk: what was read was read.
    console.error('check not noted', errorCode(error));
  }
}
