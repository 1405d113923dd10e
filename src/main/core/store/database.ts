import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import type { SqliteConnection } from './open.ts';
import type { Schema } from './schema.ts';
import { sha256 } from './sha256.ts';

/** Enough for every query of the program; lists of ids make more of them than there are queries. */
const KEPT_STATEMENTS = 300;

/** Prepares each statement once: preparing takes longer than many of them take to run. */
function preparedOnce(connection: SqliteConnection): (sql: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>();
  return (sql) => {
    const kept = statements.get(sql);
    if (kept) return kept;
    const [oldest] = statements.keys();
    if (oldest !== undefined && statements.size >= KEPT_STATEMENTS) statements.delete(oldest);
    const statement = connection.prepare<unknown[]>(sql);
    statements.set(sql, statement);
    return statement;
  };
}

/** The open store as every query asks it. */
export function asDatabase(connection: SqliteConnection): Kysely<Schema> {
  connection.function('sha256', { deterministic: true }, (text) => sha256(String(text)));
  const prepare = preparedOnce(connection);
  return new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare, close: () => connection.close() } }),
  });
}
