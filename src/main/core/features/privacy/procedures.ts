import { privacy as contract } from '../../../../shared/contract/privacy.ts';
import { proceduresOf } from '../../procedures.ts';
import { accessProcedures } from './accessProcedures.ts';
import { readRuns } from './erasing.ts';
import { rectificationProcedures } from './rectificationProcedures.ts';
import { requestProcedures } from './requestProcedures.ts';
import { restrictionProcedures } from './restrictionProcedures.ts';
import { eraseNow, lookWhatGoes } from './runs.ts';
import { chooseTerm, readAutomatic, readTerms, writeAutomatic } from './terms.ts';
import { readLastTrial, writeLastTrial } from './trial.ts';

const { unlocked } = proceduresOf({ privacy: contract });

export const privacy = {
  ...requestProcedures,
  ...accessProcedures,
  ...restrictionProcedures,
  ...rectificationProcedures,

  retention: unlocked.privacy.retention.handler(async ({ context: { database } }) => ({
    terms: await readTerms(database),
    automatic: await readAutomatic(database),
    runs: await readRuns(database),
  })),

  setTerm: unlocked.privacy.setTerm.handler(async ({ context, input }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      await chooseTerm(transaction, { ...input, setBy: user.id, setAt: now });
      await context.audit(transaction, `${input.kind} ${input.months}`);
    });
    context.changed('privacy', 'distress');
  }),

  setAutomatic: unlocked.privacy.setAutomatic.handler(async ({ context, input: { on } }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      await writeAutomatic(transaction, on, user.id, now);
      const last = await readLastTrial(transaction);
      if (last) await writeLastTrial(transaction, { ...last, waits: false });
      await context.audit(transaction, on ? 'on' : 'off');
    });
    context.changed('privacy');
  }),

  tryErasing: unlocked.privacy.tryErasing.handler(async ({ context, errors }) => {
    const { core, now } = context;
    if (core.session.workUnderWay.has('erasure') || !core.session.unlocked) throw errors.BUSY();
    const trial = await lookWhatGoes(core, core.session.unlocked, now);
    if (!trial) throw errors.CANCELLED();
    return trial;
  }),

  eraseOverTerm: unlocked.privacy.eraseOverTerm.handler(async ({ context, errors }) => {
    const { core, database, now } = context;
    if (core.session.workUnderWay.has('erasure') || !core.session.unlocked) throw errors.BUSY();
    const [run] = await readRuns(database, await eraseNow(core, core.session.unlocked, now, true));
    if (!run) throw errors.NOT_FOUND();
    return run;
  }),

  progress: unlocked.privacy.progress.handler(({ context: { core } }) => core.session.workUnderWay.progress('erasure')),
  cancel: unlocked.privacy.cancel.handler(({ context: { core } }) => core.session.workUnderWay.stop('erasure')),
};
