import type { Kysely } from 'kysely';
import { type Language, language } from '../../../../shared/contract/base.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;
type Row = Schema['directoryEntry'];

export async function readEntries(database: Database, spoken: Language) {
  const rows = await database
    .selectFrom('directoryEntry')
    .select(['id', 'kind', 'name', 'number', 'reach', 'checkedOn', 'verified'])
    .where('language', '=', spoken)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, verified: row.verified === 1 }));
}

export function findEntry(database: Database, id: number) {
  return database.selectFrom('directoryEntry').selectAll().where('id', '=', id).executeTakeFirst();
}

async function newestService(database: Database): Promise<number> {
  const { newest } = await database
    .selectFrom('directoryEntry')
    .select(({ fn }) => fn.max('service').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

/** A service with a line in each language; gives the number both have in common. */
export async function insertService(
  database: Database,
  entry: Pick<Row, 'kind' | 'name' | 'number' | 'reach' | 'checkedOn' | 'verified'>,
): Promise<number> {
  const service = (await newestService(database)) + 1;
  await database
    .insertInto('directoryEntry')
    .values(language.options.map((spoken) => ({ ...entry, language: spoken, service })))
    .execute();
  return service;
}

/** What a service is called and when it answers, in the language of this entry. */
export async function renameEntry(database: Database, id: number, words: Pick<Row, 'name' | 'reach'>): Promise<void> {
  await database.updateTable('directoryEntry').set(words).where('id', '=', id).execute();
}

/** What a service has in common in every language, such as its number and when that was checked. */
export async function updateService(
  database: Database,
  service: number,
  changed: Partial<Pick<Row, 'name' | 'number' | 'checkedOn' | 'verified'>>,
): Promise<void> {
  await database.updateTable('directoryEntry').set(changed).where('service', '=', service).execute();
}

export async function removeService(database: Database, service: number): Promise<void> {
  await database.deleteFrom('directoryEntry').where('service', '=', service).execute();
}
