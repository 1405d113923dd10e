import { z } from 'zod';
import { backupFile, backupProgress, damagedBackup, foundBackup, stopped } from './backup.ts';
import { id, language, nothing, password, procedure, requiredText } from './base.ts';
import { documentFile } from './documentFile.ts';

/** A recovery key as it is shown: eight groups of four characters. */
export const newRecoveryKey = z.object({
  groups: z.array(z.string()),
  /** Which groups must be typed back, counted from 1. */
  askedGroups: z.array(z.number().int()),
});
export type NewRecoveryKey = z.infer<typeof newRecoveryKey>;

export const setupForm = z.object({ practiceName: requiredText, managerName: requiredText, password, language });
export type SetupForm = z.infer<typeof setupForm>;

/** Why no backup can be put back from a folder. */
export const sourceProblem = z.enum(['absent', 'unreadable', 'noKeys', 'damagedKeys', 'noBackups']);
export type SourceProblem = z.infer<typeof sourceProblem>;

/** A folder elsewhere and what opens the backups in it: a worker's password, or the recovery key without a worker. */
const opening = z.object({
  folder: z.string().trim().min(1).max(1000),
  userId: id.nullable(),
  secret: z.string().max(200),
});
const storeExists = { STORE_EXISTS: { message: 'There already is a store in this folder.' } };
const source = {
  ...storeExists,
  SOURCE: { message: 'There is no backup to put back there.', data: z.object({ problem: sourceProblem }) },
};
const wait = z.object({ waitSeconds: z.number().int().min(0) });
const refused = {
  WRONG_SECRET: { message: 'This does not open the backups.', data: wait },
  TOO_SOON: { message: 'Too many wrong tries.', data: wait },
};

const noPendingKey = { NO_PENDING_KEY: { message: 'There is no recovery key to show; make a new one.' } };

export const setup = {
  create: procedure('open').input(setupForm).errors(storeExists).output(newRecoveryKey),
  /** Lets somebody point at a folder with backups; null when they point at none. */
  chooseFolder: procedure('open')
    .errors(storeExists)
    .output(z.object({ folder: z.string().nullable() })),
  /** The backups in a folder elsewhere, newest first, and whose password may open them. */
  lookForBackups: procedure('open')
    .input(opening.pick({ folder: true }))
    .errors(source)
    .output(z.object({ backups: z.array(backupFile), users: z.array(z.object({ id, name: z.string() })) })),
  /** The same with whether each opens. */
  openBackups: procedure('open')
    .input(opening)
    .errors({ ...source, ...refused, ...stopped })
    .output(z.array(foundBackup)),
  /** Begins with a backup from elsewhere and its keys. */
  restore: procedure('open')
    .input(opening.extend({ name: z.string().max(120) }))
    .errors({
      ...source,
      ...refused,
      ...stopped,
      ...damagedBackup,
      NEWER_BACKUP: { message: 'A newer version of the program made this backup.' },
    })
    .output(nothing),
  restoreProgress: procedure('open').output(backupProgress.nullable()),
  cancelRestore: procedure('open').output(nothing),
  /** The key made last, as long as it was not confirmed in this session. */
  pendingRecoveryKey: procedure('manager').output(newRecoveryKey.nullable()),
  newRecoveryKey: procedure('manager').output(newRecoveryKey),
  recoveryKeyDocument: procedure('manager').errors(noPendingKey).output(documentFile),
  /** Puts the key on the clipboard for a minute; false where the host cannot take it away again. */
  copyRecoveryKey: procedure('manager')
    .errors(noPendingKey)
    .output(z.object({ copied: z.boolean() })),
  confirmRecoveryKey: procedure('manager')
    .input(z.object({ groups: z.array(z.string().max(20)).length(2) }))
    .errors({
      ...noPendingKey,
      WRONG_GROUP: { message: 'A group is not right.', data: z.object({ group: z.number().int() }) },
    })
    .output(nothing),
  loadDemo: procedure('manager').output(nothing),
  removeDemo: procedure('manager').output(nothing),
};
