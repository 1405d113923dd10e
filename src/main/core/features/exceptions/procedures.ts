import type { Kysely } from 'kysely';
import type { Exception } from '../../../../shared/contract/exceptions.ts';
import { unlocked } from '../../procedures.ts';
import { dueThisWeek } from '../../rules/agreement.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';

const SHOWN_ENDED = 100;

function exceptionRows(database: Kysely<Schema>, today: string) {
  return database
    .selectFrom('exception')
    .innerJoin('user', 'user.id', 'exception.userId')
    .innerJoin('caller', 'caller.id', 'exception.callerId')
    .select(['exception.id', 'exception.callerId', 'exception.what', 'exception.why', 'exception.lastDay'])
    .select(['exception.grantedAt', 'user.name as grantedByName', 'caller.displayName as callerName'])
    .where('exception.endedAt', 'is', null)
    .where('exception.lastDay', '>=', today);
}

type Row = Awaited<ReturnType<ReturnType<typeof exceptionRows>['executeTakeFirstOrThrow']>>;

function asException({ id, callerId, what, why, lastDay, grantedByName, grantedAt }: Row): Exception {
  return { id, callerId, terms: { what, why, lastDay }, grantedByName, grantedAt };
}

export const exceptions = {
  ofCaller: unlocked.exceptions.ofCaller.handler(async ({ context, input: { callerId } }) => {
    const { database, now, timeZone } = context;
    const rows = await exceptionRows(database, dayOf(now, timeZone))
      .where('exception.callerId', '=', callerId)
      .orderBy('exception.grantedAt', 'desc')
      .execute();
    return rows.map(asException);
  }),

  grant: unlocked.exceptions.grant.handler(async ({ context, input: { callerId, terms }, errors }) => {
    const { database, now, timeZone, user } = context;
    if (terms.lastDay < dayOf(now, timeZone)) throw errors.FIELD({ data: { field: 'lastDay', problem: 'tooEarly' } });
    const exceptionId = await database.transaction().execute(async (transaction) => {
      const { id } = await transaction
        .insertInto('exception')
        .values({ ...terms, callerId, userId: user.id, grantedAt: now })
        .returning('id')
        .executeTakeFirstOrThrow();
      await context.audit(transaction, `exception ${id}`);
      return id;
    });
    context.changed('exceptions');
    return { exceptionId };
  }),

  end: unlocked.exceptions.end.handler(async ({ context, input: { exceptionId }, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('exception')
        .set({ endedAt: now, endedBy: user.id })
        .where('id', '=', exceptionId)
        .where('endedAt', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw errors.NOT_FOUND();
      await context.audit(transaction, `exception ${exceptionId}`);
    });
    context.changed('exceptions');
  }),

  list: unlocked.exceptions.list.handler(async ({ context: { database, now, timeZone } }) => {
    const today = dayOf(now, timeZone);
    const rows = await exceptionRows(database, today).orderBy('exception.lastDay').orderBy('exception.id').execute();
    return rows.map((row) => ({
      ...asException(row),
      callerName: row.callerName,
      due: dueThisWeek(row.lastDay, null, today, timeZone),
    }));
  }),

  ended: unlocked.exceptions.ended.handler(async ({ context: { database, now, timeZone } }) => {
    const rows = await database
      .selectFrom('exception')
      .innerJoin('caller', 'caller.id', 'exception.callerId')
      .leftJoin('user as ender', 'ender.id', 'exception.endedBy')
      .select(['exception.id', 'caller.displayName as callerName', 'what', 'why', 'lastDay', 'endedAt'])
      .select('ender.name as enderName')
      .where((where) => where.or([where('endedAt', 'is not', null), where('lastDay', '<', dayOf(now, timeZone))]))
      .orderBy('lastDay', 'desc')
      .orderBy('exception.id', 'desc')
      .limit(SHOWN_ENDED)
      .execute();
    return rows.map(({ id, callerName, what, why, lastDay, endedAt, enderName }) => ({
      ...{ id, callerName, terms: { what, why, lastDay } },
      ended: endedAt === null ? null : { at: endedAt, byName: enderName ?? '' },
    }));
  }),
};
