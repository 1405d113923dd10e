import { coaching as contract } from '../../../../shared/contract/coaching.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { activeMembers } from '../team/members.ts';
import { deleteMoment, insertMoment, markAgreedDone, readMoments, updateMoment } from './queries.ts';

const { unlocked } = proceduresOf({ coaching: contract });

export const coaching = {
  list: unlocked.coaching.list.handler(({ context: { database, now, timeZone } }) =>
    readMoments(database, dayOf(now, timeZone)),
  ),

  plan: unlocked.coaching.plan.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    const momentId = await database.transaction().execute(async (transaction) => {
      const members = (await activeMembers(transaction)).map(({ id }) => id);
      if (![input.userId, input.coachId].every((id) => members.includes(id))) throw errors.NOT_FOUND();
      if (input.userId === input.coachId) throw errors.FIELD({ data: { field: 'coachId', problem: 'sameAsWorker' } });
      const id = await insertMoment(transaction, input, user.id, now);
      await context.audit(transaction, `coaching moment ${id}`);
      return id;
    });
    context.changed('coaching');
    return { momentId };
  }),

  update: unlocked.coaching.update.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await updateMoment(transaction, input.momentId, input.details))) throw errors.NOT_FOUND();
      await context.audit(transaction, `coaching moment ${input.momentId}`);
    });
    context.changed('coaching');
  }),

  remove: unlocked.coaching.remove.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await deleteMoment(transaction, input.momentId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `coaching moment ${input.momentId}`);
    });
    context.changed('coaching');
  }),

  own: unlocked.coaching.own.handler(({ context: { database, user, now, timeZone } }) =>
    readMoments(database, dayOf(now, timeZone), (rows) =>
      rows.where((where) => where.or([where('userId', '=', user.id), where('coachId', '=', user.id)])),
    ),
  ),

  markAgreedDone: unlocked.coaching.markAgreedDone.handler(async ({ context, input, errors }) => {
    const { momentId, done } = input;
    await context.database.transaction().execute(async (transaction) => {
      if (!(await markAgreedDone(transaction, momentId, context.user.id, done))) throw errors.NOT_FOUND();
      await context.audit(transaction, `coaching moment ${momentId}`);
    });
    context.changed('coaching');
  }),
};
