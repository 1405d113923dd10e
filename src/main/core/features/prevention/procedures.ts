import { prevention as contract } from '../../../../shared/contract/prevention.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { deletePoint, hidePoint, insertPoint, movePoint, readChecks, rewordPoint } from './points.ts';
import { insertImprovement, insertLook, readImprovements, removeImprovement, updateImprovement } from './queries.ts';

const { unlocked } = proceduresOf({ prevention: contract });

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

  look: unlocked.prevention.look.handler(async ({ context, input: { pointId, note, nextOn }, errors }) => {
    const { database, now, timeZone, user } = context;
    const today = dayOf(now, timeZone);
    if (nextOn !== null && nextOn <= today) throw errors.FIELD({ data: { field: 'nextOn', problem: 'past' } });
    await insertLook(database, { pointId, note, nextOn, lookedOn: today, userId: user.id, at: now });
    context.changed('prevention');
  }),

  addPoint: unlocked.prevention.addPoint.handler(async ({ context, input }) => {
    const pointId = await context.database.transaction().execute(async (transaction) => {
      const id = await insertPoint(transaction, input);
      await context.audit(transaction, `check point ${id}`);
      return id;
    });
    context.changed('prevention');
    return { pointId };
  }),

  rewordPoint: unlocked.prevention.rewordPoint.handler(async ({ context, input: { pointId, ...point }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await rewordPoint(transaction, pointId, point))) throw errors.NOT_FOUND();
      await context.audit(transaction, `check point ${pointId}`);
    });
    context.changed('prevention');
  }),

  removePoint: unlocked.prevention.removePoint.handler(async ({ context, input: { pointId }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await deletePoint(transaction, pointId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `check point ${pointId}`);
    });
    context.changed('prevention');
  }),

  hidePoint: unlocked.prevention.hidePoint.handler(async ({ context, input: { pointId, hidden }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await hidePoint(transaction, pointId, hidden))) throw errors.NOT_FOUND();
      await context.audit(transaction, `check point ${pointId}`);
    });
    context.changed('prevention');
  }),

  movePoint: unlocked.prevention.movePoint.handler(async ({ context, input: { pointId, to }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await movePoint(transaction, pointId, to))) throw errors.NOT_FOUND();
      await context.audit(transaction, `check point ${pointId}`);
    });
    context.changed('prevention');
  }),
};
