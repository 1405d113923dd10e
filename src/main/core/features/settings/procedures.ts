import { settings as contract } from '../../../../shared/contract/settings.ts';
import { proceduresOf } from '../../procedures.ts';
import { isTimeZone } from '../../rules/practiceTime.ts';
import { recallIncidents } from '../callers/standingOut.ts';
import { writeHouseRules, writePractice } from './queries.ts';

const { unlocked } = proceduresOf({ settings: contract });

export const settings = {
  get: unlocked.settings.get.handler(({ context: { practice, houseRules } }) => ({ practice, houseRules })),

  updatePractice: unlocked.settings.updatePractice.handler(async ({ context, input, errors }) => {
    const { core, database } = context;
    if (!isTimeZone(input.timeZone)) throw errors.FIELD({ data: { field: 'timeZone', problem: 'unknownTimeZone' } });
    await database.transaction().execute(async (transaction) => {
      await writePractice(transaction, input);
      await context.audit(transaction, 'practice');
    });
    if (core.session.unlocked) core.session.unlocked.practice = input;
    context.changed('settings');
    core.session.tellState();
  }),

  updateHouseRules: unlocked.settings.updateHouseRules.handler(async ({ context, input }) => {
    const { core, database, now } = context;
    await database.transaction().execute(async (transaction) => {
      await writeHouseRules(transaction, input);
      await recallIncidents({ database: transaction, now, colleagueHours: input.colleagueHours });
      await context.audit(transaction, 'house rules');
    });
    if (core.session.unlocked) core.session.unlocked.houseRules = input;
    context.changed('settings', 'aftercare', 'agreements', 'breaks', 'callers', 'measures');
  }),
};
