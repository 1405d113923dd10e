import type { Kysely } from 'kysely';
import type { NewCaller } from '../../../../shared/contract/callers.ts';
import { keptQuery, type ValueIn } from '../../store/keptQuery.ts';
import type { Schema } from '../../store/schema.ts';
import { insertNewCaller } from './queries.ts';

const mergedInto = keptQuery((database, value: ValueIn<{ callerId: number | null }>) =>
  database.selectFrom('callerMerge').select('keptId').where('mergedId', '=', value('callerId')),
);

/** A window may still hold a caller whose card was merged into another: what it says is about that one. */
export async function standingCaller(database: Kysely<Schema>, callerId: number | null): Promise<number | null> {
  const [merged] = await mergedInto(database, { callerId });
  return merged?.keptId ?? callerId;
}

interface About {
  callerId: number | null;
  newCaller: NewCaller | null;
}

/**
 * Whom a note or an incident is about: the caller that was chosen, or a new card. An incident and the note it was
 * recorded beside make one card between them, also when the window never heard of it.
 */
export async function callerFor(
  database: Kysely<Schema>,
  { callerId, newCaller }: About,
  draftId: string | null,
  now: number,
): Promise<number | null> {
  if (callerId !== null || !newCaller) return standingCaller(database, callerId);
  const madeBefore = await database
    .selectFrom('incident')
    .select('callerId')
    .where('draftId', '=', draftId)
    .where('callerId', 'is not', null)
    .executeTakeFirst();
  return madeBefore?.callerId ?? insertNewCaller(database, newCaller, now);
}
