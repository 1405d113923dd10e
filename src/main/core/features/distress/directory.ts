import { distress as contract } from '../../../../shared/contract/distress.ts';
import { proceduresOf } from '../../procedures.ts';
import { directoryCheck, isRemovable } from '../../rules/directoryCheck.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import {
  findEntry,
  insertService,
  readEntries,
  removeService,
  renameEntry,
  updateService,
} from './directoryQueries.ts';
import { leaveOnCards, renameOnCards } from './ownGp.ts';

const { unlocked } = proceduresOf({ distress: contract });

/** Whoever fills in a number has made sure of it; without a number there is nothing to be sure of. */
const checkedWith = (number: string, today: string) =>
  number === '' ? ({ checkedOn: null, verified: 0 } as const) : ({ checkedOn: today, verified: 1 } as const);

/** The practice's own telephone list: the numbers that the crisis script and the guide for lonely callers point to. */
export const directoryProcedures = {
  directory: unlocked.distress.directory.handler(async ({ context: { database, user, now, timeZone } }) => {
    const today = dayOf(now, timeZone);
    return (await readEntries(database, user.language)).map((entry) => ({
      ...entry,
      ...{ check: directoryCheck(entry, today), removable: isRemovable(entry.kind) },
    }));
  }),

  addDirectoryEntry: unlocked.distress.addDirectoryEntry.handler(async ({ context, input }) => {
    const { database, now, timeZone } = context;
    await database.transaction().execute(async (transaction) => {
      const checked = checkedWith(input.number, dayOf(now, timeZone));
      const service = await insertService(transaction, { ...input, ...checked });
      await context.audit(transaction, `directory service ${service}`);
    });
    context.changed('distress', 'callers');
  }),

  updateDirectoryEntry: unlocked.distress.updateDirectoryEntry.handler(async ({ context, input, errors }) => {
    const { database, timeZone, now } = context;
    const entry = await findEntry(database, input.id);
    if (!entry) throw errors.NOT_FOUND();
    // Emergencies always get through: their number is nobody's to change.
    if (entry.kind === 'emergency' && input.number !== entry.number)
      throw errors.FIELD({ data: { field: 'number', problem: 'emergencyNumberStays' } });
    await database.transaction().execute(async (transaction) => {
      await renameEntry(transaction, input.id, { name: input.name, reach: input.reach });
      // A practitioner has one name in every language, and cards go along with it.
      if (entry.kind === 'gp') {
        await updateService(transaction, entry.service, { name: input.name });
        await renameOnCards(transaction, entry.name, input.name);
      }
      const checked = checkedWith(input.number, dayOf(now, timeZone));
      await updateService(transaction, entry.service, { number: input.number, ...checked });
      await context.audit(transaction, `directory entry ${input.id}`);
    });
    context.changed('distress', 'callers');
  }),

  markDirectoryEntryChecked: unlocked.distress.markDirectoryEntryChecked.handler(async ({ context, input, errors }) => {
    const { database, timeZone, now } = context;
    const entry = await findEntry(database, input.id);
    if (!entry) throw errors.NOT_FOUND();
    if (entry.number === '') throw errors.FIELD({ data: { field: 'number', problem: 'missing' } });
    await database.transaction().execute(async (transaction) => {
      await updateService(transaction, entry.service, { checkedOn: dayOf(now, timeZone), verified: 1 });
      await context.audit(transaction, `directory entry ${input.id}`);
    });
    context.changed('distress', 'callers');
  }),

  removeDirectoryEntry: unlocked.distress.removeDirectoryEntry.handler(async ({ context, input, errors }) => {
    const { database } = context;
    const entry = await findEntry(database, input.id);
    if (!entry) throw errors.NOT_FOUND();
    if (!isRemovable(entry.kind)) throw errors.FORBIDDEN();
    await database.transaction().execute(async (transaction) => {
      if (entry.kind === 'gp') await leaveOnCards(transaction, entry.name, entry.number);
      await removeService(transaction, entry.service);
      await context.audit(transaction, `directory entry ${input.id}`);
    });
    context.changed('distress', 'callers');
  }),
};
