import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupFile, FoundBackup } from '../../../shared/contract/backup.ts';
import type { SourceProblem } from '../../../shared/contract/setup.ts';
import { assertGoodBackup, keyOf, opensAs } from './backup.ts';
import { listBackups } from './backupFiles.ts';
import { copyFiles } from './copyStore.ts';
import { syncFile, syncFolder } from './durably.ts';
import { type DataFolder, dataFolderAt } from './folder.ts';
import { partOf, type Step } from './integrity.ts';
import { type KeyFile, readKeyFile } from './keyFile.ts';
import { changeKey } from './open.ts';
import { StoreProblem } from './problem.ts';
import { backupsAt } from './secondPlace.ts';
import { removeWithRests } from './withRests.ts';

/** Backups of a practice outside the data folder, with the keys that open them. */
export interface Elsewhere {
  folder: string;
  backups: BackupFile[];
  keyFile: KeyFile;
}

/** Where the key file and the backups may be when somebody points at a stick, a second place or a copied data folder. */
function placesIn(chosen: string): { keys: string; backups: string }[] {
  return [
    ...[chosen, backupsAt(chosen)].map((folder) => ({ keys: folder, backups: folder })),
    ...[chosen, path.join(chosen, 'data')].map((folder) => ({ keys: folder, backups: path.join(folder, 'backups') })),
    { keys: path.dirname(chosen), backups: chosen },
  ];
}

const hasKeys = (folder: string) => existsSync(path.join(folder, 'keys.json'));

/** The backups that somebody points at, newest first, or why there are none to put back. */
export function findElsewhere(chosen: string): Elsewhere | SourceProblem {
  if (!path.isAbsolute(chosen) || !existsSync(chosen) || !statSync(chosen).isDirectory()) return 'absent';
  try {
    readdirSync(chosen);
    const withBackups = placesIn(chosen).filter(({ backups }) => listBackups(backups).length > 0);
    const place = withBackups.find(({ keys }) => hasKeys(keys));
    if (!place) return withBackups.length > 0 ? 'noKeys' : 'noBackups';
    const keyFile = readKeyFile(dataFolderAt(place.keys));
    if (!keyFile) return 'noKeys';
    return { folder: place.backups, backups: listBackups(place.backups), keyFile };
  } catch (error) {
    return error instanceof StoreProblem ? 'damagedKeys' : 'unreadable';
  }
}

/** Tells of each backup whether it opens. A copy is opened: nothing is written where the backups are. */
export function lookAtElsewhere(
  dataFolder: DataFolder,
  { folder, backups }: Pick<Elsewhere, 'folder' | 'backups'>,
  keys: readonly Uint8Array[],
  step: Step,
): FoundBackup[] {
  const bytes = backups.reduce((sum, backup) => sum + backup.bytes, 0);
  const inThousandths = (part: number) => Math.round((part / Math.max(1, bytes)) * 1000);
  let read = 0;
  return backups.map((backup) => {
    const before = read;
    read += backup.bytes;
    try {
      removeWithRests(dataFolder.taken);
      copyFiles([[path.join(folder, backup.name), dataFolder.taken]], (copied) =>
        step(inThousandths(before + copied), 1000),
      );
      return { ...backup, opens: opensAs(dataFolder.taken, keys) };
    } finally {
      removeWithRests(dataFolder.taken);
    }
  });
}

/**
 * Takes a backup from elsewhere beside where the store will be, under the key of now, read from end to end.
 * @throws StoreProblem when it is not whole, or of a newer version
 */
export function takeFromElsewhere(
  dataFolder: DataFolder,
  file: string,
  keys: readonly [Uint8Array, ...Uint8Array[]],
  step: Step,
): void {
  const { taken } = dataFolder;
  try {
    removeWithRests(dataFolder.taken);
    copyFiles([[file, taken]], partOf(step, 0, 2));
    if (opensAs(taken, keys) === 'newer') throw new StoreProblem('newerStore', 'NEWER_BACKUP');
    const key = keyOf(taken, keys) ?? keys[0];
    assertGoodBackup(taken, key, partOf(step, 1, 2));
    if (key !== keys[0]) changeKey(taken, key, keys[0]);
    syncFile(taken);
    syncFolder(dataFolder.folder);
  } catch (error) {
    removeWithRests(dataFolder.taken);
    throw error;
  }
}
