/** Fewer people than this are recognised in a total (the product's privacy rule: none for fewer than three). */
const FEWEST_PEOPLE = 3;

/** Totals are told in steps of so many: three people with a total of three would each have one. */
const STEP = 5;

/**
 * What may be told of a figure of a whole team, from each person's part in it; null when fewer than three people have
 * one. Rounded to the nearest step, and never to nothing.
 */
export function teamTotal(parts: readonly number[]): number | null {
  const taken = parts.filter((part) => part > 0);
  if (taken.length < FEWEST_PEOPLE) return null;
  const total = taken.reduce((sum, part) => sum + part, 0);
  return Math.max(STEP, Math.round(total / STEP) * STEP);
}
