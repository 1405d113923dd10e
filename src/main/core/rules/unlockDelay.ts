/** Wrong passwords in a row and the instant of the last one. */
export interface Failures {
  count: number;
  lastAt: number;
}

const FREE_TRIES = 3;
const LONGEST_SECONDS = 300;

/** Seconds to wait after so many wrong passwords in a row: none for three, then 5, 10, 20 … up to 300. */
export function delayAfter(count: number): number {
  if (count < FREE_TRIES) return 0;
  return Math.min(LONGEST_SECONDS, 5 * 2 ** Math.min(count - FREE_TRIES, 10));
}

/** Whole seconds still to wait; a clock that was set back never makes it longer than the delay itself. */
export function secondsToWait(failures: Failures, now: number): number {
  const delay = delayAfter(failures.count);
  const passed = Math.max(0, (now - failures.lastAt) / 1000);
  return Math.ceil(Math.max(0, delay - passed));
}
