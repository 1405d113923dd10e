import { audit as contract } from '../../../../shared/contract/audit.ts';
import { TaskFailure } from '../../offMainThread.ts';
import { proceduresOf } from '../../procedures.ts';
import { subjectOfCheck, subjectOfReading } from '../../rules/auditSubject.ts';
import { rangeOfDay } from '../../rules/practiceTime.ts';
import { cancel, newCounters, progressOf } from '../exports/progress.ts';
import { narrowingOf } from './narrowing.ts';
import { readEntries } from './queries.ts';

const { unlocked } = proceduresOf({ audit: contract });

export const audit = {
  list: unlocked.audit.list.handler(async ({ context, input: { limit, before, only } }) => {
    const { database, timeZone, logReading } = context;
    const { from, lastDay } = only;
    const narrowing = narrowingOf(only, {
      from: from === undefined ? from : rangeOfDay(from, timeZone).from,
      until: lastDay === undefined ? lastDay : rangeOfDay(lastDay, timeZone).until,
    });
    const entries = await readEntries(database, narrowing, limit, before);
    const reading = JSON.stringify(only);
    // Turning a page is no other look, but for a page of what was never opened.
    if (before === null || logReading.last !== reading) await context.auditSeen(subjectOfReading(only));
    logReading.last = reading;
    return entries;
  }),

  verify: unlocked.audit.verify.handler(async ({ context, errors }) => {
    const { session, offMainThread } = context.core;
    if (session.verifying) throw errors.BUSY();
    const counters = newCounters();
    // A copy, because the key of the session is wiped when the app locks meanwhile.
    const dataEncryptionKey = context.dataEncryptionKey.slice();
    session.verifying = counters;
    try {
      const { folder } = session.dataFolder;
      const earlier = session.keys.file?.earlier ?? [];
      const verdict = await offMainThread.run('verifyLog', { folder, dataEncryptionKey, earlier, counters });
      await context.audit(context.database, subjectOfCheck(verdict));
      context.changed('review');
      return verdict;
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
