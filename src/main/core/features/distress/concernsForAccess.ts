import type { Kysely } from 'kysely';
import type { Schema } from '../../store/schema.ts';

/** The calls of concern with one caller, and what was told of them, for the caller who asks what is kept. */
export async function concernsForAccess(database: Kysely<Schema>, callerId: number) {
  const concerns = await database
    .selectFrom('concern')
    .innerJoin('user', 'user.id', 'concern.userId')
    .select(['occurredAt', 'finding', 'handedOverTo', 'remark', 'takenOverBy', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('occurredAt')
    .execute();
  const shares = await database
    .selectFrom('concernShare')
    .innerJoin('concern', 'concern.id', 'concernShare.concernId')
    .innerJoin('user', 'user.id', 'concernShare.userId')
    .select(['concernShare.toldAt', 'receiver', 'receiverName', 'concernShare.reason', 'user.role'])
    .where('concern.callerId', '=', callerId)
    .where('concernShare.toldAt', 'is not', null)
    .$narrowType<{ toldAt: number }>()
    .orderBy('concernShare.toldAt')
    .execute();
  return { concerns, shares };
}
