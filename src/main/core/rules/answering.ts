const HOUR = 3_600_000;
/** Within so many hours of an incident the person hears of it (A+O fonds, 2014). */
const ANSWER_HOURS = 24;

/** A term that would begin after now was dated by a clock that was ahead: it is up now, so that it never gets longer. */
export const answerNoLater = (before: number, now: number): number =>
  before > now + ANSWER_HOURS * HOUR ? now : before;

/**
 * Before when the person must have heard of these incidents; null when they heard something after each of them. The
 * clock runs from the first incident they heard nothing of, and nothing but being told stops it. What was told by a clock
 * that was ahead stops nothing that comes before it.
 */
export function answerBefore(incidentsAt: readonly number[], toldAt: readonly number[], now: number): number | null {
  const lastTold = (at: number) => Math.max(0, ...(at > now ? toldAt : toldAt.filter((told) => told <= now)));
  const first = Math.min(...incidentsAt.filter((at) => at > lastTold(at)));
  return Number.isFinite(first) ? answerNoLater(first + ANSWER_HOURS * HOUR, now) : null;
}

/** Before when the person must have heard of a decision: the running clock goes on, otherwise it has a day of its own. */
export const answerDecisionBefore = (decidedAt: number, running: number | null): number =>
  running ?? decidedAt + ANSWER_HOURS * HOUR;
