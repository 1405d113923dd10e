import { unlocked } from '../../procedures.ts';

export const unfinished = {
  get: unlocked.unfinished.get.handler(async ({ context: { database, user }, input: { form } }) => {
    const found = await database
      .selectFrom('unfinished')
      .select('content')
      .where('userId', '=', user.id)
      .where('form', '=', form)
      .executeTakeFirst();
    return { content: found?.content ?? null };
  }),

  keep: unlocked.unfinished.keep.handler(async ({ context: { database, user, now }, input }) => {
    const { form, content, callerId } = input;
    await database
      .insertInto('unfinished')
      .values({ userId: user.id, form, callerId, content, keptAt: now })
      .onConflict((conflict) => conflict.columns(['userId', 'form']).doUpdateSet({ callerId, content, keptAt: now }))
      .execute();
  }),

  drop: unlocked.unfinished.drop.handler(async ({ context: { database, user }, input: { form } }) => {
    await database.deleteFrom('unfinished').where('userId', '=', user.id).where('form', '=', form).execute();
  }),
};
