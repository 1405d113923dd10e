import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { type LogPosition, lackOf } from '../rules/logPosition.ts';
import type { DataFolder } from './folder.ts';
import { emptyLog, leaveLog, SALT_BYTES, type SqliteConnection } from './open.ts';
import { errorCode, StoreProblem } from './problem.ts';
import { openNote, readWritten, type WrittenNote, writeNote } from './writtenNote.ts';

const FIRST_BYTES = 4096;
const LOG_HEADER_BYTES = 32;
/** As many as SQLite itself lets a log grow to before it carries it over. */
const CARRY_OVER_FRAMES = 1000;
/** Carrying so many over takes some ten milliseconds: 1,000 took 42 ms, and 63 at most. */
const SMALL_PART_FRAMES = 200;
/** Little more than what the disk takes for its syncs. */
const BETWEEN_BATCHES_FRAMES = 50;

/** Null where the system allows no write-ahead log, as some network folders do. */
function openLog(store: string): number | null {
  return existsSync(`${store}-wal`) ? openSync(`${store}-wal`, 'r') : null;
}

/** Whether something lies in the log: a store that was closed has none. */
export function hasLog({ store }: DataFolder): boolean {
  return (statSync(`${store}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function logHeader(descriptor: number): Omit<LogPosition, 'frames'> | null {
  const header = Buffer.alloc(LOG_HEADER_BYTES);
  if (readSync(descriptor, header, 0, LOG_HEADER_BYTES, 0) < LOG_HEADER_BYTES) return null;
  return { sequence: header.readUInt32BE(12), salts: [header.readUInt32BE(16), header.readUInt32BE(20)] };
}

function beginningOf(descriptor: number): string {
  const first = Buffer.alloc(FIRST_BYTES);
  const length = readSync(descriptor, first, 0, FIRST_BYTES, 0);
  return `${fstatSync(descriptor).size} ${createHash('sha256').update(first.subarray(0, length)).digest('base64')}`;
}

function saltOf(descriptor: number): string {
  const salt = Buffer.alloc(SALT_BYTES);
  readSync(descriptor, salt, 0, SALT_BYTES, 0);
  return salt.toString('base64');
}

function whileReading<Result>(file: string, read: (descriptor: number) => Result): Result {
  const descriptor = openSync(file, 'r');
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** How many frames of the log are whole and committed; nothing is carried over by asking. */
const framesOf = (connection: SqliteConnection): (() => number) => {
  // As a list: for an object the library makes a function of every answer, because a pragma is prepared anew each time.
  const statement = connection.prepare<[], [busy: number, log: number]>('pragma wal_checkpoint(noop)').raw();
  return () => Math.max(0, statement.get()?.[1] ?? 0);
};

/** Erasing takes entries from the beginning, so that the newest one only goes up. */
const newestEntryOf = (connection: SqliteConnection): (() => number) => {
  const statement = connection.prepare<[], number>('select coalesce(max(id), 0) from auditEntry').pluck();
  return () => statement.get() ?? 0;
};

function foundLog(file: string, connection: SqliteConnection): LogPosition | null {
  try {
    const header = whileReading(`${file}-wal`, logHeader);
    return header && { ...header, frames: framesOf(connection)() };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Compares what lies there with what was noted; the connection is one that only looks.
 * @throws StoreProblem `missingWork` when the store had more in it
 */
export function assertAsWritten(dataFolder: DataFolder, connection: SqliteConnection): void {
  const noted = readWritten(dataFolder);
  if (!noted) return;
  if (newestEntryOf(connection)() < noted.entry) throw new StoreProblem('missingWork', 'AUDIT_SHORTER');
  if (!noted.log) return;
  const lack = lackOf(noted.log, foundLog(dataFolder.store, connection));
  if (lack) throw new StoreProblem('missingWork', lack);
  const isOther = noted.store !== null && noted.store !== whileReading(dataFolder.store, beginningOf);
  if (isOther) throw new StoreProblem('missingWork', 'STORE_OTHER');
}

/** Notes how far an open store is written. */
export class Written {
  readonly #dataFolder: DataFolder;
  readonly #connection: SqliteConnection;
  readonly #changes: () => number;
  readonly #frames: () => number;
  readonly #newestEntry: () => number;
  readonly #descriptors: { note: number; store: number; log: number | null };
  #note: WrittenNote;
  #changesNoted = 0;
  #framesAtOnce = CARRY_OVER_FRAMES;
  #carryOverAt = CARRY_OVER_FRAMES;
  #isUnsynced = false;
  #hasEnded = false;

  constructor(dataFolder: DataFolder, connection: SqliteConnection, keysRevision: number) {
    this.#dataFolder = dataFolder;
    this.#connection = connection;
    leaveLog(connection);
    const changes = connection.prepare<[], number>('select total_changes()').pluck();
    this.#changes = () => changes.get() ?? 0;
    this.#frames = framesOf(connection);
    this.#newestEntry = newestEntryOf(connection);
    const { store } = dataFolder;
    // Open until the connection is closed: closing a file gives up every lock that this process has on it.
    this.#descriptors = { note: openNote(dataFolder), store: openSync(store, 'r'), log: openLog(store) };
    const salt = saltOf(this.#descriptors.store);
    // What is missing is told again until the audit log says that somebody went on without it, which notes a newer entry.
    const entry = readWritten(dataFolder)?.entry ?? 0;
    this.#note = { log: null, store: null, entry, keys: keysRevision, salt };
    this.#changesNoted = this.#changes();
  }

  /** Called after everything that may have written; notes what is on the disk by then. */
  note(): void {
    const changes = this.#changes();
    const isUnsynced = this.#isUnsynced;
    this.#isUnsynced = false;
    if (this.#hasEnded || changes === this.#changesNoted) return;
    this.#changesNoted = changes;
    if (isUnsynced) return;
    this.#trying(() => {
      const log = this.#log();
      if (log && log.frames >= this.#carryOverAt) {
        this.#carryOver();
        this.#write(this.#log());
      } else this.#write(log);
    });
  }

  /** The header first: a log that begins anew in between then only seems to have come less far. */
  #log(): LogPosition | null {
    const { log: descriptor } = this.#descriptors;
    const header = descriptor === null ? null : logHeader(descriptor);
    return header && { ...header, frames: this.#frames() };
  }

  #write(log: LogPosition | null): void {
    if (log && log.sequence !== this.#note.log?.sequence) this.#carryOverAt = this.#framesAtOnce;
    const store = this.#note.store ?? beginningOf(this.#descriptors.store);
    this.#note = { ...this.#note, store, log, entry: this.#newestEntry() };
    writeNote(this.#descriptors.note, this.#note, false);
  }

  /** For work that writes much in many small transactions: so little is carried over at once that nobody waits for it. */
  async inSmallParts<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#framesAtOnce = SMALL_PART_FRAMES;
    this.#carryOverAt = Math.min(this.#carryOverAt, SMALL_PART_FRAMES);
    try {
      return await work();
    } finally {
      this.#framesAtOnce = CARRY_OVER_FRAMES;
    }
  }

  /** Between two such transactions, so that a commit and this do not hold somebody up one after the other. Says whether it did. */
  carryOverBetween(): boolean {
    const isDue = () => this.#frames() >= this.#carryOverAt - this.#framesAtOnce + BETWEEN_BATCHES_FRAMES;
    if (this.#hasEnded || this.#connection.inTransaction || !isDue()) return false;
    this.#trying(() => {
      this.#carryOver();
      this.#write(this.#log());
    });
    return true;
  }

  /** What was saved is saved when this fails; the note stays behind. */
  #trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      console.error('not noted', errorCode(error));
    }
  }

  /** SQLite would do this in the middle of a commit. */
  #carryOver(): void {
    this.settle();
    this.distinguish();
    this.#connection.pragma('wal_checkpoint(passive)');
    // What a reader still needs stays in the log.
    this.#carryOverAt = this.#frames() + this.#framesAtOnce;
  }

  /** Leaves nothing of the log. False while another connection reads what is in it; once the store is closed nothing is left. */
  emptyLog(): boolean {
    if (this.#hasEnded) return true;
    this.settle();
    const isEmpty = emptyLog(this.#connection);
    this.#trying(() => this.#write(this.#log()));
    return isEmpty;
  }

  /** Makes the first page of the store another one with the next carrying over, so that a copy from before it differs. */
  distinguish(): void {
    const before = Number(this.#connection.pragma('application_id', { simple: true }));
    this.#connection.pragma(`application_id = ${(before + 1) % 2 ** 31}`);
  }

  noteKeys(revision: number): void {
    this.#note = { ...this.#note, keys: revision };
    writeNote(this.#descriptors.note, this.#note, false);
  }

  /** What is written next does not wait for the disk, and is not noted before something else does. */
  skipUnsynced(): void {
    this.#isUnsynced = true;
  }

  /** Before the log is carried over and taken away. */
  settle(): void {
    this.#note = { ...this.#note, log: null, store: null };
    try {
      writeNote(this.#descriptors.note, this.#note, true);
    } catch (error) {
      console.error('not noted', errorCode(error));
      // Without a note nothing is said to be missing.
      rmSync(this.#dataFolder.written, { force: true });
    }
  }

  /** Closes the store that it is about. */
  ending(close: () => void): void {
    if (this.#hasEnded) return;
    this.settle();
    this.#hasEnded = true;
    const { note, store, log } = this.#descriptors;
    for (const descriptor of [note, log]) if (descriptor !== null) closeSync(descriptor);
    try {
      close();
    } finally {
      closeSync(store);
    }
  }
}
