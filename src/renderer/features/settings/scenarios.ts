import type { TrialStep } from '../../../shared/contract/breaks.ts';

/** The most that a practice's own mix holds. */
export const MOST_STEPS = 8;

/** Cases that a practice recognises; only made up, and nothing of anybody is in them. */
export const scenarios = {
  threeInsults: [
    { what: 'serious', minutesLater: 0 },
    { what: 'serious', minutesLater: 25 },
    { what: 'serious', minutesLater: 30 },
  ],
  twoQuick: [
    { what: 'serious', minutesLater: 0 },
    { what: 'serious', minutesLater: 10 },
    { what: 'break', minutesLater: 5 },
  ],
  oneVerySerious: [{ what: 'verySerious', minutesLater: 0 }],
  crisis: [
    { what: 'crisis', minutesLater: 0 },
    { what: 'break', minutesLater: 5 },
    { what: 'serious', minutesLater: 60 },
  ],
  manySmall: [
    { what: 'unpleasant', minutesLater: 0 },
    { what: 'unpleasant', minutesLater: 40 },
    { what: 'unpleasant', minutesLater: 35 },
    { what: 'unpleasant', minutesLater: 30 },
    { what: 'unpleasant', minutesLater: 45 },
  ],
} satisfies Record<string, TrialStep[]>;

export type Scenario = keyof typeof scenarios;
export const scenarioNames: Scenario[] = ['threeInsults', 'twoQuick', 'oneVerySerious', 'crisis', 'manySmall'];
