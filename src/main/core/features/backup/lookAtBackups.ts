import path from 'node:path';
import type { Noted, RecoverableBackup } from '../../../../shared/contract/backup.ts';
import { type Counters, isStopped, stepOf } from '../../progress.ts';
import { opensAs } from '../../store/backup.ts';
import { listChecked } from '../../store/backupChecks.ts';
import { copyClosed } from '../../store/copyStore.ts';
import { asDatabase } from '../../store/database.ts';
import { withAllKeys } from '../../store/earlierKeys.ts';
import { type DataFolder, dataFolderAt } from '../../store/folder.ts';
import { partOf, type Step } from '../../store/integrity.ts';
import type { EarlierKey } from '../../store/lockedKey.ts';
import { connect } from '../../store/open.ts';
import { removeWithRests } from '../../store/withRests.ts';
import { countNoted } from './queries.ts';

export interface BackupsToLookAt {
  folder: string;
  dataEncryptionKey: Uint8Array;
  earlier: EarlierKey[];
  counters: Counters;
}

/** Counts in a copy, because a store that cannot be opened stays as it is; null where it cannot be read. */
async function countLost(
  { store, taken }: DataFolder,
  key: Uint8Array,
  instants: readonly number[],
  step: Step,
): Promise<Noted[] | null> {
  try {
    removeWithRests(taken);
    copyClosed(store, taken, step);
    const connection = connect(taken, key);
    try {
      const database = asDatabase(connection);
      const counted: Noted[] = [];
      for (const instant of instants) counted.push(await countNoted(database, instant));
      return counted;
    } finally {
      connection.close();
    }
  } catch (error) {
    if (isStopped(error)) throw error;
    return null;
  } finally {
    removeWithRests(taken);
  }
}

function lookAtEach(dataFolder: DataFolder, keys: readonly Uint8Array[], step: Step) {
  const files = listChecked(dataFolder);
  return files.map((backup, index) => {
    step(index, files.length);
    return { ...backup, opens: opensAs(path.join(dataFolder.backups, backup.name), keys) };
  });
}

/** The backups to choose from when the store cannot be opened: whether each opens, and what it lacks. */
export async function lookAtBackups(input: BackupsToLookAt): Promise<RecoverableBackup[]> {
  const { folder, dataEncryptionKey, earlier, counters } = input;
  const dataFolder = dataFolderAt(folder);
  const step = stepOf(counters);
  const found = await withAllKeys(earlier, dataEncryptionKey, (keys) =>
    lookAtEach(dataFolder, keys, partOf(step, 0, 2)),
  );
  const instants = found.map(({ madeAt }) => madeAt);
  const lost = await countLost(dataFolder, dataEncryptionKey, instants, partOf(step, 1, 2));
  return found.map((backup, index) => ({ ...backup, lost: lost?.[index] ?? null }));
}
