/** Older than this the last good backup is worth a warning: a weekend and a day. */
const LATE_AFTER = 3 * 24 * 3_600_000;

export interface Made {
  madeAt: number;
}

/** The newest backup that was made by now; null when there is none. */
export function lastBackup<Backup extends Made>(backups: readonly Backup[], now: number): Backup | null {
  const made = backups.filter(({ madeAt }) => madeAt <= now);
  return made.length === 0 ? null : made.reduce((newest, next) => (next.madeAt > newest.madeAt ? next : newest));
}

export function isBackupLate(lastAt: number | null, now: number): boolean {
  return lastAt === null || now - lastAt > LATE_AFTER;
}
