import type { Kysely } from 'kysely';
import type { OwnWork, OwnWorkItem } from '../../../../shared/contract/contacts.ts';
import type { InstantRange } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { readFacts } from '../incidents/facts.ts';
import { incidentKinds } from '../incidents/queries.ts';
import { keepVersionIfRead } from '../incidents/versions.ts';

type Database = Kysely<Schema>;

async function contactsOf(database: Database, userId: number, range: InstantRange): Promise<OwnWorkItem[]> {
  const rows = await database
    .selectFrom('contact')
    .leftJoin('caller', 'caller.id', 'contact.callerId')
    .select(['contact.id', 'contact.startedAt as at', 'contact.callerId', 'caller.displayName as callerName'])
    .select(['contact.channel', 'contact.reason', 'contact.text'])
    .where('contact.startedAt', '>=', range.from)
    .where('contact.startedAt', '<', range.until)
    .where('contact.userId', '=', userId)
    .execute();
  return rows.map((row) => ({ kind: 'contact', ...row, behaviours: [] }));
}

async function incidentsWithoutContact(
  database: Database,
  userId: number,
  range: InstantRange,
): Promise<OwnWorkItem[]> {
  const rows = await database
    .selectFrom('incident')
    .leftJoin('caller', 'caller.id', 'incident.callerId')
    .select(['incident.id', 'incident.occurredAt as at', 'incident.callerId', 'caller.displayName as callerName'])
    .select(['incident.channel', 'incident.account as text'])
    .where('incident.userId', '=', userId)
    .where('incident.occurredAt', '>=', range.from)
    .where('incident.occurredAt', '<', range.until)
    .where('incident.contactId', 'is', null)
    .where('incident.draftId', 'is', null)
    .execute();
  const kinds = await incidentKinds(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ kind: 'incident', ...row, reason: null, behaviours: kinds(row.id).behaviours }));
}

/** What a worker noted in a range, the newest first. */
export async function readOwnDay(database: Database, userId: number, range: InstantRange): Promise<OwnWorkItem[]> {
  const items = [
    ...(await contactsOf(database, userId, range)),
    ...(await incidentsWithoutContact(database, userId, range)),
  ];
  return items.sort((a, b) => b.at - a.at);
}

/** The caller was last heard of with the newest of what is noted of them. */
async function updateRecency(database: Database, callerId: number): Promise<void> {
  await database
    .updateTable('caller')
    .set((set) => ({
      lastContactAt: set.fn.coalesce(
        set
          .selectFrom('contact')
          .select((select) => select.fn.max('savedAt').as('at'))
          .where('contact.callerId', '=', callerId),
        set.ref('createdAt'),
      ),
    }))
    .where('id', '=', callerId)
    .execute();
}

interface Link {
  callerId: number | null;
  /** When it was linked later; null for what had its caller from the beginning. */
  linkedAt: number | null;
}

function readLink(database: Database, { kind, id }: OwnWork, userId: number): Promise<Link | undefined> {
  const ofContact = database.selectFrom('contact').select(['callerId', 'linkedAt', 'userId', 'id']);
  const ofIncident = database.selectFrom('incident').select(['callerId', 'linkedAt', 'userId', 'id']);
  return database
    .selectFrom((kind === 'contact' ? ofContact : ofIncident).as('work'))
    .select(['work.callerId', 'work.linkedAt'])
    .where('work.id', '=', id)
    .where('work.userId', '=', userId)
    .executeTakeFirst();
}

interface Worker {
  userId: number;
  now: number;
}

/** Changes whom incidents were with; what somebody has read of them already is kept. */
async function changeIncidents(database: Database, ids: readonly number[], to: Link, worker: Worker): Promise<void> {
  const replacing = { by: worker.userId, at: worker.now, how: 'linked', why: '' } as const;
  for (const id of ids) await keepVersionIfRead(database, id, await readFacts(database, id), replacing);
  if (ids.length > 0) await database.updateTable('incident').set(to).where('id', 'in', ids).execute();
}

/** Changes whom it was with, together with what came of a contact and was linked as the contact is. */
async function changeLink(
  database: Database,
  { kind, id }: OwnWork,
  from: Link,
  to: Link,
  worker: Worker,
): Promise<void> {
  if (kind === 'incident') return changeIncidents(database, [id], to, worker);
  const incidents = await database
    .selectFrom('incident')
    .select('id')
    .where('contactId', '=', id)
    .where('callerId', 'is not distinct from', from.callerId)
    .where('linkedAt', 'is not distinct from', from.linkedAt)
    .execute();
  await changeIncidents(
    database,
    incidents.map((incident) => incident.id),
    to,
    worker,
  );
  await database.updateTable('contact').set(to).where('id', '=', id).execute();
  await database.updateTable('handOver').set({ callerId: to.callerId }).where('contactId', '=', id).execute();
  await updateRecency(database, to.callerId ?? from.callerId ?? 0);
}

/** False when it is not this worker's, or has a caller already. */
export async function link(database: Database, work: OwnWork, callerId: number, worker: Worker): Promise<boolean> {
  const before = await readLink(database, work, worker.userId);
  if (!before || before.callerId !== null) return false;
  await changeLink(database, work, before, { callerId, linkedAt: worker.now }, worker);
  return true;
}

/** False when it is not this worker's, or was not linked later. */
export async function unlink(database: Database, work: OwnWork, worker: Worker): Promise<boolean> {
  const before = await readLink(database, work, worker.userId);
  if (!before || before.linkedAt === null) return false;
  await changeLink(database, work, before, { callerId: null, linkedAt: null }, worker);
  return true;
}
