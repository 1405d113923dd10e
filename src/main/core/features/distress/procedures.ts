import { unlocked } from '../../procedures.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { concernProcedures } from './concerns.ts';
import { directoryProcedures } from './directory.ts';
import { readRetention, writeRetention } from './retention.ts';
import { sentenceProcedures } from './sentences.ts';
import { sharingProcedures } from './sharing.ts';
import { readTriage, writeTriage } from './triage.ts';

export const distress = {
  ...directoryProcedures,
  ...concernProcedures,
  ...sharingProcedures,
  ...sentenceProcedures,

  triage: unlocked.distress.triage.handler(({ context }) => readTriage(context.database)),

  updateTriage: unlocked.distress.updateTriage.handler(async ({ context, input }) => {
    await context.database.transaction().execute(async (transaction) => {
      await writeTriage(transaction, input);
      await context.audit(transaction, 'triage text');
    });
    context.changed('distress');
  }),

  retention: unlocked.distress.retention.handler(({ context }) => readRetention(context.database)),

  updateRetention: unlocked.distress.updateRetention.handler(async ({ context, input }) => {
    const { database, now, timeZone } = context;
    await database.transaction().execute(async (transaction) => {
      await writeRetention(transaction, { ...input, chosenOn: dayOf(now, timeZone) });
      await context.audit(transaction, 'concern retention');
    });
    context.changed('distress');
  }),
};
