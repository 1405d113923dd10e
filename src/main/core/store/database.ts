import {
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import type { SqliteConnection } from './open.ts';
import type { Schema } from './schema.ts';
import { sha256 } from './sha256.ts';
import type { Written } from './written.ts';

/** Enough for every query of the program; lists of ids make more of them than there are queries. */
const KEPT_STATEMENTS = 300;

type Prepared = SqliteStatement & { readonly: boolean };

/** Prepares each statement once: preparing takes longer than many of them take to run. */
function preparedOnce(connection: SqliteConnection): (sql: string) => Prepared {
  const statements = new Map<string, Prepared>();
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

/** SQLite ends a transaction itself when it finds damage in it; ending it once more would hide what it found. */
class StoreDriver extends SqliteDriver {
  readonly #store: SqliteConnection;
  readonly #written: Written | undefined;
  #mayHaveWritten = false;

  constructor(store: SqliteConnection, written: Written | undefined) {
    const prepared = preparedOnce(store);
    const prepare = (sql: string) => {
      const statement = prepared(sql);
      if (!statement.readonly) this.#mayHaveWritten = true;
      return statement;
    };
    super({ database: { prepare, close: () => store.close() } });
    this.#store = store;
    this.#written = written;
  }

  /** After each statement, and after each transaction: what it wrote is on the disk. */
  override async releaseConnection(): Promise<void> {
    if (this.#mayHaveWritten) this.#written?.note();
    this.#mayHaveWritten = false;
    await super.releaseConnection();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#store.inTransaction) await super.rollbackTransaction(connection);
  }
}

const notes = new WeakMap<Kysely<Schema>, Written>();

/** Where it is noted how far this store is written; nowhere for one that only a task has open. */
export const writtenOf = (database: Kysely<Schema>): Written | undefined => notes.get(database);

/** The open store as every query asks it. */
export function asDatabase(connection: SqliteConnection, written?: Written): Kysely<Schema> {
  connection.function('sha256', { deterministic: true }, (text) => sha256(String(text)));
  const database = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new StoreDriver(connection, written),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  if (written) notes.set(database, written);
  return database;
}
