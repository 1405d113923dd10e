import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

type Database = Kysely<Schema>;

/** Every foreign key to a worker, read from the schema, so that a table that comes later is not forgotten. */
export async function userReferences(database: Database) {
  const { rows } = await sql<{ tableName: string; columnName: string }>`
    select tables.name as tableName, keys."from" as columnName
    from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
    where tables.type = 'table' and keys."table" = 'user'
    order by tableName, columnName`.execute(database);
  return rows;
}

/** In how many rows of each table a worker stands in one of these columns; without those where they stand in none. */
export async function countRowsOf(
  database: Database,
  userId: number,
  isCounted: (column: string) => boolean,
): Promise<Record<string, number>> {
  const columns = (await userReferences(database)).filter(({ tableName, columnName }) =>
    isCounted(`${tableName}.${columnName}`),
  );
  const found: Record<string, number> = {};
  for (const [tableName, ofTable] of Map.groupBy(columns, (column) => column.tableName)) {
    const isTheirs = sql.join(
      ofTable.map(({ columnName }) => sql`${sql.ref(columnName)} = ${userId}`),
      sql` or `,
    );
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(tableName)} where ${isTheirs}`.execute(database);
    const count = rows[0]?.count ?? 0;
    if (count > 0) found[tableName] = count;
  }
  return found;
}
