import { dataFolderAt } from '../../store/folder.ts';
import { StoreProblem } from '../../store/problem.ts';
import { makeRenewedStore } from '../../store/renewal.ts';
import { type Counters, isCancelled, tellProgress } from '../exports/progress.ts';

export interface StoreToRenew {
  folder: string;
  dataEncryptionKey: Uint8Array;
  next: Uint8Array;
  counters: Counters;
}

/** What a step is told in. */
export const PARTS = 1000;

/** The part of a renewal that takes long, on the other thread. */
export async function renewStore({ folder, counters, ...keys }: StoreToRenew): Promise<undefined> {
  makeRenewedStore(dataFolderAt(folder), keys, (step, part = 0) => {
    if (isCancelled(counters)) throw new StoreProblem('damagedStore', 'RENEWAL_STOPPED');
    tellProgress(counters, step, Math.round(part * PARTS));
  });
}
