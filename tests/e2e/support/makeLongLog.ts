import Database from 'better-sqlite3';

/** As many entries in the log of today as make an export take seconds. Their chain is of no use. */
const [, , file, dataEncryptionKey] = process.argv;
if (!file || !dataEncryptionKey) throw new Error('usage: makeLongLog.ts STORE KEY');

const store = new Database(file, { fileMustExist: true });
store.pragma("cipher = 'sqlcipher'");
store.pragma(`key = "x'${dataEncryptionKey}'"`);
store
  .prepare(
    `insert into auditEntry (at, action, hash)
      with recursive nth(n) as (select 1 union all select n + 1 from nth where n < 300000)
      select ?, 'audit.list', 'none' from nth`,
  )
  .run(Date.now());
store.close();
