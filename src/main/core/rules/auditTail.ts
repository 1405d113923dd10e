/** After these the log is shorter than it was, and says why with the first thing that it writes. */
export const replacing = ['backup.restore', 'backup.restoreOlder', 'backup.putBack', 'setup.restore'];

/** What was done first, in a log and in another that was the same until then; null where one of them ends there. */
export interface Branch {
  ofLog: string | null;
  ofOther: string | null;
}

/**
 * Whether what was put back explains that a log went another way than a backup of it: that is the first thing in which they
 * differ, or it was the first in the backup's, of a time that was undone since: by what was put aside, or by a backup from
 * before. No time of the clock has a part in it.
 */
export function isExplained({ ofLog, ofOther }: Branch, wasUndoneSince: boolean): boolean {
  if (ofLog !== null && replacing.includes(ofLog)) return true;
  return wasUndoneSince && ofOther !== null && replacing.includes(ofOther);
}

/** After these a log goes on another way than it went before. */
export const turning = [...replacing, 'audit.shorter'];

/** An entry with which a log goes on another way. */
export interface Turn {
  id: number;
  hash: string;
  action: string;
}

/**
 * Whether a log that lacks an end that was noted elsewhere says why: it took a turn since that the noted one did not. Or the
 * noted one is of another computer, which went on from a backup of this one.
 */
export function isTurnExplained(ofLog: readonly Turn[], ofNoted: readonly Turn[]): boolean {
  const without = (turns: readonly Turn[], known: readonly Turn[]) =>
    turns.filter(({ id, hash }) => !known.some((one) => one.id === id && one.hash === hash));
  const others = without(ofNoted, ofLog);
  return without(ofLog, ofNoted).length > 0 || others.some(({ action }) => action === 'setup.restore');
}

/** The first entry, from one on and through another, in which two logs differ: each hash holds all that came before. */
export async function firstOther(
  isSame: (id: number) => Promise<boolean>,
  from: number,
  through: number,
): Promise<number> {
  let [same, other] = [from - 1, through + 1];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (await isSame(middle)) same = middle;
    else other = middle;
  }
  return other;
}

/** What the clocks of one computer may differ by from one day to the next: they are set right by themselves. */
const CORRECTION = 5 * 60_000;

/** Whether a clock that shows `now` was set back since the newest entry was written, or was ahead then. */
export const isClockBehind = (newestAt: number, now: number): boolean => newestAt > now + CORRECTION;
