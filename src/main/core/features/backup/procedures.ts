import { open, unlocked } from '../../procedures.ts';
import { listBackups } from '../../store/backup.ts';
import { problemOf } from '../../store/problem.ts';
import { backUp } from './backUp.ts';

export const backup = {
  list: unlocked.backup.list.handler(({ context: { core } }) => listBackups(core.session.dataFolder)),

  make: unlocked.backup.make.handler(async ({ context }) => {
    const made = await backUp(context.core, context, context.now, '');
    await context.audit(context.database, made.name);
    return made;
  }),

  recoverable: open.backup.recoverable.handler(({ context: { core } }) => listBackups(core.session.dataFolder)),

  restore: open.backup.restore.handler(async ({ context: { core }, input, errors }) => {
    const { session, options, offMainThread } = core;
    const dataEncryptionKey = session.blocked?.dataEncryptionKey;
    if (!dataEncryptionKey) throw errors.FORBIDDEN();
    if (!listBackups(session.dataFolder).some(({ name }) => name === input.name)) throw errors.NOT_FOUND();
    const folder = options.dataFolder;
    const restoring = { folder, dataEncryptionKey, now: options.clock(), name: input.name };
    await offMainThread.run('restoreBackup', restoring).catch((error) => {
      throw problemOf(error).problem === 'damagedStore' ? errors.DAMAGED_BACKUP() : error;
    });
    session.restoredBackup = input.name;
    session.start();
    session.tellState();
  }),
};
