import type { Rate } from '../../../shared/contract/trends.ts';
import { rateOf } from './trendCounts.ts';

/** Figures of a smaller group are figures of a person: the domain's bound for everything a manager sees of a team. */
export const FEWEST_PEOPLE = 3;

export interface PeopleGroup extends Rate {
  /** What they have in common; null is everybody whose group is too small, together. */
  value: string | null;
  people: number;
}

function together(groups: readonly PeopleGroup[]): PeopleGroup {
  const sum = (of: (group: PeopleGroup) => number) => groups.reduce((total, group) => total + of(group), 0);
  return {
    value: null,
    people: sum(({ people }) => people),
    ...rateOf(
      sum(({ contacts }) => contacts),
      sum(({ incidents }) => incidents),
    ),
  };
}

/**
 * Folds groups of fewer than three people away into one. That one has at least three people too, or the smallest of the
 * others goes with it: else what was folded away is the difference with the total. Empty when nothing is left to compare.
 */
export function foldSmallGroups(groups: readonly PeopleGroup[]): PeopleGroup[] {
  const shown = groups.filter(({ people }) => people >= FEWEST_PEOPLE).sort((a, b) => b.people - a.people);
  const folded = groups.filter(({ people }) => people < FEWEST_PEOPLE);
  while (folded.length > 0 && together(folded).people < FEWEST_PEOPLE) {
    const smallest = shown.pop();
    if (!smallest) return [];
    folded.push(smallest);
  }
  if (shown.length === 0) return [];
  return folded.length === 0 ? shown : [...shown, together(folded)];
}
