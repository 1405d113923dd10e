interface Noted {
  id: number;
  at: number;
}

/** From when until when another store stood in the place of this one, before all was put back as it was. */
export interface Undone {
  from: number;
  to: number;
}

/**
 * Whether putting back a backup explains that the log lacks an entry that it once ended with: the log went on from an
 * older end since then, and says so before it had come as far again.
 */
export function isExplained(tail: Noted, restores: readonly Noted[], undone: readonly Undone[]): boolean {
  if (undone.some(({ from, to }) => from <= tail.at && tail.at <= to)) return true;
  return restores.some((restore) => restore.id <= tail.id && restore.at >= tail.at);
}

/** What the clocks of one computer may differ by from one day to the next: they are set right by themselves. */
const CORRECTION = 5 * 60_000;

/** Whether a clock that shows `now` was set back since the newest entry was written, or was ahead then. */
export const isClockBehind = (newestAt: number, now: number): boolean => newestAt > now + CORRECTION;
