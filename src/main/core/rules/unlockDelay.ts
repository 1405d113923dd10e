const FREE_TRIES = 3;
const LONGEST_SECONDS = 300;

/** Seconds to wait after so many wrong passwords in a row: none for three, then 5, 10, 20 … up to 300. */
export function delayAfter(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(LONGEST_SECONDS, 5 * 2 ** Math.min(count - FREE_TRIES, 10));
}

/**
 * Whole seconds still to wait, so long after the last wrong password. That time is told by a clock that nobody can set,
 * and begins anew with the program: a wait is not shortened by a start or by the time of day.
 */
export function secondsToWait(count: number, passedMilliseconds: number): number {
  return Math.ceil(Math.max(0, delayAfter(count) - Math.max(0, passedMilliseconds) / 1000));
}
