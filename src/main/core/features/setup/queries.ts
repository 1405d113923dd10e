import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../store/schema.ts';

export async function isDemoLoaded(database: Kysely<Schema>): Promise<boolean> {
  const row = await database.selectFrom('caller').select('id').where('demo', '=', 1).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Takes away everything that came with the demo practice, and what was noted about its people since. */
export async function removeDemo(database: Kysely<Schema>): Promise<void> {
  const demoCallers = database.selectFrom('caller').select('id').where('demo', '=', 1);
  await database.deleteFrom('agreement').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('exception').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('told').where('callerId', 'in', demoCallers).execute();
  await database.deleteFrom('measure').where('callerId', 'in', demoCallers).execute();
  await database
    .deleteFrom('incident')
    .where((where) => where.or([where('demo', '=', 1), where('callerId', 'in', demoCallers)]))
    .execute();
  await database
    .deleteFrom('concern')
    .where((where) => where.or([where('demo', '=', 1), where('callerId', 'in', demoCallers)]))
    .execute();
  const contacts = database
    .selectFrom('contact')
    .select('id')
    .where((where) => where.or([where('demo', '=', 1), where('callerId', 'in', demoCallers)]));
  await database.updateTable('incident').set({ contactId: null }).where('contactId', 'in', contacts).execute();
  await database
    .deleteFrom('handOver')
    .where((where) => where.or([where('contactId', 'in', contacts), where('callerId', 'in', demoCallers)]))
    .execute();
  await database.deleteFrom('contact').where('id', 'in', contacts).execute();
  const halfFilled = demoCallers.clearSelect().select(sql<string>`'caller ' || id`.as('form'));
  await database.deleteFrom('unfinished').where('form', 'in', halfFilled).execute();
  await database.deleteFrom('caller').where('demo', '=', 1).execute();
  const demoUsers = database.selectFrom('user').select('id').where('demo', '=', 1);
  await database.deleteFrom('absence').where('userId', 'in', demoUsers).execute();
  await database.deleteFrom('user').where('demo', '=', 1).execute();
}
