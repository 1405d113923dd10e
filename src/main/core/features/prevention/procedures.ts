import { unlocked } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import {
  insertImprovement,
  insertLook,
  readChecks,
  readImprovements,
  removeImprovement,
  updateImprovement,
} from './queries.ts';

export const prevention = {
  overview: unlocked.prevention.overview.handler(async ({ context: { database, now, timeZone } }) => ({
    improvements: await readImprovements(database, { now, timeZone }),
    checks: await readChecks(database, dayOf(now, timeZone)),
  })),

  save: unlocked.prevention.save.handler(async ({ context, input: { improvementId, terms }, errors }) => {
    const { database, now, timeZone, user } = context;
    if (terms.doneOn !== null && terms.doneOn > dayOf(now, timeZone)) {
      throw errors.FIELD({ data: { field: 'doneOn', problem: 'future' } });
    }
    const saved = await database.transaction().execute(async (transaction) => {
      const isKnown = improvementId === null || (await updateImprovement(transaction, improvementId, terms));
      if (!isKnown) throw errors.NOT_FOUND();
      const added = { ...terms, addedBy: user.id, addedAt: now };
      const id = improvementId ?? (await insertImprovement(transaction, added));
      await context.audit(transaction, `improvement ${id}`);
      return id;
    });
    context.changed('prevention');
    return { improvementId: saved };
  }),

  remove: unlocked.prevention.remove.handler(async ({ context, input: { improvementId }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await removeImprovement(transaction, improvementId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `improvement ${improvementId}`);
    });
    context.changed('prevention');
  }),

  look: unlocked.prevention.look.handler(async ({ context, input: { item, note, nextOn }, errors }) => {
    const { database, now, timeZone, user } = context;
    const today = dayOf(now, timeZone);
    if (nextOn !== null && nextOn <= today) throw errors.FIELD({ data: { field: 'nextOn', problem: 'past' } });
    await insertLook(database, { item, note, nextOn, lookedOn: today, userId: user.id, at: now });
    context.changed('prevention');
  }),
};
