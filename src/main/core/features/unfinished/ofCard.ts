import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

/**
 * What is half-typed about one card is found under the other that it went along to. Where a worker has the same form
 * there already, the one that went along stays as it is, for when the merge is undone.
 */
export async function renameForms(database: Kysely<Schema>, fromId: number, toId: number): Promise<void> {
  const ofCard = await database
    .selectFrom('unfinished')
    .select(['id', 'userId', 'form'])
    .where('callerId', '=', toId)
    .execute();
  const known = new Set(ofCard.map(({ userId, form }) => `${userId} ${form}`));
  const ending = ` caller ${fromId}`;
  for (const { id, userId, form } of ofCard) {
    if (!form.endsWith(ending)) continue;
    const renamed = `${form.slice(0, -ending.length)} caller ${toId}`;
    if (known.has(`${userId} ${renamed}`)) continue;
    await database.updateTable('unfinished').set({ form: renamed }).where('id', '=', id).execute();
  }
}
