import type { Kysely } from 'kysely';
import type { Draft } from '../../../../shared/contract/contacts.ts';
import type { InstantRange } from '../../rules/practiceTime.ts';
import { keptQuery, onlyRow, type ValueIn } from '../../store/keptQuery.ts';
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

const draftGone = keptQuery((database, value: ValueIn<{ draftId: string; userId: number }>) =>
  database.deleteFrom('draft').where('id', '=', value('draftId')).where('userId', '=', value('userId')),
);

export async function deleteDraft(database: Database, draftId: string, userId: number): Promise<void> {
  await draftGone(database, { draftId, userId });
}

const contactOfDraft = keptQuery((database, value: ValueIn<{ draftId: string; userId: number }>) =>
  database
    .selectFrom('contact')
    .select(['id as contactId', 'callerId'])
    .where('userId', '=', value('userId'))
    .where('draftId', '=', value('draftId')),
);

/** What the worker's draft became when it was saved before; an answer that was lost on its way is asked for again. */
export async function savedBefore(database: Database, draftId: string, userId: number) {
  const [saved] = await contactOfDraft(database, { draftId, userId });
  return saved;
}

type NewContact = Omit<Draft, 'id' | 'newCaller'> & { draftId: string; userId: number; now: number };

const newContact = keptQuery((database, value: ValueIn<NewContact>) =>
  database
    .insertInto('contact')
    .values({
      callerId: value('callerId'),
      userId: value('userId'),
      channel: value('channel'),
      reason: value('reason'),
      text: value('text'),
      startedAt: value('startedAt'),
      savedAt: value('now'),
      draftId: value('draftId'),
    })
    .returning('id'),
);

const callerMovedUp = keptQuery((database, value: ValueIn<{ callerId: number; now: number }>) =>
  database
    .updateTable('caller')
    .set({ lastContactAt: value('now') })
    .where('id', '=', value('callerId')),
);

const incidentsOfDraft = keptQuery(
  (database, value: ValueIn<{ contactId: number; callerId: number | null; draftId: string }>) =>
    database
      .updateTable('incident')
      .set(({ fn }) => ({
        contactId: value('contactId'),
        draftId: null,
        callerId: fn.coalesce('callerId', value('callerId')),
      }))
      .where('draftId', '=', value('draftId')),
);

/** Keeps a contact, moves its caller up as the most recent, and takes the draft it was typed in away. */
export async function insertContact(
  database: Database,
  { id: draftId, channel, reason, text, startedAt }: Draft,
  callerId: number | null,
  userId: number,
  now: number,
): Promise<number> {
  const contact = { callerId, userId, channel, reason, text, startedAt: Math.min(startedAt, now), now, draftId };
  const { id } = onlyRow(await newContact(database, contact));
  if (callerId !== null) await callerMovedUp(database, { callerId, now });
  await incidentsOfDraft(database, { contactId: id, callerId, draftId });
  await deleteDraft(database, draftId, userId);
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
