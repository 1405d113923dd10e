import { copyClosed } from './copyStore.ts';
import { syncFile } from './durably.ts';
import type { DataFolder } from './folder.ts';
import { assertWhole, partOf, type Step } from './integrity.ts';
import { connect, type SqliteConnection, schemaVersion } from './open.ts';
import { StoreProblem } from './problem.ts';
import { takePlace } from './takePlace.ts';
import { removeWithRests } from './withRests.ts';

interface Part {
  name: string;
  type: string;
  sql: string;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Tables that a search index keeps for itself: they are made of other tables, and made anew with it. */
function ownedByIndexes(connection: SqliteConnection): Set<string> {
  const listed = connection
    .prepare<[], { name: string; type: string }>("select name, type from pragma_table_list where schema = 'damaged'")
    .all();
  return new Set(listed.flatMap(({ name, type }) => (type === 'shadow' ? [name] : [])));
}

function copyTable(connection: SqliteConnection, { name, sql }: Part): void {
  const table = quoted(name);
  connection.exec(sql);
  // Without its indexes: they may be what is damaged, and are made anew.
  connection.exec(`insert into main.${table} select * from damaged.${table} not indexed`);
  const count = (schema: string) =>
    connection.prepare<[], { rows: number }>(`select count(*) as rows from ${schema}.${table} not indexed`).get()?.rows;
  if (count('main') !== count('damaged')) throw new StoreProblem('damagedStore', 'ROWS_LOST');
}

/** Makes the search indexes anew from what they search, with the option that they leave nothing of what is erased. */
function makeSearchIndex(connection: SqliteConnection, { name, sql }: Part): void {
  connection.exec(sql);
  if (!/\busing\s+fts5\s*\(/i.test(sql)) return;
  connection.exec(`insert into ${quoted(name)} (${quoted(name)}) values ('rebuild')`);
  connection.exec(`insert into ${quoted(name)} (${quoted(name)}, rank) values ('secure-delete', 1)`);
}

/** Fills an empty store with every row of the damaged one, reading no index of it. */
function copyRows(connection: SqliteConnection, step: Step): void {
  const owned = ownedByIndexes(connection);
  const parts = connection
    .prepare<[], Part>(
      "select name, type, sql from damaged.sqlite_schema where sql is not null and name not like 'sqlite_%'",
    )
    .all()
    .filter(({ name }) => !owned.has(name));
  const isVirtual = ({ sql }: Part) => /^create virtual table/i.test(sql);
  const tables = parts.filter((part) => part.type === 'table' && !isVirtual(part));
  for (const [index, table] of tables.entries()) {
    step(index, tables.length);
    copyTable(connection, table);
  }
  const sequences = connection.prepare("select 1 from damaged.sqlite_schema where name = 'sqlite_sequence'").get();
  if (sequences) {
    connection.exec('delete from main.sqlite_sequence');
    connection.exec('insert into main.sqlite_sequence select * from damaged.sqlite_sequence');
  }
  for (const part of parts.filter(isVirtual)) makeSearchIndex(connection, part);
  for (const { type, sql } of parts) if (type !== 'table') connection.exec(sql);
}

/**
 * Makes the store anew from its tables, for when only indexes are damaged. It works on a copy; the store as it was is kept
 * beside the new one, and stays where it is when a row cannot be read.
 * @throws when more than indexes is damaged
 */
export function mendStore(dataFolder: DataFolder, dataEncryptionKey: Uint8Array, now: number, step: Step): void {
  const source = `${dataFolder.store}.mending-from`;
  const mended = `${dataFolder.store}.mending`;
  removeWithRests(source);
  removeWithRests(mended);
  try {
    copyClosed(dataFolder.store, source, partOf(step, 0, 3));
    const damaged = connect(source, dataEncryptionKey);
    const version = schemaVersion(damaged);
    damaged.close();
    const connection = connect(mended, dataEncryptionKey, { create: true });
    try {
      connection.pragma('foreign_keys = OFF');
      connection
        .prepare('attach ? as damaged key ?')
        .run(source, `x'${Buffer.from(dataEncryptionKey).toString('hex')}'`);
      connection.transaction(() => copyRows(connection, partOf(step, 1, 3)))();
      connection.pragma(`user_version = ${version}`);
      connection.exec('detach damaged');
      const orphans: unknown = connection.pragma('foreign_key_check');
      if (version === 0 || (Array.isArray(orphans) && orphans.length > 0)) {
        throw new StoreProblem('damagedStore', 'ROWS_LOST');
      }
      assertWhole(connection, partOf(step, 2, 3));
    } finally {
      connection.close();
    }
    syncFile(mended);
    takePlace(dataFolder, mended, { action: 'backup.mend', subject: null }, now);
  } finally {
    removeWithRests(source);
    removeWithRests(mended);
  }
}
