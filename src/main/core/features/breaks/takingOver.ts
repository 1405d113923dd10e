import type { Kysely } from 'kysely';
import type { Asked, OwnRequest } from '../../../../shared/contract/breaks.ts';
import type { CurrentUser } from '../../../../shared/contract/session.ts';
import type { Schema } from '../../store/schema.ts';

type Database = Kysely<Schema>;

/** Whoever asks to be relieved means now: a request that nobody answered is over after so long. */
const LASTS = 4 * 3_600_000;

/** Asks for it anew; whatever this worker asked before is gone. False when there is no such colleague. */
export async function askToTakeOver(database: Database, userId: number, asked: Asked, now: number): Promise<boolean> {
  const askedOf = asked.who === 'colleague' ? asked.userId : null;
  if (askedOf !== null && !(await colleaguesOf(database, userId)).some(({ id }) => id === askedOf)) return false;
  await withdraw(database, userId);
  await database.insertInto('takeOverRequest').values({ userId, askedOf, askedAt: now }).execute();
  return true;
}

export async function withdraw(database: Database, userId: number): Promise<void> {
  await database.deleteFrom('takeOverRequest').where('userId', '=', userId).execute();
}

export function colleaguesOf(database: Database, userId: number) {
  return database
    .selectFrom('user')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .where('id', '!=', userId)
    .orderBy('name')
    .execute();
}

/** What a worker asked for, with the answer. */
export async function requestOf(database: Database, userId: number, now: number): Promise<OwnRequest | null> {
  const row = await database
    .selectFrom('takeOverRequest')
    .leftJoin('user as asked', 'asked.id', 'takeOverRequest.askedOf')
    .leftJoin('user as answerer', 'answerer.id', 'takeOverRequest.answeredBy')
    .select(['takeOverRequest.id', 'asked.name as askedName', 'answerer.name as answeredBy'])
    .select(['takeOverRequest.answeredAt', 'takeOverRequest.takesOver'])
    .where('takeOverRequest.userId', '=', userId)
    .where('takeOverRequest.askedAt', '>', now - LASTS)
    .executeTakeFirst();
  if (!row) return null;
  const { id, askedName, answeredBy, answeredAt, takesOver } = row;
  const answer = takesOver === 1 ? ('takesOver' as const) : ('notNow' as const);
  return { id, askedName, answeredBy, answer: answeredAt === null ? 'open' : answer };
}

/** What others ask of this worker; a team lead is whoever manages the practice. */
export function openRequestsTo(database: Database, { id, role }: CurrentUser, now: number) {
  return database
    .selectFrom('takeOverRequest')
    .innerJoin('user', 'user.id', 'takeOverRequest.userId')
    .select(['takeOverRequest.id', 'user.name as workerName', 'takeOverRequest.askedAt as at'])
    .where('takeOverRequest.answeredAt', 'is', null)
    .where('takeOverRequest.userId', '!=', id)
    .where('takeOverRequest.askedAt', '>', now - LASTS)
    .where((where) =>
      where.or([where('askedOf', '=', id), ...(role === 'manager' ? [where('askedOf', 'is', null)] : [])]),
    )
    .orderBy('takeOverRequest.askedAt')
    .execute();
}

interface Answer {
  id: number;
  takesOver: boolean;
}

/** False when it is not for this worker, or not open any more. */
export async function answerRequest(
  database: Database,
  user: CurrentUser,
  { id, takesOver }: Answer,
  now: number,
): Promise<boolean> {
  const open = await openRequestsTo(database, user, now);
  if (!open.some((request) => request.id === id)) return false;
  await database
    .updateTable('takeOverRequest')
    .set({ answeredAt: now, answeredBy: user.id, takesOver: takesOver ? 1 : 0 })
    .where('id', '=', id)
    .execute();
  return true;
}
