import { existsSync } from 'node:fs';
import { listBackups } from '../../store/backupFiles.ts';
import { renameDurably } from '../../store/durably.ts';
import { type DataFolder, hasStore } from '../../store/folder.ts';
import { StoreProblem } from '../../store/problem.ts';
import { finishRenewal } from '../../store/renewal.ts';
import { finishTakingPlace } from '../../store/takePlace.ts';
import type { KeysInUse } from './keysInUse.ts';

/**
 * Looks what is in the folder, without opening the store, and takes the last steps of what was cut short.
 * @param isTakingPlace the other thread may be at it right now
 * @throws StoreProblem when there is a practice that nobody can open
 */
export function findPractice(dataFolder: DataFolder, keys: KeysInUse, isTakingPlace: boolean): void {
  keys.read();
  if (!isTakingPlace) finishTakingPlace(dataFolder);
  keys.file &&= finishRenewal(dataFolder, keys.file);
  // A set-up that was cut short between its last two steps: the keys are there, the store lacks its name.
  if (keys.file && !hasStore(dataFolder) && existsSync(dataFolder.unfinished)) {
    renameDurably(dataFolder.unfinished, dataFolder.store);
  }
  const hasData = hasStore(dataFolder) || listBackups(dataFolder.backups).length > 0;
  if (!keys.file && hasData) throw new StoreProblem('missingKeys', 'NO_KEY_FILE');
}
