import { expect, test } from 'vitest';
import { chosenOf, nextToReview, walkOf } from '../../src/renderer/features/review/walk.ts';
import type { ReviewDay, ReviewedIncident } from '../../src/shared/contract/review.ts';

const incident = (id: number, reviewedAt: number | null = null): ReviewedIncident => ({
  id,
  callerId: null,
  callerName: null,
  workerName: 'Anna',
  occurredAt: 0,
  channel: 'phone',
  behaviours: ['insult'],
  severity: 'serious',
  outcomes: [],
  completion: {
    ...{ cause: null, aggressionKind: null, words: '', account: '' },
    ...{ colleagueIds: [], witnessIds: [], witnesses: '' },
  },
  ...{ colleagueNames: [], witnessNames: [] },
  completedAt: null,
  status: reviewedAt === null ? 'new' : 'reviewed',
  question: null,
  closedAt: null,
  closedByName: null,
  duplicateOf: null,
  reviewedAt,
  reviewerName: null,
  reviewNote: null,
  corrections: 0,
  isRestricted: false,
  countInYear: 0,
});

const day = (incidents: ReviewedIncident[], leftFromBefore: ReviewedIncident[]): ReviewDay => ({
  date: '2026-11-21',
  contacts: 0,
  incidents,
  counted: 0,
  toComplete: 0,
  toReview: 0,
  perHundred: null,
  usualPerHundred: null,
  causes: [],
  decided: [],
  week: [],
  events: [],
  leftFromBefore,
});

test("the walk goes through the day's own incidents first, each once", () => {
  const walk = walkOf(day([incident(4), incident(3)], [incident(3), incident(1)]));
  expect(walk.map(({ id }) => id)).toEqual([4, 3, 1]);
});

test('without a choice the first that waits for a review is chosen', () => {
  const walk = [incident(4, 1), incident(3), incident(2)];
  expect(chosenOf(walk, null)?.id).toBe(3);
  expect(chosenOf(walk, 2)?.id).toBe(2);
  expect(chosenOf(walk, 99)?.id).toBe(3);
  expect(chosenOf([incident(4, 1)], null)?.id).toBe(4);
  expect(chosenOf([], null)).toBeNull();
});

test('after a review the next that waits is chosen, from the top again at the end', () => {
  const walk = [incident(4), incident(3, 1), incident(2), incident(1)];
  expect(nextToReview(walk, 4)?.id).toBe(2);
  expect(nextToReview(walk, 1)?.id).toBe(4);
  expect(nextToReview([incident(4), incident(3, 1)], 4)).toBeNull();
});
