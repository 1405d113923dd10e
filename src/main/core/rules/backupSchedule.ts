import { dayOf } from './practiceTime.ts';

/** Of the last ten days that have a backup one is kept. */
const DAYS_KEPT = 10;

/** The backups that may go: all but the newest of each day that is kept. Never the newest of all. */
export function backupsToRemove<Backup extends { madeAt: number }>(
  backups: readonly Backup[],
  timeZone: string,
): Backup[] {
  const kept = new Set<string>();
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt);
  return newestFirst.filter(({ madeAt }) => {
    const day = dayOf(madeAt, timeZone);
    if (kept.has(day) || kept.size === DAYS_KEPT) return true;
    kept.add(day);
    return false;
  });
}

/** A backup is made on every day on which somebody works: without one of today it failed. */
export function isBackupLate(lastAt: number | null, now: number, timeZone: string): boolean {
  return lastAt === null || dayOf(lastAt, timeZone) < dayOf(now, timeZone);
}
