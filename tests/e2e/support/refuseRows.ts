import Database from 'better-sqlite3';

/** Makes a store that takes no row of these tables, as if something were wrong with it there. */
const [, , file, dataEncryptionKey, ...tables] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: refuseRows.ts STORE KEY TABLE…');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
for (const table of tables)
  store.exec(`create trigger refused${table} before insert on ${table} begin select raise(abort, 'refused'); end`);
store.close();
