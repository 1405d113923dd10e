import { readFileSync } from 'node:fs';
import path from 'node:path';
import { connect, PAGE_BYTES } from '../../src/main/core/store/open.ts';
import { flipBit } from './files.ts';

export const PAGE = PAGE_BYTES;

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

/** Damages the first page of a table; what is damaged in an index alone is mended. */
export function damageRows(file: string, dataEncryptionKey: Uint8Array): void {
  const connection = connect(file, dataEncryptionKey);
  const page = connection.prepare<[], number>("select rootpage from sqlite_schema where name = 'phrase'").pluck().get();
  connection.close();
  flipBit(file, Number(page) * PAGE - PAGE / 2);
}

/** Makes a store anew with pages of another size. */
export function remakeWithPages(file: string, dataEncryptionKey: Uint8Array, bytes: number): void {
  const connection = connect(file, dataEncryptionKey);
  connection.pragma('journal_mode = DELETE');
  connection.pragma("rekey = ''");
  connection.pragma(`page_size = ${bytes}`);
  connection.exec('vacuum');
  connection.pragma("cipher = 'sqlcipher'");
  connection.pragma(`rekey = "x'${Buffer.from(dataEncryptionKey).toString('hex')}'"`);
  connection.close();
}

export function backupIn(folder: string): string {
  return path.join(folder, 'backups', 'store-20261120T090000Z.db');
}
