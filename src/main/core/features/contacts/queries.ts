import type { Kysely } from 'kysely';
import type { Draft } from '../../../../shared/contract/contacts.ts';
import type { InstantRange } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { countedIncidents } from '../incidents/countedIncidents.ts';
import { metIncidents } from '../incidents/people.ts';

type Database = Kysely<Schema>;

export function readDrafts(database: Database, userId: number) {
  return database
    .selectFrom('draft')
    .select('content')
    .where('userId', '=', userId)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** False when the draft is somebody else's. */
export async function writeDraft(database: Database, draft: Draft, userId: number, now: number): Promise<boolean> {
  const content = JSON.stringify(draft);
  const result = await database
    .insertInto('draft')
    .values({ id: draft.id, userId, content, startedAt: draft.startedAt, updatedAt: now })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ content, updatedAt: now }).where('draft.userId', '=', userId),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function deleteDraft(database: Database, draftId: string, userId: number): Promise<void> {
  await database.deleteFrom('draft').where('id', '=', draftId).where('userId', '=', userId).execute();
}

/** What the worker's draft became when it was saved before; an answer that was lost on its way is asked for again. */
export function savedBefore(database: Database, draftId: string, userId: number) {
  return database
    .selectFrom('contact')
    .select(['id as contactId', 'callerId'])
    .where('userId', '=', userId)
    .where('draftId', '=', draftId)
    .executeTakeFirst();
}

/** Keeps a contact, moves its caller up as the most recent, and takes the draft it was typed in away. */
export async function insertContact(
  database: Database,
  draft: Draft,
  callerId: number | null,
  userId: number,
  now: number,
): Promise<number> {
  const { id } = await database
    .insertInto('contact')
    .values({
      callerId,
      userId,
      channel: draft.channel,
      reason: draft.reason,
      text: draft.text,
      startedAt: Math.min(draft.startedAt, now),
      savedAt: now,
      draftId: draft.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (callerId !== null) {
    await database.updateTable('caller').set({ lastContactAt: now }).where('id', '=', callerId).execute();
  }
  await database
    .updateTable('incident')
    .set((set) => ({ contactId: id, draftId: null, callerId: set.fn.coalesce('callerId', set.val(callerId)) }))
    .where('draftId', '=', draft.id)
    .execute();
  await deleteDraft(database, draft.id, userId);
  return id;
}

/** The worker's own contacts and incidents in a range, and what is still to complete since an instant. */
export async function countOwn(database: Database, userId: number, range: InstantRange, incompleteSince: number) {
  const contacts = await database
    .selectFrom('contact')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('startedAt', '>=', range.from)
    .where('startedAt', '<', range.until)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  const incidents = await countedIncidents(database)
    .innerJoin(metIncidents(database, userId).as('met'), 'met.id', 'incident.id')
    .select(['incident.occurredAt', 'incident.completedAt', 'incident.userId'])
    .where('met.occurredAt', '>', Math.min(incompleteSince, range.from))
    .execute();
  return {
    contacts: contacts.count,
    incidents: incidents.filter(({ occurredAt }) => occurredAt >= range.from && occurredAt < range.until).length,
    toComplete: incidents.filter(
      (row) => row.userId === userId && row.completedAt === null && row.occurredAt > incompleteSince,
    ).length,
  };
}
