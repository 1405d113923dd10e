import Database from 'better-sqlite3';

/**
 * Makes a store that the last update was not done to, and of which the backup before it takes some seconds: its check
 * works out a condition for each row.
 */
const [, , file, dataEncryptionKey] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: slowUpdate.ts STORE KEY');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store.pragma('ignore_check_constraints = ON');
for (let table = 0; table < 60; table += 1) {
  store.exec(`create table slow${table} (bytes integer check (length(hex(zeroblob(bytes))) > 0))`);
  store.exec(`insert into slow${table} values (60000000)`);
}
store.pragma(`user_version = ${Number(store.pragma('user_version', { simple: true })) - 1}`);
store.close();
