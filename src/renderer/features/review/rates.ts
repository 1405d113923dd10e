import type { ReviewDay } from '../../../shared/contract/review.ts';

export interface DayRate {
  date: string;
  contacts: number;
  incidents: number;
  /** Per 100 contacts; null without contacts. */
  rate: number | null;
  /** How far from the usual rate chance alone easily takes a day with this many contacts; null where nothing is usual. */
  margin: number | null;
  /** More than chance alone explains easily. */
  unusual: boolean;
}

/** Below this many incidents nothing can be said of a day. */
const fewestIncidents = 3;
/** How many standard deviations of a count above its expectation make a day unusual. */
const deviations = 2;

export const ratesOf = (week: ReviewDay['week'], usual: number | null): DayRate[] =>
  week.map(({ date, contacts, incidents }) => ({
    date,
    contacts,
    incidents,
    rate: contacts === 0 ? null : (incidents / contacts) * 100,
    margin: usual === null || contacts === 0 ? null : deviations * Math.sqrt(usual / contacts) * 10,
    unusual: usual !== null && incidents >= fewestIncidents && isAbove(incidents, (contacts * usual) / 100),
  }));

const isAbove = (count: number, expected: number): boolean => count > expected + deviations * Math.sqrt(expected);
