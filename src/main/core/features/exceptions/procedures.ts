import { exceptions as contract } from '../../../../shared/contract/exceptions.ts';
import { proceduresOf } from '../../procedures.ts';
import { dueThisWeek } from '../../rules/agreement.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { endException, exceptionsOfCaller, insertException, readEnded, readExceptions } from './queries.ts';

const { unlocked } = proceduresOf({ exceptions: contract });

export const exceptions = {
  ofCaller: unlocked.exceptions.ofCaller.handler(({ context: { database, now, timeZone }, input: { callerId } }) =>
    exceptionsOfCaller(database, callerId, dayOf(now, timeZone)),
  ),

  grant: unlocked.exceptions.grant.handler(async ({ context, input: { callerId, terms }, errors }) => {
    const { database, now, timeZone, user } = context;
    if (terms.lastDay < dayOf(now, timeZone)) throw errors.FIELD({ data: { field: 'lastDay', problem: 'tooEarly' } });
    const exceptionId = await database.transaction().execute(async (transaction) => {
      const granted = await insertException(transaction, callerId, terms, user.id, now);
      await context.audit(transaction, `exception ${granted}`);
      return granted;
    });
    context.changed('exceptions');
    return { exceptionId };
  }),

  end: unlocked.exceptions.end.handler(async ({ context, input: { exceptionId }, errors }) => {
    const { database, now, user } = context;
    await database.transaction().execute(async (transaction) => {
      if (!(await endException(transaction, exceptionId, user.id, now))) throw errors.NOT_FOUND();
      await context.audit(transaction, `exception ${exceptionId}`);
    });
    context.changed('exceptions');
  }),

  list: unlocked.exceptions.list.handler(async ({ context: { database, now, timeZone } }) => {
    const today = dayOf(now, timeZone);
    const running = await readExceptions(database, today);
    return running.map((one) => ({ ...one, due: dueThisWeek(one.terms.lastDay, null, today, timeZone) }));
  }),

  ended: unlocked.exceptions.ended.handler(({ context: { database, now, timeZone } }) =>
    readEnded(database, dayOf(now, timeZone)),
  ),
};
