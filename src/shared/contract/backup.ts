import { z } from 'zod';
import { instant, nothing, procedure } from './base.ts';

export const backupFile = z.object({ name: z.string(), madeAt: instant, bytes: z.number().int() });
export type BackupFile = z.infer<typeof backupFile>;

export const backup = {
  list: procedure('manager').output(z.array(backupFile)),
  make: procedure('manager').output(backupFile),
  /** The backups to choose from when the store cannot be opened. */
  recoverable: procedure('recovery').output(z.array(backupFile)),
  /** Puts a backup in the place of the store; the store that stood there is kept beside it. */
  restore: procedure('recovery')
    .input(z.object({ name: z.string().max(120) }))
    .errors({ DAMAGED_BACKUP: { message: 'This backup is not whole; nothing was replaced.' } })
    .output(nothing),
};
