import { trainings as contract } from '../../../../shared/contract/trainings.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import {
  countDue,
  deleteRecord,
  insertRecords,
  insertTraining,
  readOwn,
  readRegister,
  updateTraining,
} from './queries.ts';

const { unlocked } = proceduresOf({ trainings: contract });

export const trainings = {
  register: unlocked.trainings.register.handler(async ({ context: { database, now, timeZone } }) => {
    const register = await readRegister(database, dayOf(now, timeZone));
    return { trainings: register, due: countDue(register) };
  }),

  add: unlocked.trainings.add.handler(async ({ context, input }) => {
    const trainingId = await context.database.transaction().execute(async (transaction) => {
      const id = await insertTraining(transaction, input);
      await context.audit(transaction, `training ${id}`);
      return id;
    });
    context.changed('trainings');
    return { trainingId };
  }),

  update: unlocked.trainings.update.handler(async ({ context, input, errors }) => {
    const { trainingId, details, retired } = input;
    await context.database.transaction().execute(async (transaction) => {
      if (!(await updateTraining(transaction, trainingId, details, retired))) throw errors.NOT_FOUND();
      await context.audit(transaction, `training ${trainingId}`);
    });
    context.changed('trainings');
  }),

  record: unlocked.trainings.record.handler(async ({ context, input, errors }) => {
    const { database, user, now, timeZone } = context;
    if (input.doneOn > dayOf(now, timeZone)) throw errors.FIELD({ data: { field: 'doneOn', problem: 'inFuture' } });
    if (input.renewBy !== null && input.renewBy <= input.doneOn) {
      throw errors.FIELD({ data: { field: 'renewBy', problem: 'tooEarly' } });
    }
    await database.transaction().execute(async (transaction) => {
      if (!(await insertRecords(transaction, input, user.id, now))) throw errors.NOT_FOUND();
      await context.audit(transaction, `training ${input.trainingId}`);
    });
    context.changed('trainings');
  }),

  removeRecord: unlocked.trainings.removeRecord.handler(async ({ context, input, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await deleteRecord(transaction, input.recordId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `training record ${input.recordId}`);
    });
    context.changed('trainings');
  }),

  own: unlocked.trainings.own.handler(({ context: { database, user, now, timeZone } }) =>
    readOwn(database, user.id, dayOf(now, timeZone)),
  ),
};
