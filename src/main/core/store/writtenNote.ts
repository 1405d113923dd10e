import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { DataFolder } from './folder.ts';
import { sha256 } from './sha256.ts';

/*
 * After a crash a write-ahead log that was cut, damaged, taken away or replaced is to SQLite a log in which less was ever
 * written. So how far it had come is noted beside the store, with each commit that is on the disk. The note itself is not
 * forced onto the disk: after a power cut it may be an older one, never one that is ahead of the store. Before the log is
 * carried over into the store and taken away the note is emptied, and that is on the disk first.
 */

const word = z.number().int().min(0);

const written = z.object({
  /** Null while the log may be carried over. */
  log: z.object({ sequence: word, salts: z.tuple([word, word]), frames: word }).nullable(),
  /** Which file the log belongs to: its size and the checksum of what it begins with. */
  store: z.string().nullable(),
  /** The newest entry of the audit log. */
  entry: word,
  /** How many times it had changed who the key file opens for. */
  keys: word,
  /** What the store begins with: neither secret nor encrypted, and needed to tell a damaged store from another key. */
  salt: z.string().nullable().default(null),
});
export type WrittenNote = z.infer<typeof written>;

/** A note has one size, within one sector, so that it is replaced as a whole. */
const NOTE_BYTES = 400;
const SUM_DIGITS = 16;

const sumOf = (text: string): string => sha256(text).slice(0, SUM_DIGITS);

function parsed(content: string): WrittenNote | null {
  const [text = '', sum] = content.trimEnd().split('\n');
  return sum === sumOf(text) ? written.parse(JSON.parse(text)) : null;
}

/** Null when there is none, or none that can be relied on: it says what is missing, and must never invent that. */
export function readWritten(dataFolder: DataFolder): WrittenNote | null {
  try {
    return parsed(readFileSync(dataFolder.written, 'latin1'));
  } catch {
    return null;
  }
}

export function writeNote(descriptor: number, note: WrittenNote, isDurable: boolean): void {
  const text = JSON.stringify(note);
  writeSync(descriptor, `${text}\n${sumOf(text)}`.padEnd(NOTE_BYTES), 0, 'latin1');
  if (isDurable) fsyncSync(descriptor);
}

export function openNote({ written: file }: DataFolder): number {
  return openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
}

/** What the store began with when that was noted last. */
export function notedSalt(dataFolder: DataFolder): Buffer | null {
  const salt = readWritten(dataFolder)?.salt;
  return salt ? Buffer.from(salt, 'base64') : null;
}

/** How often the key file had changed when that was noted last. */
export const notedKeys = (dataFolder: DataFolder): number => readWritten(dataFolder)?.keys ?? 0;

/** To be done before the log is carried over by anything else than an open `Written`. */
export function forgetWritten(dataFolder: DataFolder): void {
  const noted = readWritten(dataFolder);
  if (!noted?.log) return;
  const descriptor = openNote(dataFolder);
  try {
    writeNote(descriptor, { ...noted, log: null, store: null }, true);
  } finally {
    closeSync(descriptor);
  }
}
