import { unlocked } from '../../procedures.ts';
import { insertPhrase, readPhrases, rewordPhrase } from './queries.ts';

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
    const result = await database
      .deleteFrom('phrase')
      .where('id', '=', phraseId)
      .where('userId', '=', user.id)
      .executeTakeFirst();
    if (result.numDeletedRows === 0n) throw errors.NOT_FOUND();
    context.changed('phrases');
  }),

  setFavourite: unlocked.phrases.setFavourite.handler(async ({ context, input: { phraseId, favourite } }) => {
    const { database, user } = context;
    const row = { userId: user.id, phraseId };
    if (favourite) {
      await database
        .insertInto('favouritePhrase')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else {
      await database
        .deleteFrom('favouritePhrase')
        .where('userId', '=', row.userId)
        .where('phraseId', '=', phraseId)
        .execute();
    }
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
      const result = await transaction
        .deleteFrom('phrase')
        .where('id', '=', phraseId)
        .where('userId', 'is', null)
        .where('startingNl', 'is', null)
        .executeTakeFirst();
      if (result.numDeletedRows === 0n) throw errors.NOT_FOUND();
      await context.audit(transaction, `phrase ${phraseId}`);
    });
    context.changed('phrases');
  }),

  setHidden: unlocked.phrases.setHidden.handler(async ({ context, input: { phraseId, hidden }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      const result = await transaction
        .updateTable('phrase')
        .set({ hidden: hidden ? 1 : 0 })
        .where('id', '=', phraseId)
        .where('userId', 'is', null)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw errors.NOT_FOUND();
      await context.audit(transaction, `phrase ${phraseId}`);
    });
    context.changed('phrases');
  }),

  restore: unlocked.phrases.restore.handler(async ({ context, input: { phraseId }, errors }) => {
    await context.database.transaction().execute(async (transaction) => {
      const result = await transaction
        .updateTable('phrase')
        .set(({ fn, ref }) => ({
          nl: fn.coalesce(ref('startingNl'), ref('nl')),
          en: fn.coalesce(ref('startingEn'), ref('en')),
        }))
        .where('id', '=', phraseId)
        .where('startingNl', 'is not', null)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw errors.NOT_FOUND();
      await context.audit(transaction, `phrase ${phraseId}`);
    });
    context.changed('phrases');
  }),
};
