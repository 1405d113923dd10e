import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { flipBit } from './files.ts';

export const PAGE = 4096;

export function storeIn({ folder }: { folder: string }): string {
  return path.join(folder, 'store.db');
}

export function headerOf(file: string): string {
  return readFileSync(file).subarray(0, 15).toString('latin1');
}

/** The code of the error that a call ends with, or `done`. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );
}

export const newPractice = {
  practiceName: 'Een andere praktijk',
  managerName: 'Iemand anders',
  password: 'een-heel-ander-wachtwoord',
  language: 'nl' as const,
};

/** Damages the page that was written last, which holds rows of a table; a backup makes its own indexes anew. */
export function damageRows(file: string): void {
  flipBit(file, statSync(file).size - PAGE / 2);
}

export function backupIn(folder: string): string {
  return path.join(folder, 'backups', 'store-20261120T090000Z.db');
}
