import { type Made, mayBeWhole } from './lastBackup.ts';
import { dayOf, instantOf } from './practiceTime.ts';

/** Of today the newest three are kept, of the last ten days and twelve months that have one the newest of each. */
const KEPT_TODAY = 3;
const DAYS_KEPT = 10;
const MONTHS_KEPT = 12;

const MIDDAY = '12:00';
/** From here on a lock may be the end of the day. */
const END_OF_DAY = '16:00';
const HOUR = 3_600_000;
const APART_AT_LOCK = 2 * HOUR;

/** Takes the newest of each day or month, until there are `most`. */
function newestOfEach<Backup extends Made>(newestFirst: readonly Backup[], most: number, of: (at: number) => string) {
  const newest = new Map<string, Backup>();
  for (const backup of newestFirst) {
    const span = of(backup.madeAt);
    if (!newest.has(span) && newest.size < most) newest.set(span, backup);
  }
  return newest.values();
}

function keptOf<Backup extends Made>(newestFirst: readonly Backup[], now: number, timeZone: string): Set<Backup> {
  const dayOfBackup = (at: number) => dayOf(at, timeZone);
  const today = newestFirst.filter(({ madeAt }) => dayOfBackup(madeAt) === dayOfBackup(now));
  return new Set([
    ...today.slice(0, KEPT_TODAY),
    ...newestOfEach(newestFirst, DAYS_KEPT, dayOfBackup),
    ...newestOfEach(newestFirst, MONTHS_KEPT, (at) => dayOfBackup(at).slice(0, 7)),
  ]);
}

/**
 * The backups that may go. What is dated after now was made by a clock that has been set back since: it is left alone and
 * takes no place. Nor does one that is known to be damaged: it goes when it would have gone if it were whole. Days and
 * months count when they have a backup, so that a clock set forward makes nothing too old.
 */
export function backupsToRemove<Backup extends Made>(
  backups: readonly Backup[],
  now: number,
  timeZone: string,
): Backup[] {
  const newestFirst = backups.filter(({ madeAt }) => madeAt <= now).sort((a, b) => b.madeAt - a.madeAt);
  const whole = keptOf(newestFirst.filter(mayBeWhole), now, timeZone);
  const all = keptOf(newestFirst, now, timeZone);
  return newestFirst.filter((backup) => !(mayBeWhole(backup) ? whole : all).has(backup));
}

export interface BackupMoment {
  /** When the last one was made. */
  lastAt: number | null;
  now: number;
  timeZone: string;
  /** Whether anything may have changed since. */
  hasChanged: boolean;
  isLocking: boolean;
}

/** The first of a day at once, the second after midday, and one more when the app locks at the end of a day. */
export function isBackupDue({ lastAt, now, timeZone, hasChanged, isLocking }: BackupMoment): boolean {
  const today = dayOf(now, timeZone);
  const isFirst = lastAt === null || dayOf(lastAt, timeZone) !== today;
  if (isFirst) return !isLocking;
  if (!hasChanged) return false;
  if (isLocking) return now >= instantOf(today, END_OF_DAY, timeZone) && now - lastAt >= APART_AT_LOCK;
  const midday = instantOf(today, MIDDAY, timeZone);
  return now >= midday && lastAt < midday;
}
