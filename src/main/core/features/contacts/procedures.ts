import { contacts as contract, type Draft, draft as draftSchema } from '../../../../shared/contract/contacts.ts';
import { proceduresOf } from '../../procedures.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import { callerFor } from '../callers/callerFor.ts';
import { asBadNumber } from '../callers/procedures.ts';
import { insertHandOver } from '../handOvers/queries.ts';
import { daysToComplete } from '../incidents/procedures.ts';
import { link, readOwnDay, unlink } from './ownDay.ts';
import { countOwn, deleteDraft, insertContact, readDrafts, savedBefore, writeDraft } from './queries.ts';

const { unlocked } = proceduresOf({ contacts: contract });

/** What shows whom a contact or incident was with. */
const linkChanges = ['contacts', 'incidents', 'callers', 'agreements', 'handOvers', 'review'] as const;

export const contacts = {
  drafts: unlocked.contacts.drafts.handler(async ({ context: { database, user } }) => {
    const rows = await readDrafts(database, user.id);
    return rows.map((row): Draft => draftSchema.parse(JSON.parse(row.content)));
  }),

  saveDraft: unlocked.contacts.saveDraft.handler(async ({ context: { database, user, now }, input, errors }) => {
    if (!(await writeDraft(database, input, user.id, now))) throw errors.FORBIDDEN();
  }),

  discardDraft: unlocked.contacts.discardDraft.handler(async ({ context: { database, user, changed }, input }) => {
    await deleteDraft(database, input.draftId, user.id);
    changed('contacts');
  }),

  save: unlocked.contacts.save.handler(async ({ context, input }) => {
    const { database, now, user } = context;
    const saved = await database
      .transaction()
      .execute(async (transaction) => {
        const before = await savedBefore(transaction, input.id, user.id);
        if (before) return before;
        const callerId = await callerFor(transaction, input, input.id, now);
        const contactId = await insertContact(transaction, input, callerId, user.id, now);
        if (input.handOver) {
          await insertHandOver(transaction, input.handOver, { contactId, callerId }, user.id, now);
        }
        await context.audit(transaction, `contact ${contactId}`);
        return { contactId, callerId };
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('contacts', 'callers', 'agreements', 'handOvers', 'review');
    return saved;
  }),

  today: unlocked.contacts.today.handler(({ context: { database, now, timeZone, user } }) => {
    const today = rangeOfDay(dayOf(now, timeZone), timeZone);
    return countOwn(database, user.id, today, now - daysToComplete * 86_400_000);
  }),

  ownDay: unlocked.contacts.ownDay.handler(({ context: { database, now, timeZone, user } }) =>
    readOwnDay(database, user.id, rangeOfDay(dayOf(now, timeZone), timeZone)),
  ),

  link: unlocked.contacts.link.handler(async ({ context, input: { work, callerId }, errors }) => {
    const { database, user, now } = context;
    await database.transaction().execute(async (transaction) => {
      if (!(await link(transaction, work, callerId, { userId: user.id, now }))) throw errors.NOT_FOUND();
      await context.audit(transaction, `${work.kind} ${work.id}`);
    });
    context.changed(...linkChanges);
  }),

  unlink: unlocked.contacts.unlink.handler(async ({ context, input: { work }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await unlink(transaction, work, { userId: context.user.id, now: context.now }))) throw errors.NOT_FOUND();
      await context.audit(transaction, `${work.kind} ${work.id}`);
    });
    context.changed(...linkChanges);
  }),
};
