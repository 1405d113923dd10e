import { setImmediate } from 'node:timers/promises';
import type { Trial } from '../../../../shared/contract/privacy.ts';
import { asDatabase } from '../../store/database.ts';
import { dataFolderAt } from '../../store/folder.ts';
import { connect } from '../../store/open.ts';
import { type Counters, isCancelled, tellProgress } from '../exports/progress.ts';
import { readMonths } from './terms.ts';
import { tryErasing } from './trial.ts';

export interface TrialToMake {
  folder: string;
  dataEncryptionKey: Uint8Array;
  now: number;
  timeZone: string;
  counters: Counters;
}

class ErasingStopped extends Error {
  readonly code = 'ERASING_STOPPED';
}

const WHOLE = 100;

/** Looks through the store over a connection of its own, on the other thread. */
export async function makeTrial(input: TrialToMake): Promise<Trial> {
  const { folder, dataEncryptionKey, now, timeZone, counters } = input;
  const connection = connect(dataFolderAt(folder).store, dataEncryptionKey);
  try {
    const database = asDatabase(connection);
    return await tryErasing({ database, now, timeZone }, await readMonths(database), async (share) => {
      tellProgress(counters, Math.round(share * WHOLE), WHOLE);
      if (isCancelled(counters)) throw new ErasingStopped();
      // An unlock that waits for its key goes first.
      await setImmediate();
    });
  } finally {
    connection.close();
  }
}
