import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { searchTextOf } from '../rules/searchText.ts';
import { migrations } from './migrations/index.ts';
import { errorCode, isDamage, problemOf, StoreProblem } from './problem.ts';

export type SqliteConnection = Database.Database;

/** What a store begins with, to SQLCipher. */
export const SALT_BYTES = 16;
/** How a file begins that is not encrypted. */
export const PLAIN_HEADER = 'SQLite format 3\0';
const CACHE_KIBIBYTES = 32_768;
const BUSY_TIMEOUT_MS = 5000;
/**
 * A page is encrypted as a whole however little of it was changed, and a save changes a little of some sixteen: with pages
 * of 4 kB, as SQLite makes them, saving takes a quarter longer; with 1 kB a tenth less, but reading a table of a million
 * rows through takes 5 s instead of 3. A store keeps the size that it was made with.
 */
export const PAGE_BYTES = 2048;

/** Refuses a store that lies on disk unencrypted, which a forgotten key would make without a word. */
function assertEncrypted(file: string): void {
  const header = Buffer.alloc(16);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, 16, 0);
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1') === PLAIN_HEADER) throw new StoreProblem('damagedStore', 'PLAIN_HEADER');
}

function setKey(connection: SqliteConnection, dataEncryptionKey: Uint8Array): void {
  connection.pragma("cipher = 'sqlcipher'");
  connection.pragma(`key = "x'${Buffer.from(dataEncryptionKey).toString('hex')}'"`);
}

const PROBE = 'select count(*) from sqlite_schema';

interface ConnectOptions {
  /** Makes the file when there is none. Everywhere else an empty file is a damaged store, and stays as it is. */
  create?: boolean;
}

/** The pragmas that every use of the store needs. */
export function prepareConnection(connection: SqliteConnection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('secure_delete = ON');
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  connection.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
}

/** For every connection that writes to a store in use: its log is carried over by `Written` alone, after saying so. */
export function leaveLog(connection: SqliteConnection): void {
  connection.pragma('wal_autocheckpoint = 0');
}

/** Gives up at once where another connection is in the way: the thread would be held until that is gone. */
export function withoutWaiting<Result>(connection: SqliteConnection, work: () => Result): Result {
  connection.pragma('busy_timeout = 0');
  try {
    return work();
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

/** Carries all of the log over. False while another connection reads what is in it. */
export function emptyLog(connection: SqliteConnection): boolean {
  return withoutWaiting(connection, () => connection.pragma('wal_checkpoint(truncate)', { simple: true })) === 0;
}

/** A connection that is ready for use; the first read proves the key. */
export function connect(
  file: string,
  dataEncryptionKey: Uint8Array,
  { create = false }: ConnectOptions = {},
): SqliteConnection {
  if (!create && statSync(file).size === 0) throw new StoreProblem('damagedStore', 'EMPTY_STORE');
  const connection = new Database(file, { fileMustExist: !create });
  try {
    setKey(connection, dataEncryptionKey);
    if (create) connection.pragma(`page_size = ${PAGE_BYTES}`);
    prepareConnection(connection);
    connection.prepare(PROBE).get();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Encrypts a file that nothing has open with another key. */
export function changeKey(file: string, now: Uint8Array, next: Uint8Array): void {
  const connection = new Database(file, { fileMustExist: true });
  try {
    setKey(connection, now);
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    connection.pragma('temp_store = MEMORY');
    connection.pragma(`rekey = "x'${Buffer.from(next).toString('hex')}'"`);
    // The first to open it would change that with a journal, which a power cut may bring back after it was taken away.
    connection.pragma('journal_mode = WAL');
  } finally {
    connection.close();
  }
}

export function schemaVersion(connection: SqliteConnection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** Whether a store that holds something has the form of an earlier version of the program. */
export function isOlder(connection: SqliteConnection): boolean {
  const version = schemaVersion(connection);
  return version > 0 && version < migrations.length;
}

function assertKnownVersion(version: number, create = false): void {
  if (version > migrations.length) throw new StoreProblem('newerStore', `schema ${version}`);
  if (version === 0 && !create) throw new StoreProblem('damagedStore', 'EMPTY_STORE');
}

/** Without the right to write: closing a connection that may write carries the write-ahead log over. */
function connectUnclosed(file: string, dataEncryptionKey: Uint8Array): SqliteConnection {
  const connection = new Database(file, { readonly: true });
  try {
    setKey(connection, dataEncryptionKey);
    connection.prepare(PROBE).get();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A connection to a store, closed or not, that stays byte for byte as it is. */
export function connectToLook(file: string, dataEncryptionKey: Uint8Array): SqliteConnection {
  return existsSync(`${file}-wal`) ? connectUnclosed(file, dataEncryptionKey) : connect(file, dataEncryptionKey);
}

/** The same to one that this version of the program knows. */
function connectToKnown(file: string, dataEncryptionKey: Uint8Array): SqliteConnection {
  const connection = connectToLook(file, dataEncryptionKey);
  try {
    assertKnownVersion(schemaVersion(connection));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Looks at a store that this version of the program knows, before it is opened. */
export async function lookAt<Seen>(
  file: string,
  dataEncryptionKey: Uint8Array,
  look: (connection: SqliteConnection) => Promise<Seen>,
): Promise<Seen> {
  const connection = connectToKnown(file, dataEncryptionKey);
  try {
    return await look(connection);
  } finally {
    connection.close();
  }
}

/** Brings the store to the newest version, all steps in one transaction: the version before still opens what failed. */
export function migrate(connection: SqliteConnection, target = migrations.length): void {
  connection.function('searchTextOf', { deterministic: true }, (name) => searchTextOf(String(name)));
  if (schemaVersion(connection) >= target) return;
  connection.transaction(() => {
    for (const [index, sql] of migrations.entries()) {
      const version = index + 1;
      if (version <= schemaVersion(connection) || version > target) continue;
      connection.exec(sql);
      connection.pragma(`user_version = ${version}`);
    }
  })();
}

/** A step that does not fit what is in the store is not damage, and a full disk is neither. */
export function migrateOrSay(connection: SqliteConnection): void {
  const version = schemaVersion(connection);
  try {
    migrate(connection);
  } catch (error) {
    const { problem } = problemOf(error);
    if (isDamage(error) || !['damagedStore', 'unexpected'].includes(problem)) throw error;
    throw new StoreProblem('failedMigration', `schema ${version} ${errorCode(error)}`);
  }
}

interface OpenOptions extends ConnectOptions {
  /** Called before the first migration of a store that already holds something. */
  beforeMigration?: (connection: SqliteConnection) => void;
}

/**
 * Opens the encrypted store: key, pragmas, migrations, a probe.
 * @throws StoreProblem when it cannot; the file is left as it was.
 */
export function openStore(file: string, dataEncryptionKey: Uint8Array, options: OpenOptions = {}): SqliteConnection {
  let connection: SqliteConnection | undefined;
  try {
    // A store that was not closed and cannot be used stays as it is.
    if (existsSync(`${file}-wal`)) connectToKnown(file, dataEncryptionKey).close();
    connection = connect(file, dataEncryptionKey, options);
    const version = schemaVersion(connection);
    assertKnownVersion(version, options.create);
    if (isOlder(connection)) options.beforeMigration?.(connection);
    migrateOrSay(connection);
    connection.prepare('select count(*) from setting').get();
    assertEncrypted(file);
    return connection;
  } catch (error) {
    connection?.close();
    throw problemOf(error);
  }
}

export function closeStore(connection: SqliteConnection): void {
  try {
    connection.pragma('optimize');
  } finally {
    connection.close();
  }
}
