import { exports as contract } from '../../../../shared/contract/exports.ts';
import { TaskFailure } from '../../offMainThread.ts';
import { proceduresOf } from '../../procedures.ts';
import { subjectOfReading } from '../../rules/auditSubject.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { settle } from '../questionnaires/queries.ts';
import { countRows } from './countRows.ts';
import { cancel, isCancelled, newCounters, progressOf } from './progress.ts';

const { unlocked } = proceduresOf({ exports: contract });

const types = { csv: 'text/csv;charset=utf-8', pdf: 'application/pdf' };

export const exports = {
  make: unlocked.exports.make.handler(async ({ context, input: { request, format }, errors }) => {
    const { core, database, user, practice, timeZone, now } = context;
    if (core.session.exporting) throw errors.BUSY();
    // One whose last day is over has its result from the first time that somebody asks for it.
    if (request.what === 'questionnaires') await settle(database, dayOf(now, timeZone));
    const counters = newCounters();
    // A copy, because the key of the session is wiped when the app locks meanwhile.
    const dataEncryptionKey = context.dataEncryptionKey.slice();
    core.session.exporting = counters;
    try {
      const { folder } = core.session.dataFolder;
      const { resourcesFolder } = core.options;
      const { content, from, lastDay } = await core.offMainThread.run('makeExport', {
        ...{ folder, dataEncryptionKey, request, format, timeZone, now, resourcesFolder, counters },
        language: user.language,
        practiceName: practice.practiceName,
        workerName: user.name,
      });
      // It may have been stopped when it was just finished.
      if (isCancelled(counters)) throw errors.CANCELLED();
      await context.audit(database, `${request.what} ${from} ${lastDay} ${format}`);
      // What was taken out about one person stands with that person too.
      const about = request.what === 'audit' ? subjectOfReading(request.only) : null;
      if (about) await context.audit(database, about);
      const type = types[format];
      return { name: `${request.what}-${from}-${lastDay}.${format}`, type, content: new Blob([content], { type }) };
    } catch (error) {
      // A lock stops what takes long before it lets the windows hand over what is typed.
      if (core.session.isLocking || core.session.unlocked?.database !== database) throw errors.LOCKED();
      if (error instanceof TaskFailure && error.code === 'EXPORT_CANCELLED') throw errors.CANCELLED();
      throw error;
    } finally {
      dataEncryptionKey.fill(0);
      core.session.exporting = null;
    }
  }),

  size: unlocked.exports.size.handler(async ({ context: { database, timeZone }, input: { request } }) => ({
    rows: await countRows(database, request, timeZone),
  })),

  progress: unlocked.exports.progress.handler(({ context: { core } }) =>
    core.session.exporting ? progressOf(core.session.exporting) : null,
  ),

  cancel: unlocked.exports.cancel.handler(({ context: { core } }) => {
    if (core.session.exporting) cancel(core.session.exporting);
  }),
};
