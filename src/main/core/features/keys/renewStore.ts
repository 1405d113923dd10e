import { type Counters, stepOf } from '../../progress.ts';
import { dataFolderAt } from '../../store/folder.ts';
import { makeRenewedStore } from '../../store/renewal.ts';

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
  const tell = stepOf(counters);
  makeRenewedStore(dataFolderAt(folder), keys, (step, part = 0) => {
    tell(step, Math.round(part * PARTS));
  });
}
