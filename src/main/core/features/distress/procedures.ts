import { distress as contract } from '../../../../shared/contract/distress.ts';
import { proceduresOf } from '../../procedures.ts';
import { concernProcedures } from './concerns.ts';
import { directoryProcedures } from './directory.ts';
import { sentenceProcedures } from './sentences.ts';
import { sharingProcedures } from './sharing.ts';
import { readTriage, writeTriage } from './triage.ts';

const { unlocked } = proceduresOf({ distress: contract });

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
};
