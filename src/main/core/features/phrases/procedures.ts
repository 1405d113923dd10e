import { phrases as contract } from '../../../../shared/contract/phrases.ts';
import { proceduresOf } from '../../procedures.ts';
import {
  insertPhrase,
  markFavourite,
  readPhrases,
  removeOwnPhrase,
  removePracticePhrase,
  restoreStartingWords,
  rewordPhrase,
  setPhraseHidden,
  unmarkFavourite,
} from './queries.ts';

const { unlocked } = proceduresOf({ phrases: contract });

export const phrases = {
  list: unlocked.phrases.list.handler(({ context: { database, user } }) => readPhrases(database, user)),

  saveOwn: unlocked.phrases.saveOwn.handler(async ({ context, input: { phraseId, words }, errors }) => {
    const { database, user } = context;
    if (phraseId !== null && !(await rewordPhrase(database, phraseId, user.id, words))) throw errors.NOT_FOUND();
    const id = phraseId ?? (await insertPhrase(database, user.id, words));
    context.changed('phrases');
    return { phraseId: id };
  }),

  removeOwn: unlocked.phrases.removeOwn.handler(async ({ context, input: { phraseId }, errors }) => {
    const { database, user } = context;
    if (!(await removeOwnPhrase(database, phraseId, user.id))) throw errors.NOT_FOUND();
    context.changed('phrases');
  }),

  setFavourite: unlocked.phrases.setFavourite.handler(async ({ context, input: { phraseId, favourite } }) => {
    const { database, user } = context;
    await (favourite ? markFavourite : unmarkFavourite)(database, phraseId, user.id);
    context.changed('phrases');
  }),

  saveForPractice: unlocked.phrases.saveForPractice.handler(async ({ context, input: { phraseId, words }, errors }) => {
    const saved = await context.database.transaction().execute(async (transaction) => {
      if (phraseId !== null && !(await rewordPhrase(transaction, phraseId, null, words))) throw errors.NOT_FOUND();
      const id = phraseId ?? (await insertPhrase(transaction, null, words));
      await context.audit(transaction, `phrase ${id}`);
      return id;
    });
    context.changed('phrases');
    return { phraseId: saved };
  }),

  removeFromPractice: unlocked.phrases.removeFromPractice.handler(async ({ context, input: { phraseId }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await removePracticePhrase(transaction, phraseId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `phrase ${phraseId}`);
    });
    context.changed('phrases');
  }),

  setHidden: unlocked.phrases.setHidden.handler(async ({ context, input: { phraseId, hidden }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await setPhraseHidden(transaction, phraseId, hidden))) throw errors.NOT_FOUND();
      await context.audit(transaction, `phrase ${phraseId}`);
    });
    context.changed('phrases');
  }),

  restore: unlocked.phrases.restore.handler(async ({ context, input: { phraseId }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      if (!(await restoreStartingWords(transaction, phraseId))) throw errors.NOT_FOUND();
      await context.audit(transaction, `phrase ${phraseId}`);
    });
    context.changed('phrases');
  }),
};
