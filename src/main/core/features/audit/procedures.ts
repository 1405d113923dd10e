import { TaskFailure } from '../../offMainThread.ts';
import { unlocked } from '../../procedures.ts';
import { cancel, newCounters, progressOf } from '../exports/progress.ts';
import { readEntries } from './queries.ts';

export const audit = {
  list: unlocked.audit.list.handler(({ context: { database }, input: { limit, before } }) =>
    readEntries(database, limit, before),
  ),

  verify: unlocked.audit.verify.handler(async ({ context, errors }) => {
    const { session, offMainThread } = context.core;
    if (session.verifying) throw errors.BUSY();
    const counters = newCounters();
    // A copy, because the key of the session is wiped when the app locks meanwhile.
    const dataEncryptionKey = context.dataEncryptionKey.slice();
    session.verifying = counters;
    try {
      const { folder } = session.dataFolder;
      return await offMainThread.run('verifyLog', { folder, dataEncryptionKey, counters });
    } catch (error) {
      if (session.unlocked?.database !== context.database) throw errors.LOCKED();
      if (error instanceof TaskFailure && error.code === 'VERIFYING_STOPPED') throw errors.CANCELLED();
      throw error;
    } finally {
      dataEncryptionKey.fill(0);
      session.verifying = null;
    }
  }),

  progress: unlocked.audit.progress.handler(({ context: { core } }) =>
    core.session.verifying ? progressOf(core.session.verifying) : null,
  ),

  cancel: unlocked.audit.cancel.handler(({ context: { core } }) => {
    if (core.session.verifying) cancel(core.session.verifying);
  }),
};
