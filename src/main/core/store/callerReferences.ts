import { type Kysely, sql } from 'kysely';
import type { Row } from '../rules/merge.ts';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** A column that says which caller a row is about. */
export interface Reference {
  tableName: string;
  columnName: string;
}

/**
 * Every foreign key to a caller, read from the schema, so that a table that comes later is not forgotten. Numbers are
 * part of the card itself and are not among them.
 */
export async function callerReferences(database: Database): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select tables.name as tableName, keys."from" as columnName
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'caller' and tables.name <> 'callerNumber'
    order by tableName, columnName`.execute(database);
  return rows;
}

/** Makes everything about one caller about another, and keeps which rows those were. */
export async function moveRows(database: Database, mergeId: number, fromId: number, toId: number): Promise<void> {
  for (const { tableName, columnName } of await callerReferences(database)) {
    const [table, column] = [sql.table(tableName), sql.ref(columnName)];
    await sql`insert into callerMergeRow (mergeId, tableName, columnName, rowId)
      select ${mergeId}, ${tableName}, ${columnName}, id from ${table} where ${column} = ${fromId}`.execute(database);
    await sql`update ${table} set ${column} = ${toId} where ${column} = ${fromId}`.execute(database);
  }
}

/** Takes `moveRows` back for the rows that still are where they were brought. */
export async function moveRowsBack(database: Database, mergeId: number, fromId: number, toId: number): Promise<void> {
  for (const { tableName, columnName } of await callerReferences(database)) {
    const [table, column] = [sql.table(tableName), sql.ref(columnName)];
    await sql`update ${table} set ${column} = ${fromId} where ${column} = ${toId} and id in (
      select rowId from callerMergeRow
      where mergeId = ${mergeId} and tableName = ${tableName} and columnName = ${columnName})`.execute(database);
  }
}

/** Puts a row back as it was; columns that the table got since have their default. */
export async function putBack(database: Database, tableName: 'caller' | 'callerNumber', row: Row): Promise<void> {
  const columns = Object.keys(row).map((column) => sql.ref(column));
  const values = Object.values(row).map((value) => sql.val(value));
  await sql`insert into ${sql.table(tableName)} (${sql.join(columns)}) values (${sql.join(values)})`.execute(database);
}

interface RowAbout {
  table: keyof Schema;
  id: number;
  callerId: number;
}

/** Every row about one of these callers, but for some tables. */
export async function rowsAbout(
  database: Database,
  callerIds: readonly number[],
  except: readonly (keyof Schema)[],
): Promise<RowAbout[]> {
  const found: RowAbout[] = [];
  for (const { tableName, columnName } of await callerReferences(database)) {
    if (except.some((table) => table === tableName)) continue;
    const column = sql.ref(columnName);
    const { rows } = await sql<RowAbout>`select ${tableName} as "table", id, ${column} as callerId
      from ${sql.table(tableName)} where ${column} in (${sql.join(callerIds)})`.execute(database);
    found.push(...rows);
  }
  return found;
}

interface Key {
  tableName: string;
  columnName: string;
  parent: string;
}

/** Every row that is about one caller: the card, what refers to it, and what hangs on that and names no caller itself. */
export async function rowsHangingOn(database: Database, callerId: number): Promise<Map<string, Set<number>>> {
  const found = new Map([['caller', new Set([callerId])]]);
  for (const { table, id } of await rowsAbout(database, [callerId], [])) {
    found.set(table, (found.get(table) ?? new Set()).add(id));
  }
  const direct = new Set((await callerReferences(database)).map(({ tableName }) => tableName));
  const { rows: keys } = await sql<Key>`
    select tables.name as tableName, keys."from" as columnName, keys."table" as parent
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" <> tables.name
      and exists (select 1 from pragma_table_info(tables.name) as ids where ids.name = 'id')`.execute(database);
  for (const reached = new Set(found.keys()); reached.size > 0; ) {
    const [parent = ''] = reached;
    reached.delete(parent);
    const ids = [...(found.get(parent) ?? [])];
    for (const { tableName, columnName } of keys.filter((key) => key.parent === parent && !direct.has(key.tableName))) {
      const { rows } = await sql<{ id: number }>`select id from ${sql.table(tableName)}
        where ${sql.ref(columnName)} in (${sql.join(ids)})`.execute(database);
      const known = found.get(tableName) ?? new Set();
      const before = known.size;
      for (const { id } of rows) known.add(id);
      found.set(tableName, known);
      if (known.size > before) reached.add(tableName);
    }
  }
  return found;
}

/** Takes away every row about a caller, but for some tables. */
export async function removeRowsAbout(
  database: Database,
  callerId: number,
  except: readonly (keyof Schema)[],
): Promise<void> {
  for (const { tableName, columnName } of await callerReferences(database)) {
    if (except.some((table) => table === tableName)) continue;
    await sql`delete from ${sql.table(tableName)} where ${sql.ref(columnName)} = ${callerId}`.execute(database);
  }
}
