/** A stretch of time at work, both ends in milliseconds since 1970 UTC. */
export interface WorkSpan {
  from: number;
  until: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Not using the program for so long is still work: a long call, the desk, a door. Longer is not, so that a lunch or an
 * evening away does not count. A choice of the product, no norm; nothing finer than this is kept.
 */
export const LONGEST_GAP = 20 * MINUTE;

/** A span that is used on is written no oftener than this. */
const FINEST = MINUTE;

/** Away from work for so long is a night's rest; every day more of it is another night. */
const NIGHT = 8 * HOUR;

/** The newest span of everybody who works at this desk. */
export interface LatestSpan extends WorkSpan {
  userId: number;
}

/**
 * What a sign of use means for the time at work: the worker's span goes on, a new one begins, or nothing worth
 * writing down. A span ends when somebody else has used the program since, or when it was not used for long.
 */
export function afterUse(latest: LatestSpan | null, userId: number, now: number): 'goesOn' | 'begins' | 'nothing' {
  if (latest === null || latest.userId !== userId) return 'begins';
  const sinceUse = now - latest.until;
  if (sinceUse < FINEST) return 'nothing';
  return sinceUse <= LONGEST_GAP ? 'goesOn' : 'begins';
}

/** The same time, in order, with spans that touch or overlap made one. */
export function joined(spans: readonly WorkSpan[]): WorkSpan[] {
  const result: WorkSpan[] = [];
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else result.push({ from, until });
  }
  return result;
}

/** The part of spans until an instant. */
export function pastOf(spans: readonly WorkSpan[], now: number): WorkSpan[] {
  return spans
    .map(({ from, until }) => ({ from, until: Math.min(until, now) }))
    .filter(({ from, until }) => from <= until);
}

/** When each night of rest was had, in spans that are joined: eight hours after the work, and each day after that. */
export function nightsOf(work: readonly WorkSpan[], now: number): number[] {
  return work.flatMap(({ until }, index) => {
    const end = work[index + 1]?.from ?? now;
    const nights = Math.max(0, Math.floor((end - until - NIGHT) / DAY) + 1);
    return Array.from({ length: nights }, (_, night) => until + NIGHT + night * DAY);
  });
}
