import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';

/** Locks a store with a key that nobody has. */
const [, , file, dataEncryptionKey] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: otherKey.ts STORE KEY');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store.pragma('journal_mode = DELETE');
store.pragma(`rekey = "x'${randomBytes(32).toString('hex')}'"`);
store.close();
