import type { TrendSignal } from '../../../shared/contract/trends.ts';

export interface Counts {
  contacts: number;
  incidents: number;
}

/** So many weeks before a week, or before the week a day is in, say what is usual. */
export const WEEKS_BEFORE = 12;
/** With fewer weeks that have contacts nothing is usual yet. */
const FEWEST_BEFORE = 8;
/** One or two incidents are never called a rise. */
const FEWEST_INCIDENTS = 3;
/** Beyond three standard deviations, chance alone comes seldom. */
const DEVIATIONS = 3;

/** What the weeks before say together; null when they are too few to tell. */
export function usualOf(before: readonly Counts[]): Counts | null {
  const counted = before.filter((week) => week.contacts > 0);
  if (counted.length < FEWEST_BEFORE) return null;
  return {
    contacts: counted.reduce((sum, week) => sum + week.contacts, 0),
    incidents: counted.reduce((sum, week) => sum + week.incidents, 0),
  };
}

/**
 * Whether a week or a day stands out from the weeks before it: a Shewhart u chart of incidents for each contact, with
 * limits at three standard deviations of a Poisson count (ISO 7870-2). Null when it does not, or when there is too
 * little to tell.
 */
export function outOfOrdinary({ contacts, incidents }: Counts, before: readonly Counts[]): TrendSignal | null {
  const weeks = usualOf(before);
  if (contacts === 0 || !weeks) return null;
  // Where nothing ever happened a margin of nothing would say that anything is too much.
  const usual = Math.max(weeks.incidents, 1) / weeks.contacts;
  const margin = DEVIATIONS * Math.sqrt(usual / contacts);
  const found = incidents / contacts;
  const figures = { perHundred: found * 100, usual: usual * 100, margin: margin * 100 };
  if (found > usual + margin && incidents >= FEWEST_INCIDENTS) return { direction: 'above', ...figures };
  if (found < usual - margin) return { direction: 'below', ...figures };
  return null;
}
