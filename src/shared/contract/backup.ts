import { z } from 'zod';
import { instant, nothing, procedure } from './base.ts';

export const backupFile = z.object({ name: z.string(), madeAt: instant, bytes: z.number().int() });
export type BackupFile = z.infer<typeof backupFile>;

const chosenBackup = z.object({ name: z.string().max(120) });

/** How far making, checking or putting back is. */
export const backupProgress = z.object({ done: z.number().int(), total: z.number().int() });
export type BackupProgress = z.infer<typeof backupProgress>;

const stopped = { STOPPED: { message: 'It was stopped; nothing was changed.' } };
const damaged = { DAMAGED_BACKUP: { message: 'This backup is not whole; nothing was replaced.' } };

export const backup = {
  list: procedure('manager').output(z.array(backupFile)),
  /** What the desk says about backups: since when there is no good one, null when there is nothing to say. */
  late: procedure('manager').output(z.object({ lastAt: instant.nullable() }).nullable()),
  make: procedure('manager').errors(stopped).output(backupFile),
  /** Reads one through from end to end. */
  check: procedure('manager')
    .input(chosenBackup)
    .errors({ ...stopped, ...damaged })
    .output(nothing),
  remove: procedure('manager').input(chosenBackup).output(nothing),
  /** Null while nothing is done with backups. */
  progress: procedure('manager').output(backupProgress.nullable()),
  cancel: procedure('manager').output(nothing),
  /** The backups to choose from when the store cannot be opened. */
  recoverable: procedure('recovery').output(z.array(backupFile)),
  /** Puts a backup in the place of the store; the store that stood there is kept beside it. */
  restore: procedure('recovery')
    .input(chosenBackup)
    .errors({ ...stopped, ...damaged })
    .output(nothing),
  /** The same two of a backup that is being put back. */
  restoreProgress: procedure('recovery').output(backupProgress.nullable()),
  cancelRestore: procedure('recovery').output(nothing),
};
