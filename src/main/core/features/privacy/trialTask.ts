import { setImmediate } from 'node:timers/promises';
import type { Trial } from '../../../../shared/contract/privacy.ts';
import { type Counters, stepOf } from '../../progress.ts';
import { asDatabase } from '../../store/database.ts';
import { dataFolderAt } from '../../store/folder.ts';
import { connect } from '../../store/open.ts';
import { readMonths } from './terms.ts';
import { tryErasing } from './trial.ts';

export interface TrialToMake {
  folder: string;
  dataEncryptionKey: Uint8Array;
  now: number;
  timeZone: string;
  counters: Counters;
}

const WHOLE = 100;

/** Looks through the store over a connection of its own, on the other thread. */
export async function makeTrial(input: TrialToMake): Promise<Trial> {
  const { folder, dataEncryptionKey, now, timeZone, counters } = input;
  const tell = stepOf(counters);
  const connection = connect(dataFolderAt(folder).store, dataEncryptionKey);
  try {
    const database = asDatabase(connection);
    return await tryErasing({ database, now, timeZone }, await readMonths(database), async (share) => {
      tell(Math.round(share * WHOLE), WHOLE);
      // An unlock that waits for its key goes first.
      await setImmediate();
    });
  } finally {
    connection.close();
  }
}
