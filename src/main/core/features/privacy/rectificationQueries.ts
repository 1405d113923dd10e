import type { Kysely } from 'kysely';
import { type Rectification, rectification } from '../../../../shared/contract/privacyRectification.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

const SHOWN_CONTACTS = 500;
const storedFields = rectification.shape.fields;

/** What was put right because of these requests, the newest first. */
export async function readRectifications(database: Database, requestIds: readonly number[]) {
  if (requestIds.length === 0) return new Map<number, Rectification[]>();
  const rows = await database
    .selectFrom('rectification')
    .innerJoin('user', 'user.id', 'rectification.changedBy')
    .select(['rectification.id', 'requestId', 'record', 'happenedAt', 'fields', 'changedAt as at'])
    .select('user.name as byName')
    .where('requestId', 'in', requestIds)
    .orderBy('rectification.id', 'desc')
    .execute();
  const read = rows.map((row) => ({ ...row, fields: storedFields.parse(JSON.parse(row.fields)) }));
  const byRequest = Map.groupBy(read, ({ requestId }) => requestId);
  const shown = ({ requestId: _of, ...row }: (typeof read)[number]): Rectification => row;
  return new Map([...byRequest].map(([requestId, ofOne]) => [requestId, ofOne.map(shown)]));
}

interface Change extends Pick<Rectification, 'record' | 'happenedAt' | 'fields' | 'at'> {
  requestId: number;
  by: number;
}

/** Keeps which fields were put right; nothing when none were. */
export async function insertRectification(database: Database, change: Change): Promise<void> {
  const { requestId, record, happenedAt, fields, at: changedAt, by: changedBy } = change;
  if (fields.length === 0) return;
  const row = { requestId, record, happenedAt, fields: JSON.stringify(fields), changedBy, changedAt };
  await database.insertInto('rectification').values(row).execute();
}

/** The notes of a caller's contacts, the newest first. */
export async function readNotes(database: Database, callerId: number) {
  return database
    .selectFrom('contact')
    .innerJoin('user', 'user.id', 'contact.userId')
    .select(['contact.id', 'contact.startedAt as at', 'user.name as workerName', 'contact.text'])
    .where('contact.callerId', '=', callerId)
    .orderBy('contact.startedAt', 'desc')
    .limit(SHOWN_CONTACTS)
    .execute();
}

export function findNote(database: Database, contactId: number, callerId: number) {
  return database
    .selectFrom('contact')
    .select(['startedAt', 'text'])
    .where('id', '=', contactId)
    .where('callerId', '=', callerId)
    .executeTakeFirst();
}

export async function writeNote(database: Database, contactId: number, text: string): Promise<void> {
  await database.updateTable('contact').set({ text }).where('id', '=', contactId).execute();
}

/** What a caller said of a request to put something right that was not met, or not all of it; the newest first. */
export function readStatements(database: Database, callerId: number) {
  return database
    .selectFrom('privacyRequest')
    .select(['receivedOn', 'statement as text', 'answer'])
    .where('callerId', '=', callerId)
    .where('kind', '=', 'rectification')
    .where('statement', '<>', '')
    .orderBy('id', 'desc')
    .execute();
}
