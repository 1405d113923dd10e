import Database from 'better-sqlite3';

/** Makes a store look as if the last update was not done yet: doing it once more does not fit what is there. */
const [, , file, dataEncryptionKey] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: lowerVersion.ts STORE KEY');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store.pragma(`user_version = ${Number(store.pragma('user_version', { simple: true })) - 1}`);
store.close();
