import { z } from 'zod';
import { instant, nothing, procedure } from './base.ts';

export const backupFile = z.object({ name: z.string(), madeAt: instant, bytes: z.number().int() });
export type BackupFile = z.infer<typeof backupFile>;

/** When a backup was read from end to end, and whether it was whole. */
export const backupCheck = z.object({ at: instant, isWhole: z.boolean() });
export type BackupCheck = z.infer<typeof backupCheck>;

/** The check that was last; null when nobody knows of one. */
const listedBackup = backupFile.extend({ lastCheck: backupCheck.nullable() });
export type ListedBackup = z.infer<typeof listedBackup>;

/** Whether the keys of now open a backup; a newer version of the program may have made it. */
const opensAs = z.enum(['yes', 'newer', 'no']);
export type OpensAs = z.infer<typeof opensAs>;
export const foundBackup = backupFile.extend({ opens: opensAs });
export type FoundBackup = z.infer<typeof foundBackup>;

/** What was noted since, and is not in another store. */
export const noted = z.object({ contacts: z.number().int(), incidents: z.number().int() });
export type Noted = z.infer<typeof noted>;

/** Null where the store that stands there cannot be read. */
export const recoverableBackup = listedBackup.extend({ opens: opensAs, lost: noted.nullable() });
export type RecoverableBackup = z.infer<typeof recoverableBackup>;

/** A store that was put aside when something else took its place. */
export const keptAside = z.object({ name: z.string(), asideAt: instant, bytes: z.number().int() });
export type KeptAside = z.infer<typeof keptAside>;

const chosenBackup = z.object({ name: z.string().max(120) });

/** How far making, checking or putting back is. */
export const backupProgress = z.object({ done: z.number().int(), total: z.number().int() });
export type BackupProgress = z.infer<typeof backupProgress>;

/** Why the newest backup is not in the second place. */
export const secondPlaceProblem = z.enum([
  'absent',
  'full',
  'unwritable',
  'otherPractice',
  'notWhole',
  'stopped',
  'failed',
]);
export type SecondPlaceProblem = z.infer<typeof secondPlaceProblem>;

/** A folder elsewhere, such as on a stick, that every good backup is copied to. */
export const secondPlace = z.object({
  folder: z.string(),
  copiedAt: instant.nullable(),
  triedAt: instant,
  problem: secondPlaceProblem.nullable(),
  /** Older ones go there, because somebody was erased since. */
  notBefore: instant.nullable(),
});
export type SecondPlace = z.infer<typeof secondPlace>;

export const stopped = { STOPPED: { message: 'It was stopped; nothing was changed.' } };
const noManager = { NO_MANAGER: { message: 'Nobody who has a password now is a manager in it.' } };
/** Whoever confirms says how many contacts and incidents are lost; more may have come meanwhile. */
const loss = { LOST_MORE: { message: 'Something was noted meanwhile.', data: noted } };
const confirmedLoss = chosenBackup.extend({ lost: z.number().int().min(0) });
export const damagedBackup = { DAMAGED_BACKUP: { message: 'This backup is not whole; nothing was replaced.' } };

export const backup = {
  list: procedure('manager').output(z.array(listedBackup)),
  /** What the desk says about backups: since when there is no good one, null when there is nothing to say. */
  late: procedure('manager').output(z.object({ lastAt: instant.nullable() }).nullable()),
  make: procedure('manager').errors(stopped).output(backupFile),
  /** Reads one through from end to end. */
  check: procedure('manager')
    .input(chosenBackup)
    .errors({ ...stopped, ...damagedBackup })
    .output(nothing),
  remove: procedure('manager').input(chosenBackup).output(nothing),
  /** The stores that were put aside, newest first. */
  aside: procedure('manager').output(z.array(keptAside)),
  /** What was noted since a backup was made, or since a store was put aside. */
  lost: procedure('manager').input(chosenBackup).output(noted),
  /** Puts an older backup back while nothing is wrong; the app locks, and the store of now is put aside. */
  restoreOlder: procedure('manager', { locks: true })
    .input(confirmedLoss)
    .errors({ ...stopped, ...damagedBackup, ...noManager, ...loss })
    .output(nothing),
  /** The same with a store that was put aside: all is as it was then. */
  putBack: procedure('manager', { locks: true })
    .input(confirmedLoss)
    .errors({ ...stopped, ...damagedBackup, ...noManager, ...loss })
    .output(nothing),
  removeAside: procedure('manager').input(chosenBackup).output(nothing),
  secondPlace: procedure('manager').output(
    z.object({
      place: secondPlace.nullable(),
      /** Whether this host has a dialog to choose one in. */ canChoose: z.boolean(),
    }),
  ),
  /** Lets the manager point at a folder; null when they point at none. */
  chooseFolder: procedure('manager').output(z.object({ folder: z.string().nullable() })),
  /** Copies the newest backup to the folder at once, and only then keeps it as the second place. */
  setSecondPlace: procedure('manager')
    .input(z.object({ folder: z.string().trim().min(1).max(1000) }))
    .errors({
      PLACE: {
        message: 'Backups cannot be kept there.',
        data: z.object({ problem: z.enum([...secondPlaceProblem.options, 'notApart']) }),
      },
    })
    .output(nothing),
  /** What lies there stays there. */
  forgetSecondPlace: procedure('manager').output(nothing),
  /** Null while nothing is done with backups. */
  progress: procedure('manager').output(backupProgress.nullable()),
  cancel: procedure('manager').output(nothing),
  /** The backups to choose from when the store cannot be opened. */
  recoverable: procedure('recovery').output(z.array(recoverableBackup)),
  /** Reads one of them through from end to end, and says what came of it. */
  checkRecoverable: procedure('recovery').input(chosenBackup).errors(stopped).output(backupCheck),
  /** Puts a backup in the place of the store; the store that stood there is kept beside it. */
  restore: procedure('recovery')
    .input(chosenBackup)
    .errors({ ...stopped, ...damagedBackup, ...noManager })
    .output(nothing),
  /** The same two of a backup that is being put back, looked at or read through. */
  restoreProgress: procedure('recovery').output(backupProgress.nullable()),
  cancelRestore: procedure('recovery').output(nothing),
};
