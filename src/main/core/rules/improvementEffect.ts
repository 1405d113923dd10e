import type { EffectVerdict } from '../../../shared/contract/prevention.ts';

/** So many whole weeks on each side of the day something was done. */
export const mostWeeks = 8;
/** Before two weeks have passed, a quiet Monday would pass for an effect. */
const LEAST_WEEKS = 2;
/** With fewer incidents on both sides together, one more or less changes the story. */
const LEAST_INCIDENTS = 10;
/** How far from what chance gives on average a difference must be: twice the standard deviation, as with the trends. */
const MARGIN = 2;

export interface Side {
  incidents: number;
  contacts: number;
}

/**
 * Whether there are fewer or more incidents for each contact than before. If nothing had changed, every incident of both
 * sides together would fall on the side after with the chance that side has by its contacts; what is seen is held
 * against that, with the margin that such a chance has.
 */
export function effectVerdict(before: Side, after: Side, weeksAfter: number): EffectVerdict {
  if (weeksAfter < LEAST_WEEKS) return 'tooEarly';
  const incidents = before.incidents + after.incidents;
  const contacts = before.contacts + after.contacts;
  if (incidents < LEAST_INCIDENTS || before.contacts === 0 || after.contacts === 0) return 'tooFew';
  const chance = after.contacts / contacts;
  const expected = incidents * chance;
  const margin = MARGIN * Math.sqrt(incidents * chance * (1 - chance));
  if (after.incidents < expected - margin) return 'fewer';
  return after.incidents > expected + margin ? 'more' : 'same';
}
