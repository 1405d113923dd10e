import { setImmediate } from 'node:timers/promises';
import type { Insertable, Kysely } from 'kysely';
import type { Attachment } from '../../../../shared/contract/attachments.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import { removalRightOf } from '../../rules/attachment.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

interface Asking {
  user: CurrentUser;
  now: number;
  timeZone: string;
}

export async function readAttachments(database: Database, incidentId: number, asking: Asking): Promise<Attachment[]> {
  const rows = await database
    .selectFrom('attachment')
    .innerJoin('user as adder', 'adder.id', 'attachment.addedBy')
    .leftJoin('user as remover', 'remover.id', 'attachment.removedBy')
    .selectAll('attachment')
    .select(['adder.name as addedByName', 'remover.name as removedByName'])
    .where('attachment.incidentId', '=', incidentId)
    .where('attachment.wholeAt', 'is not', null)
    .orderBy('attachment.addedAt')
    .orderBy('attachment.id')
    .execute();
  return rows.map(({ id, name, kind, type, bytes, addedAt, addedBy, addedByName, ...row }) => ({
    ...{ id, incidentId, name, kind, type, bytes, addedAt, addedByName },
    removed:
      row.removedAt === null ? null : { at: row.removedAt, byName: row.removedByName ?? '', reason: row.removedReason },
    mayRemove:
      row.removedAt === null
        ? removalRightOf(
            { addedAt, addedByYou: addedBy === asking.user.id, isManager: asking.user.role === 'manager' },
            asking.now,
            asking.timeZone,
          )
        : 'no',
  }));
}

/** One that is there, whole and not taken away. */
export function findAttachment(database: Database, attachmentId: number) {
  return database
    .selectFrom('attachment')
    .selectAll()
    .where('id', '=', attachmentId)
    .where('wholeAt', 'is not', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
}

/** How much the files of an incident take, with those that are on their way. */
export async function bytesOf(database: Database, incidentId: number): Promise<number> {
  const { bytes } = await database
    .selectFrom('attachment')
    .select(({ fn }) => fn.sum<number | null>('bytes').as('bytes'))
    .where('incidentId', '=', incidentId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return bytes ?? 0;
}

export async function readPart(database: Database, attachmentId: number, place: number): Promise<Uint8Array | null> {
  const row = await database
    .selectFrom('attachmentPart')
    .select('content')
    .where('attachmentId', '=', attachmentId)
    .where('place', '=', place)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function countParts(database: Database, attachmentId: number): Promise<number> {
  const { count } = await database
    .selectFrom('attachmentPart')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('attachmentId', '=', attachmentId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Takes the bytes away part by part, so that other work comes in between: deleted bytes are overwritten. */
export async function dropParts(database: Database, attachmentId: number): Promise<void> {
  for (let place = (await countParts(database, attachmentId)) - 1; place >= 0; place -= 1) {
    await database
      .deleteFrom('attachmentPart')
      .where('attachmentId', '=', attachmentId)
      .where('place', '=', place)
      .execute();
    await setImmediate();
  }
}

/** What was begun and never came whole, such as when the power went. */
export async function dropUnfinished(database: Database, userId: number, before: number): Promise<void> {
  const unfinished = await database
    .selectFrom('attachment')
    .select('id')
    .where('addedBy', '=', userId)
    .where('addedAt', '<', before)
    .where('wholeAt', 'is', null)
    .execute();
  for (const { id } of unfinished) {
    await dropParts(database, id);
    await database.deleteFrom('attachment').where('id', '=', id).execute();
  }
}

/** One that this worker began to add and that is not whole yet. */
export function findBegun(database: Database, attachmentId: number, userId: number) {
  return database
    .selectFrom('attachment')
    .select('bytes')
    .where('id', '=', attachmentId)
    .where('addedBy', '=', userId)
    .where('wholeAt', 'is', null)
    .executeTakeFirst();
}

export async function insertAttachment(database: Database, row: Insertable<Schema['attachment']>): Promise<number> {
  const { id } = await database.insertInto('attachment').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertPart(database: Database, row: Insertable<Schema['attachmentPart']>): Promise<void> {
  await database.insertInto('attachmentPart').values(row).execute();
}

/** All of its parts are there. */
export async function markWhole(database: Database, attachmentId: number, wholeAt: number): Promise<void> {
  await database.updateTable('attachment').set({ wholeAt }).where('id', '=', attachmentId).execute();
}

interface Removal {
  removedAt: number;
  removedBy: number;
  removedReason: string;
}

/** That there was one, who took it away and why stays; its name goes with it. */
export async function markRemoved(database: Database, attachmentId: number, removal: Removal): Promise<void> {
  await database
    .updateTable('attachment')
    .set({ name: '', ...removal })
    .where('id', '=', attachmentId)
    .execute();
}
