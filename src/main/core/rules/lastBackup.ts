/** Older than this the last good backup is worth a warning: a weekend and a day. */
const LATE_AFTER = 3 * 24 * 3_600_000;

export interface Made {
  madeAt: number;
  /** What reading it through said last; null when nobody knows. */
  lastCheck?: { isWhole: boolean } | null;
}

/** Nothing may lean on one that is known not to be whole. */
export const mayBeWhole = ({ lastCheck }: Made): boolean => lastCheck?.isWhole !== false;

/** The newest backup that was made by now and is not known to be damaged; null when there is none. */
export function lastBackup<Backup extends Made>(backups: readonly Backup[], now: number): Backup | null {
  const made = backups.filter((backup) => backup.madeAt <= now && mayBeWhole(backup));
  return made.length === 0 ? null : made.reduce((newest, next) => (next.madeAt > newest.madeAt ? next : newest));
}

export function isBackupLate(lastAt: number | null, now: number): boolean {
  return lastAt === null || now - lastAt > LATE_AFTER;
}
