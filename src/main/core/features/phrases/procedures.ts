import { unlocked } from '../../procedures.ts';

export const phrases = {
  list: unlocked.phrases.list.handler(({ context: { database }, input }) =>
    database
      .selectFrom('phrase')
      .select(['id', 'kind', 'text'])
      .where('language', '=', input.language)
      .orderBy('id')
      .execute(),
  ),
};
