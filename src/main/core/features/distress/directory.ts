import type { Kysely } from 'kysely';
import { language } from '../../../../shared/contract/base.ts';
import type { DirectoryEntry } from '../../../../shared/contract/distress.ts';
import { unlocked } from '../../procedures.ts';
import { directoryCheck, isRemovable } from '../../rules/directoryCheck.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { leaveOnCards, renameOnCards } from './ownGp.ts';

function findEntry(database: Kysely<Schema>, id: number) {
  return database.selectFrom('directoryEntry').selectAll().where('id', '=', id).executeTakeFirst();
}

async function newestService(database: Kysely<Schema>): Promise<number> {
  const { newest } = await database
    .selectFrom('directoryEntry')
    .select(({ fn }) => fn.max('service').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

/** Whoever fills in a number has made sure of it; without a number there is nothing to be sure of. */
const checkedWith = (number: string, today: string) =>
  number === '' ? ({ checkedOn: null, verified: 0 } as const) : ({ checkedOn: today, verified: 1 } as const);

/** The practice's own telephone list: the numbers that the crisis script and the guide for lonely callers point to. */
export const directoryProcedures = {
  directory: unlocked.distress.directory.handler(async ({ context: { database, user, now, timeZone } }) => {
    const rows = await database
      .selectFrom('directoryEntry')
      .selectAll()
      .where('language', '=', user.language)
      .orderBy('id')
      .execute();
    const today = dayOf(now, timeZone);
    return rows.map(({ language: _language, service: _service, ...row }): DirectoryEntry => {
      const entry = { ...row, verified: row.verified === 1 };
      return { ...entry, check: directoryCheck(entry, today), removable: isRemovable(entry.kind) };
    });
  }),

  addDirectoryEntry: unlocked.distress.addDirectoryEntry.handler(async ({ context, input }) => {
    const { database, now, timeZone } = context;
    await database.transaction().execute(async (transaction) => {
      const service = (await newestService(transaction)) + 1;
      await transaction
        .insertInto('directoryEntry')
        .values(
          language.options.map((one) => ({
            ...input,
            ...checkedWith(input.number, dayOf(now, timeZone)),
            language: one,
            service,
          })),
        )
        .execute();
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
      await transaction
        .updateTable('directoryEntry')
        .set({ name: input.name, reach: input.reach })
        .where('id', '=', input.id)
        .execute();
      // A practitioner has one name in every language, and cards go along with it.
      if (entry.kind === 'gp') {
        await transaction
          .updateTable('directoryEntry')
          .set({ name: input.name })
          .where('service', '=', entry.service)
          .execute();
        await renameOnCards(transaction, entry.name, input.name);
      }
      // The same service in the other language has the same number.
      await transaction
        .updateTable('directoryEntry')
        .set({ number: input.number, ...checkedWith(input.number, dayOf(now, timeZone)) })
        .where('service', '=', entry.service)
        .execute();
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
      await transaction
        .updateTable('directoryEntry')
        .set({ checkedOn: dayOf(now, timeZone), verified: 1 })
        .where('service', '=', entry.service)
        .execute();
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
      await transaction.deleteFrom('directoryEntry').where('service', '=', entry.service).execute();
      await context.audit(transaction, `directory entry ${input.id}`);
    });
    context.changed('distress', 'callers');
  }),
};
