const HOUR = 3_600_000;
/** Within so many hours of an incident the person hears of it (A+O fonds, 2014). */
const ANSWER_HOURS = 24;

/**
 * Before when the person must have heard of these incidents; null when they heard something after each of them. The
 * clock runs from the first incident they heard nothing of, and nothing but being told stops it.
 */
export function answerBefore(incidentsAt: readonly number[], toldAt: readonly number[]): number | null {
  const lastTold = Math.max(0, ...toldAt);
  const first = Math.min(...incidentsAt.filter((at) => at > lastTold));
  return Number.isFinite(first) ? first + ANSWER_HOURS * HOUR : null;
}

/** Before when the person must have heard of a decision: the running clock goes on, otherwise it has a day of its own. */
export const answerDecisionBefore = (decidedAt: number, running: number | null): number =>
  running ?? decidedAt + ANSWER_HOURS * HOUR;
