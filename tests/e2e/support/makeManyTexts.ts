import Database from 'better-sqlite3';

/** So many texts that looking for a name in them takes seconds. A default is read for each row and kept once, so the file stays small. */
const [, , file, dataEncryptionKey] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: makeManyTexts.ts STORE KEY');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store.exec(`create table manyTexts (id integer primary key);
  insert into manyTexts with recursive nth(n) as (select 1 union all select n + 1 from nth where n < 12000) select n from nth`);
for (let column = 0; column < 40; column += 1)
  store.exec(`alter table manyTexts add column text${column} text default '${'over de heg '.repeat(100)}'`);
store.close();
