import Database from 'better-sqlite3';

/** Makes a store look as if a later version of the program had used it. */
const [, , file, dataEncryptionKey] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: raiseVersion.ts STORE KEY');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store.pragma('user_version = 9999');
store.close();
