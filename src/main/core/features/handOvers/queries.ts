import type { Kysely } from 'kysely';
import type { DoneHandOver, HandOver, HandOverChoice } from '../../../../shared/contract/handOvers.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import { dueStateOf, isFor } from '../../rules/handOver.ts';
import type { Schema } from '../../store/schema.ts';
import { activeMembers } from '../team/members.ts';

type Database = Kysely<Schema>;

/** A hand-over that nobody looked at for so long is in the review, and not on the giver's window. */
const DONE_SHOWN_FOR = 14 * 86_400_000;
const SHOWN_DONE = 20;

export interface Saved {
  contactId: number;
  callerId: number | null;
}

/** Keeps what is to be done after a contact. */
export async function insertHandOver(
  database: Database,
  { kind, to, dueAt }: HandOverChoice,
  { contactId, callerId }: Saved,
  givenBy: number,
  now: number,
): Promise<void> {
  const toUserId = to.kind === 'worker' ? to.userId : null;
  const toRole = to.kind === 'role' ? to.role : null;
  await database
    .insertInto('handOver')
    .values({ kind, callerId, contactId, givenBy, toUserId, toRole, dueAt, givenAt: now })
    .execute();
}

function openRows(database: Database) {
  return database
    .selectFrom('handOver')
    .innerJoin('contact', 'contact.id', 'handOver.contactId')
    .innerJoin('user as giver', 'giver.id', 'handOver.givenBy')
    .leftJoin('user as receiver', 'receiver.id', 'handOver.toUserId')
    .leftJoin('caller', 'caller.id', 'handOver.callerId')
    .select(['handOver.id', 'handOver.kind', 'handOver.callerId', 'handOver.dueAt', 'handOver.givenAt'])
    .select(['handOver.givenBy', 'handOver.toUserId', 'handOver.toRole', 'caller.displayName as callerName'])
    .select(['giver.name as giverName', 'receiver.name as receiver', 'receiver.role as receiverRole'])
    .select(['receiver.active as receiverActive', 'contact.reason', 'contact.text'])
    .where('handOver.doneAt', 'is', null)
    .orderBy('handOver.dueAt')
    .orderBy('handOver.id');
}

type OpenQuery = ReturnType<typeof openRows>;

/** What is still to be done, as the worker who asks sees it. */
export async function readOpen(
  database: Database,
  user: CurrentUser,
  now: number,
  narrow: (query: OpenQuery) => OpenQuery = (query) => query,
): Promise<HandOver[]> {
  const rows = await narrow(openRows(database)).execute();
  if (rows.length === 0) return [];
  const rolesInTeam = (await activeMembers(database)).map(({ role }) => role);
  return rows.map((row) => {
    const role = row.toRole ?? row.receiverRole ?? 'receptionist';
    const isInTeam = row.receiverActive === 1;
    const { id, kind, callerId, callerName, dueAt, givenAt, giverName, reason, text } = row;
    return {
      ...{ id, kind, callerId, callerName, dueAt, givenAt, giverName, reason, text },
      state: dueStateOf(dueAt, now),
      givenByYou: row.givenBy === user.id,
      receiverName: isInTeam ? row.receiver : null,
      receiverRole: role,
      toYou: isFor({ toUserId: row.toUserId, role, isInTeam }, user, rolesInTeam),
    };
  });
}

/** What a worker asked of others and was done, until they have seen that it was. */
export function readDoneForGiver(database: Database, userId: number, now: number): Promise<DoneHandOver[]> {
  return database
    .selectFrom('handOver')
    .innerJoin('user as doer', 'doer.id', 'handOver.doneBy')
    .leftJoin('caller', 'caller.id', 'handOver.callerId')
    .select(['handOver.id', 'handOver.kind', 'handOver.callerId', 'caller.displayName as callerName'])
    .select((select) => select.ref('handOver.doneAt').$notNull().as('doneAt'))
    .select('doer.name as doneByName')
    .where('handOver.givenBy', '=', userId)
    .where('handOver.doneBy', '!=', userId)
    .where('handOver.doneAt', '>', now - DONE_SHOWN_FOR)
    .where('handOver.seenAt', 'is', null)
    .orderBy('handOver.doneAt', 'desc')
    .limit(SHOWN_DONE)
    .execute();
}

/** False when there is no such hand-over, or it was done already. */
export async function markDone(
  database: Database,
  handOverId: number,
  doneBy: number,
  doneAt: number,
): Promise<boolean> {
  const result = await database
    .updateTable('handOver')
    .set({ doneBy, doneAt, seenAt: null })
    .where('id', '=', handOverId)
    .where('doneAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when this worker did not do it. */
export async function reopen(database: Database, handOverId: number, userId: number): Promise<boolean> {
  const result = await database
    .updateTable('handOver')
    .set({ doneBy: null, doneAt: null, seenAt: null })
    .where('id', '=', handOverId)
    .where('doneBy', '=', userId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whoever gave it has seen that it is done; false when it is not theirs, or not done. */
export async function markSeen(
  database: Database,
  handOverId: number,
  givenBy: number,
  seenAt: number,
): Promise<boolean> {
  const result = await database
    .updateTable('handOver')
    .set({ seenAt })
    .where('id', '=', handOverId)
    .where('givenBy', '=', givenBy)
    .where('doneAt', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
