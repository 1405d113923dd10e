import { type Draft, draft as draftSchema } from '../../../../shared/contract/contacts.ts';
import { unlocked } from '../../procedures.ts';
import { dayOf, rangeOfDay } from '../../rules/practiceTime.ts';
import { callerFor } from '../callers/callerFor.ts';
import { asBadNumber } from '../callers/procedures.ts';
import { daysToComplete } from '../incidents/procedures.ts';
import { countOwn, deleteDraft, insertContact, readDrafts, writeDraft } from './queries.ts';

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
        const callerId = await callerFor(transaction, input, input.id, now);
        const contactId = await insertContact(transaction, input, callerId, user.id, now);
        await context.audit(transaction, `contact ${contactId}`);
        return { contactId, callerId };
      })
      .catch((error) => Promise.reject(asBadNumber(error)));
    context.changed('contacts', 'callers', 'agreements', 'review');
    return saved;
  }),

  today: unlocked.contacts.today.handler(({ context: { database, now, timeZone, user } }) => {
    const today = rangeOfDay(dayOf(now, timeZone), timeZone);
    return countOwn(database, user.id, today, now - daysToComplete * 86_400_000);
  }),
};
