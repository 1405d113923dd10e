import { audit as contract } from '../../../../shared/contract/audit.ts';
import { proceduresOf } from '../../procedures.ts';
import { isStopped } from '../../progress.ts';
import { subjectOfCheck, subjectOfReading } from '../../rules/auditSubject.ts';
import { rangeOfDay } from '../../rules/practiceTime.ts';
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
    const { workUnderWay } = session;
    if (workUnderWay.has('logCheck')) throw errors.BUSY();
    const { folder } = session.dataFolder;
    const earlier = session.keys.file?.earlier ?? [];
    try {
      const verdict = await workUnderWay.runWithKey(
        'logCheck',
        context.dataEncryptionKey,
        (dataEncryptionKey, counters) =>
          offMainThread.run('verifyLog', { folder, dataEncryptionKey, earlier, counters }),
      );
      await context.audit(context.database, subjectOfCheck(verdict));
      context.changed('review');
      return verdict;
    } catch (error) {
      if (session.unlocked?.database !== context.database) throw errors.LOCKED();
      if (isStopped(error)) throw errors.CANCELLED();
      throw error;
    }
  }),

  progress: unlocked.audit.progress.handler(({ context: { core } }) => core.session.workUnderWay.progress('logCheck')),
  cancel: unlocked.audit.cancel.handler(({ context: { core } }) => core.session.workUnderWay.stop('logCheck')),
};
