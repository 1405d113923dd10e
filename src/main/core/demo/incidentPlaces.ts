import type { DemoPractice } from './generate.ts';
import type { Random } from './random.ts';

const DAY = 86_400_000;
/** The week after the mailing that the demo practice tells of: out of the ordinary, and quieter since. */
const MAILING_WEEK = { from: 27 * DAY, until: 20 * DAY };
/** At most so many more in that week, and so many of today, whatever the size of the practice. */
const MORE_THAT_WEEK = 12;
const TODAY = 3;
/** Of what there would have been since, because the practice did something about it. */
const QUIETER_SINCE = 0.25;

/** At which contacts something went wrong, in order: spread over all of them, with one bad week and an ordinary today. */
export function incidentPlaces(practice: DemoPractice, times: Float64Array, random: Random): number[] {
  const { incidents, contacts, now } = practice;
  const placeOf = (instant: number) => {
    const index = times.findIndex((at) => at >= instant);
    return index === -1 ? contacts : index;
  };
  const spread = (count: number, from: number, until: number) =>
    Array.from({ length: until > from ? count : 0 }, (_, nth) =>
      Math.min(contacts - 1, Math.floor(from + ((nth + random.fraction()) * (until - from)) / count)),
    );
  const [badFrom, badUntil] = [placeOf(now - MAILING_WEEK.from), placeOf(now - MAILING_WEEK.until)];
  const bad = spread(Math.min(MORE_THAT_WEEK, Math.floor(incidents / 3)), badFrom, badUntil);
  const today = spread(Math.min(TODAY, Math.floor(incidents / 8)), placeOf(now - DAY / 2), contacts);
  const others = incidents - bad.length - today.length;
  const since = spread(Math.floor((QUIETER_SINCE * others * (contacts - badUntil)) / contacts), badUntil, contacts);
  const until = spread(others - since.length, 0, badUntil);
  return [...until, ...bad, ...since, ...today].sort((a, b) => a - b);
}
