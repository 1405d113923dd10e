import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Names a value where it stands in a query. */
export type ValueIn<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

/**
 * A query that is built and compiled once, for what everybody waits for: building one takes two to five times as long as
 * SQLite takes to answer it. Its answer is the rows; it is asked in a transaction or out of one.
 */
export function keptQuery<Values, Row>(build: (database: Kysely<Schema>, value: ValueIn<Values>) => Compilable<Row>) {
  const names = new Map<unknown, keyof Values>();
  const value: ValueIn<Values> = (name) => {
    const place = Symbol();
    names.set(place, name);
    return sql`${place}`;
  };
  let kept: CompiledQuery<Row> | undefined;
  return async (database: Kysely<Schema>, values: Values): Promise<Row[]> => {
    kept ??= build(database, value).compile();
    const parameters = kept.parameters.map((parameter) => {
      const name = names.get(parameter);
      return name === undefined ? parameter : values[name];
    });
    return (await database.executeQuery<Row>({ ...kept, parameters })).rows;
  };
}

/** @throws when what was asked for one row answered none */
export function onlyRow<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('no row');
  return row;
}
