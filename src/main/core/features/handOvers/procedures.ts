import { handOvers as contract } from '../../../../shared/contract/handOvers.ts';
import { proceduresOf } from '../../procedures.ts';
import { dueMoments, nextTime } from '../../rules/handOver.ts';
import { holidaysKnown } from '../measures/holidays.ts';
import { activeMembers } from '../team/members.ts';
import { markDone, markSeen, readDoneForGiver, readOpen, reopen } from './queries.ts';

const { unlocked } = proceduresOf({ handOvers: contract });

export const handOvers = {
  choices: unlocked.handOvers.choices.handler(async ({ context }) => {
    const { core, database, now, timeZone } = context;
    const holidays = holidaysKnown(core, now, timeZone, () => context.changed('handOvers'));
    return { workers: await activeMembers(database), moments: dueMoments(now, timeZone, holidays) };
  }),

  readTime: unlocked.handOvers.readTime.handler(async ({ context: { now, timeZone }, input, errors }) => {
    const dueAt = nextTime(input.time, now, timeZone);
    if (dueAt === null) throw errors.FIELD({ data: { field: 'time', problem: 'notATime' } });
    return { dueAt };
  }),

  forMe: unlocked.handOvers.forMe.handler(async ({ context: { database, user, now } }) => ({
    toDo: (await readOpen(database, user, now)).filter(({ toYou }) => toYou),
    done: await readDoneForGiver(database, user.id, now),
  })),

  ofCaller: unlocked.handOvers.ofCaller.handler(({ context: { database, user, now }, input }) =>
    readOpen(database, user, now, (query) => query.where('handOver.callerId', '=', input.callerId)),
  ),

  markDone: unlocked.handOvers.markDone.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      if (!(await markDone(transaction, input.handOverId, user.id, now))) throw errors.NOT_FOUND();
      await context.audit(transaction, `hand-over ${input.handOverId}`);
    });
    context.changed('handOvers');
  }),

  reopen: unlocked.handOvers.reopen.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await reopen(transaction, input.handOverId, context.user.id))) throw errors.NOT_FOUND();
      await context.audit(transaction, `hand-over ${input.handOverId}`);
    });
    context.changed('handOvers');
  }),

  markSeen: unlocked.handOvers.markSeen.handler(async ({ context, input, errors }) => {
    const { database, user, now } = context;
    if (!(await markSeen(database, input.handOverId, user.id, now))) throw errors.NOT_FOUND();
    context.changed('handOvers');
  }),
};
