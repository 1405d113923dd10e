import type { Kysely } from 'kysely';
import type { Reference } from '../../store/callerReferences.ts';
import type { Mention } from '../../store/mentions.ts';
import { callerOfRow } from '../../store/mentions.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** Whose row a text stands in; null where it is nobody's. */
export async function callerNameOf(
  database: Database,
  mention: Mention,
  references: readonly Reference[],
): Promise<string | null> {
  const callerId = mention.tableName === 'caller' ? mention.id : await callerOfRow(database, mention, references);
  if (typeof callerId !== 'number') return null;
  const row = await database.selectFrom('caller').select('displayName').where('id', '=', callerId).executeTakeFirst();
  return row?.displayName ?? null;
}

class Undone extends Error {}

/** Tries something, and takes all of it back. */
export async function inTransactionUndone(
  database: Database,
  work: (transaction: Database) => Promise<void>,
): Promise<void> {
  try {
    await database.transaction().execute(async (transaction) => {
      await work(transaction);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
}
