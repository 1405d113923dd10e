import { closeSync, copyFileSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Makes a store that takes a second or more to read from end to end, because a condition is worked out for each row: one that
 * the last update was not done to, one that was not closed, one with a damaged index, or one that is whole.
 */
const [, , file, dataEncryptionKey, what] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: slowStore.ts STORE KEY update|open|index|whole');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store.pragma('ignore_check_constraints = ON');
// A whole one is read at every backup of a spec.
const tables = what === 'whole' ? 15 : 60;
for (let table = 0; table < tables; table += 1) {
  store.exec(`create table slow${table} (bytes integer check (length(hex(zeroblob(bytes))) > 0))`);
  store.exec(`insert into slow${table} values (60000000)`);
}
if (what === 'update') store.pragma(`user_version = ${Number(store.pragma('user_version', { simple: true })) - 1}`);
const parts = ['', '-wal'];
if (what === 'open') for (const part of parts) copyFileSync(`${file}${part}`, `${file}.open${part}`);
const root = store
  .prepare<[], number>("select rootpage from sqlite_schema where name = 'contactByCaller'")
  .pluck()
  .get();
const pageBytes = Number(store.pragma('page_size', { simple: true }));
store.close();
if (what === 'open') {
  rmSync(`${file}-shm`, { force: true });
  for (const part of parts) renameSync(`${file}.open${part}`, `${file}${part}`);
}
if (what === 'index') {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(pageBytes, 0xff), 0, pageBytes, (Number(root) - 1) * pageBytes);
  closeSync(descriptor);
}
