import { createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { withAllKeys } from './earlierKeys.ts';
import type { DataFolder } from './folder.ts';
import type { EarlierKey } from './lockedKey.ts';
import { connectToLook, PAGE_BYTES, PLAIN_HEADER, SALT_BYTES } from './open.ts';
import { errorCode, StoreProblem } from './problem.ts';
import { notedSalt } from './writtenNote.ts';

/*
 * To SQLite a store under another key and one whose first page is damaged are both no database. But each page carries a
 * code of its own that only its key makes (https://www.zetetic.net/sqlcipher/design/), so that the others tell which it is.
 */

/** Stores of before have pages of the size that SQLite makes. */
const PAGE_SIZES = [PAGE_BYTES, 4096];
const CODE_BYTES = 64;
const KEY_BYTES = 32;
const SALT_MASK = 0x3a;
const ROUNDS = 2;
/** So many pages are tried, from all over the store: one that is whole is enough. */
const MOST_PAGES = 64;

function isOfKey(page: Buffer, nth: number, codeKey: Buffer): boolean {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(nth);
  const code = createHmac('sha512', codeKey).update(page.subarray(0, -CODE_BYTES)).update(number).digest();
  return code.equals(page.subarray(-CODE_BYTES));
}

/** Whether any page but the first is under one of these keys; null when there is none to try. */
function hasPageOf(dataFolder: DataFolder, keys: readonly Uint8Array[]): boolean | null {
  const descriptor = openSync(dataFolder.store, 'r');
  try {
    const read = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(descriptor, bytes, 0, length, offset);
      return bytes;
    };
    const { size } = fstatSync(descriptor);
    // A file that is not encrypted is under no key at all.
    if (size < 2 * PAGE_BYTES || read(0, PLAIN_HEADER.length).toString('latin1') === PLAIN_HEADER) return null;
    // What the store begins with may be what is damaged.
    const salts = [read(0, SALT_BYTES), notedSalt(dataFolder)].filter((salt) => salt !== null);
    const codeKeys = salts.flatMap((salt) => {
      const masked = Buffer.from(salt.map((byte) => byte ^ SALT_MASK));
      return keys.map((key) => pbkdf2Sync(key, masked, ROUNDS, KEY_BYTES, 'sha512'));
    });
    for (const pageBytes of PAGE_SIZES) {
      const pages = Math.floor(size / pageBytes);
      const step = Math.max(1, Math.floor(pages / MOST_PAGES));
      for (let nth = 2; nth <= pages; nth += step) {
        const page = read((nth - 1) * pageBytes, pageBytes);
        if (codeKeys.some((codeKey) => isOfKey(page, nth, codeKey))) return true;
      }
    }
    return false;
  } finally {
    closeSync(descriptor);
  }
}

function opens(file: string, key: Uint8Array): boolean {
  try {
    connectToLook(file, key).close();
    return true;
  } catch {
    return false;
  }
}

/**
 * What it means that the store is no database to the key of now: it is a copy from before the key was renewed, which a key
 * of before opens; it is under a key that is not here; or it is damaged, and the error stays what it was.
 */
export async function whyNoDatabase(
  error: unknown,
  dataFolder: DataFolder,
  dataEncryptionKey: Uint8Array,
  earlier: readonly EarlierKey[],
): Promise<unknown> {
  if (errorCode(error) !== 'SQLITE_NOTADB') return error;
  return withAllKeys(earlier, dataEncryptionKey, (keys) => {
    if (keys.slice(1).some((key) => opens(dataFolder.store, key)))
      return new StoreProblem('missingWork', 'STORE_KEY_BEFORE');
    return hasPageOf(dataFolder, keys) === false ? new StoreProblem('otherKey', 'STORE_KEY_OTHER') : error;
  });
}
