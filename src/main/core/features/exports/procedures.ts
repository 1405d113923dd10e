import { exports as contract } from '../../../../shared/contract/exports.ts';
import { proceduresOf } from '../../procedures.ts';
import { isCancelled, isStopped, Stopped } from '../../progress.ts';
import { subjectOfReading } from '../../rules/auditSubject.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import { settle } from '../questionnaires/queries.ts';
import { countRows } from './countRows.ts';

const { unlocked } = proceduresOf({ exports: contract });

const types = { csv: 'text/csv;charset=utf-8', pdf: 'application/pdf' };

export const exports = {
  make: unlocked.exports.make.handler(async ({ context, input: { request, format }, errors }) => {
    const { core, database, user, practice, timeZone, now } = context;
    const { workUnderWay, dataFolder } = core.session;
    if (workUnderWay.has('export')) throw errors.BUSY();
    // One whose last day is over has its result from the first time that somebody asks for it.
    if (request.what === 'questionnaires') await settle(database, dayOf(now, timeZone));
    const making = workUnderWay.runWithKey('export', context.dataEncryptionKey, async (dataEncryptionKey, counters) => {
      const { folder } = dataFolder;
      const { resourcesFolder } = core.options;
      const made = await core.offMainThread.run('makeExport', {
        ...{ folder, dataEncryptionKey, request, format, timeZone, now, resourcesFolder, counters },
        language: user.language,
        practiceName: practice.practiceName,
        workerName: user.name,
      });
      // It may have been stopped when it was just finished.
      if (isCancelled(counters)) throw new Stopped();
      return made;
    });
    try {
      const { content, from, lastDay } = await making;
      await context.audit(database, `${request.what} ${from} ${lastDay} ${format}`);
      // What was taken out about one person stands with that person too.
      const about = request.what === 'audit' ? subjectOfReading(request.only) : null;
      if (about) await context.audit(database, about);
      const type = types[format];
      return { name: `${request.what}-${from}-${lastDay}.${format}`, type, content: new Blob([content], { type }) };
    } catch (error) {
      // A lock stops what takes long before it lets the windows hand over what is typed.
      if (core.session.isLocking || core.session.unlocked?.database !== database) throw errors.LOCKED();
      if (isStopped(error)) throw errors.CANCELLED();
      throw error;
    }
  }),

  size: unlocked.exports.size.handler(async ({ context: { database, timeZone }, input: { request } }) => ({
    rows: await countRows(database, request, timeZone),
  })),

  progress: unlocked.exports.progress.handler(({ context: { core } }) => core.session.workUnderWay.progress('export')),
  cancel: unlocked.exports.cancel.handler(({ context: { core } }) => core.session.workUnderWay.stop('export')),
};
