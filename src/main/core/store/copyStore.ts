import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Step } from './integrity.ts';
import { connect, type SqliteConnection } from './open.ts';
import { errorCode } from './problem.ts';

const PART_BYTES = 1024 * 1024;
/** As much as a slow stick takes in about a second: whoever stops a copy waits for no more. */
const SYNCED_BYTES = 8 * PART_BYTES;
/** Which log this is: SQLite gives each a number and salts of its own. */
const LOG_HEADER_BYTES = 32;

/** A disk that is nearly full takes less than it is given, and says why at the next part. */
function writeWhole(target: number, part: Buffer, at: number): void {
  for (let written = 0; written < part.length; )
    written += writeSync(target, part, written, part.length - written, at + written);
}

/** Copies a file part by part; `copied` hears how many bytes each was. */
function copyInParts(from: number, to: string, copied: (bytes: number, target: number) => void): void {
  const target = openSync(to, 'w', 0o600);
  try {
    const part = Buffer.alloc(PART_BYTES);
    for (let at = 0; ; ) {
      const bytes = readSync(from, part, 0, PART_BYTES, at);
      if (bytes === 0) return;
      writeWhole(target, part.subarray(0, bytes), at);
      at += bytes;
      copied(bytes, target);
    }
  } finally {
    closeSync(target);
  }
}

/** Where the disk can share what two files have in common nothing needs to be copied. */
function isShared(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    return false;
  }
}

/** Copies files that nobody writes to, part by part. */
export function copyFiles(files: readonly (readonly [from: string, to: string])[], step: Step): void {
  const bytes = files.reduce((sum, [from]) => sum + statSync(from).size, 0);
  let copied = 0;
  step(0, bytes);
  for (const [from, to] of files) {
    if (isShared(from, to)) continue;
    const source = openSync(from, 'r');
    try {
      copyInParts(source, to, (part) => {
        copied += part;
        step(copied, bytes);
      });
    } finally {
      closeSync(source);
    }
  }
}

/** Copies a store that nobody writes to, with its log when it was not closed. */
export function copyClosed(from: string, to: string, step: Step): void {
  const parts = ['', '-wal'].filter((part) => existsSync(`${from}${part}`));
  copyFiles(
    parts.map((part) => [`${from}${part}`, `${to}${part}`]),
    step,
  );
}

/** Copies a file to another disk, with what is told to be done on that disk: a system keeps much of a copy in memory. */
export function copyDurably(from: string, to: string, step: Step): void {
  const source = openSync(from, 'r');
  try {
    const { size } = fstatSync(source);
    let copied = 0;
    let synced = 0;
    step(0, size);
    copyInParts(source, to, (part, target) => {
      copied += part;
      if (copied - synced >= SYNCED_BYTES || copied >= size) {
        fsyncSync(target);
        synced = copied;
      }
      step(copied, size);
    });
  } finally {
    closeSync(source);
  }
}

/** Null where the system allows no write-ahead log, and nothing is in one. */
function openLog(store: string): number | null {
  try {
    return openSync(`${store}-wal`, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function headerOf(log: number): Buffer {
  const header = Buffer.alloc(LOG_HEADER_BYTES);
  readSync(log, header, 0, LOG_HEADER_BYTES, 0);
  return header;
}

/** One log from its beginning to its end: SQLite may begin another one meanwhile, in the same file. */
function copyLog(log: number, to: string, copied: (bytes: number) => void): void {
  let header: Buffer;
  do {
    header = headerOf(log);
    copyInParts(log, to, copied);
  } while (!header.equals(headerOf(log)));
}

/**
 * Copies the open store as it is at one moment, encrypted as it lies there, part by part: `VACUUM INTO` cannot be stopped,
 * and the online backup of this SQLite makes no encrypted files. A transaction that reads keeps what is copied as it is: what is written
 * meanwhile goes to the log, and is not carried over past that moment. The lock on the folder keeps other programs out.
 */
export function copyStore(connection: SqliteConnection, to: string, dataEncryptionKey: Uint8Array, step: Step): void {
  const store = openSync(connection.name, 'r');
  const log = openLog(connection.name);
  try {
    connection.transaction(() => {
      connection.pragma('user_version');
      const bytes = fstatSync(store).size + (log === null ? 0 : fstatSync(log).size);
      let copied = 0;
      const tell = (part: number) => {
        copied += part;
        step(Math.min(copied, bytes), bytes);
      };
      copyInParts(store, to, tell);
      if (log !== null) copyLog(log, `${to}-wal`, tell);
    })();
  } finally {
    for (const descriptor of [store, log]) if (descriptor !== null) closeSync(descriptor);
  }
  const copy = connect(to, dataEncryptionKey);
  try {
    copy.pragma('wal_checkpoint(truncate)');
  } finally {
    copy.close();
  }
}
