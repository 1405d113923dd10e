import type { Kysely } from 'kysely';
import type { Noted } from '../../../../shared/contract/backup.ts';
import type { Schema } from '../../store/schema.ts';

/** What was noted after an instant. */
export async function countNoted(database: Kysely<Schema>, since: number): Promise<Noted> {
  const count = async (table: 'contact' | 'incident', column: 'savedAt' | 'occurredAt') => {
    const { ref } = database.dynamic;
    const { rows } = await database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where(ref(column), '>', since)
      .executeTakeFirstOrThrow();
    return rows;
  };
  return { contacts: await count('contact', 'savedAt'), incidents: await count('incident', 'occurredAt') };
}

/** The highest id that a worker ever had. */
export async function highestUserId(database: Kysely<Schema>): Promise<number> {
  const { highest } = await database
    .selectFrom('user')
    .select(({ fn }) => fn.max('id').as('highest'))
    .executeTakeFirstOrThrow();
  return highest;
}
