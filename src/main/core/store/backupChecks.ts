import { existsSync, readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type BackupCheck, backupCheck, type ListedBackup } from '../../../shared/contract/backup.ts';
import { listBackups } from './backupFiles.ts';
import type { DataFolder } from './folder.ts';
import { errorCode } from './problem.ts';

/** A file of another size is not the one that was read. The checksum is of the file as it was made. */
const notes = z.record(z.string(), backupCheck.extend({ bytes: z.number().int(), sum: z.string().nullable() }));

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

/** The checksum of a backup as it was made here; null when nobody knows. */
export function notedSum(dataFolder: DataFolder, name: string): string | null {
  return readNotes(dataFolder)[name]?.sum ?? null;
}

/** Notes what reading a backup through said; what is known of backups that are gone goes. */
export function noteCheck(dataFolder: DataFolder, name: string, check: BackupCheck & { sum?: string }): void {
  const noted = readNotes(dataFolder);
  const there = listBackups(dataFolder.backups).flatMap((backup) => {
    const before = noted[backup.name];
    if (backup.name !== name) return before ? [[backup.name, before]] : [];
    return [
      [name, { at: check.at, isWhole: check.isWhole, bytes: backup.bytes, sum: check.sum ?? before?.sum ?? null }],
    ];
  });
  try {
    writeFileAtomic.sync(dataFolder.backupChecks, `${JSON.stringify(Object.fromEntries(there))}\n`, { mode: 0o600 });
  } catch (error) {
    // A full disk: what was read was read.
    console.error('check not noted', errorCode(error));
  }
}
