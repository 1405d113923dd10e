import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SecondPlaceProblem } from '../../../shared/contract/backup.ts';
import { backupsToRemove } from '../rules/backupSchedule.ts';
import { lastBackup } from '../rules/lastBackup.ts';
import { assertAsMade, assertGoodBackup } from './backup.ts';
import { listChecked } from './backupChecks.ts';
import { listBackups, removeBackups, removeUnfinished } from './backupFiles.ts';
import { copyDurably } from './copyStore.ts';
import { renameDurably, syncFile, syncFolder } from './durably.ts';
import type { DataFolder } from './folder.ts';
import { partOf, type Step } from './integrity.ts';
import { readKeyFile, readKeys } from './keyFile.ts';
import { connect } from './open.ts';
import { endOf, notePlaceEnd } from './placeEnd.ts';
import { errorCode, isDamage, StoreProblem } from './problem.ts';

/** In the folder that a manager chose, so that a stick with other things on it stays tidy. */
const FOLDER = 'Rugdekking back-ups';

export const backupsAt = (chosen: string): string => path.join(chosen, FOLDER);

const noPlace: Record<string, SecondPlaceProblem> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'unwritable',
  EPERM: 'unwritable',
  EROFS: 'unwritable',
  ENOENT: 'absent',
  ENODEV: 'absent',
  EIO: 'absent',
};

function problemOfPlace(error: unknown): SecondPlaceProblem {
  const isKnown = error instanceof StoreProblem && error.problem !== 'unexpected';
  if (isKnown || isDamage(error)) return 'notWhole';
  return noPlace[errorCode(error)] ?? 'failed';
}

/** Whether what lies there was made with these keys, or with those of this practice from before they were renewed. */
function isOurs(folder: string, dataFolder: DataFolder): boolean {
  const there = readKeyFile({ keys: path.join(folder, 'keys.json') });
  if (there === null) return listBackups(folder).length === 0 || sharesBackup(folder, dataFolder);
  return there.check === readKeyFile(dataFolder)?.check || sharesBackup(folder, dataFolder);
}

function sharesBackup(folder: string, { backups }: DataFolder): boolean {
  const here = new Map(listBackups(backups).map(({ name, bytes }) => [name, bytes]));
  return listBackups(folder).some(({ name, bytes }) => here.get(name) === bytes);
}

/** Copies a file under another name until it is whole, checked and on the disk. */
function copyChecked(from: string, to: string, step: Step, check: (file: string) => void): void {
  const unfinished = `${to}.unfinished`;
  try {
    copyDurably(from, unfinished, step);
    check(unfinished);
    syncFile(unfinished);
    renameDurably(unfinished, to);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

export interface CopyToMake {
  dataFolder: DataFolder;
  /** The folder that a manager chose. */
  chosen: string;
  dataEncryptionKey: Uint8Array;
  now: number;
  timeZone: string;
  /** Older copies go, because somebody was erased since. */
  notBefore: number | null;
  step?: Step;
}

/** Beside the copies, for the unlock. */
async function noteEnd(folder: string, name: string, { dataFolder, dataEncryptionKey }: CopyToMake): Promise<void> {
  const keys = readKeyFile(dataFolder);
  const backup = connect(path.join(dataFolder.backups, name), dataEncryptionKey);
  try {
    const end = keys && (await endOf(backup, { dataEncryptionKey, keys }));
    if (end) notePlaceEnd(folder, end);
  } finally {
    backup.close();
  }
}

/**
 * Copies the newest good backup and the key file to the second place and reads the copy through there; older ones make room
 * as they do here. Never touches what another practice keeps there.
 * @returns why it was not copied, or null
 */
export async function copyToSecondPlace(copy: CopyToMake): Promise<SecondPlaceProblem | null> {
  const { dataFolder, chosen, dataEncryptionKey, now, timeZone, notBefore, step = () => {} } = copy;
  const newest = lastBackup(listChecked(dataFolder), now);
  try {
    if (!existsSync(chosen) || !statSync(chosen).isDirectory()) return 'absent';
    const folder = backupsAt(chosen);
    mkdirSync(folder, { recursive: true });
    // Without this a stick that was pulled out too soon may lack the folder with all that is in it.
    syncFolder(chosen);
    if (!isOurs(folder, dataFolder)) return 'otherPractice';
    copyChecked(dataFolder.keys, path.join(folder, 'keys.json'), partOf(step, 0, 3), (file) => {
      if (readKeys({ keys: file })?.damage) throw new StoreProblem('damagedKeys', 'KEY_FILE_SUM');
    });
    removeUnfinished(folder);
    if (newest && !existsSync(path.join(folder, newest.name))) {
      const from = path.join(dataFolder.backups, newest.name);
      copyChecked(from, path.join(folder, newest.name), partOf(step, 0, 3), (file) => {
        assertAsMade(file, dataFolder, newest.name, partOf(step, 1, 3));
        assertGoodBackup(file, dataEncryptionKey, partOf(step, 2, 3));
      });
      await noteEnd(folder, newest.name, copy);
    }
    // Each was whole when it came here: what one of this computer turned out to be later says nothing of its copy.
    const there = listBackups(folder);
    removeBackups(folder, backupsToRemove(there, now, timeZone));
    if (notBefore !== null)
      removeBackups(
        folder,
        there.filter(({ madeAt }) => madeAt < notBefore),
      );
    return null;
  } catch (error) {
    if (errorCode(error) === 'STOPPED') throw error;
    return problemOfPlace(error);
  }
}
