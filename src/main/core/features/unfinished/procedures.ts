import { unfinished as contract } from '../../../../shared/contract/unfinished.ts';
import { proceduresOf } from '../../procedures.ts';
import { readUnfinished, removeUnfinished, writeUnfinished } from './queries.ts';

const { unlocked } = proceduresOf({ unfinished: contract });

export const unfinished = {
  get: unlocked.unfinished.get.handler(async ({ context: { database, user }, input: { form } }) => ({
    content: await readUnfinished(database, user.id, form),
  })),

  keep: unlocked.unfinished.keep.handler(({ context: { database, user, now }, input: { form, content, callerId } }) =>
    writeUnfinished(database, { userId: user.id, form, callerId, content, keptAt: now }),
  ),

  drop: unlocked.unfinished.drop.handler(({ context: { database, user }, input: { form } }) =>
    removeUnfinished(database, user.id, form),
  ),
};
