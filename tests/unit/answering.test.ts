import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBefore, answerDecisionBefore } from '../../src/main/core/rules/answering.ts';

const DAY = 86_400_000;
const latest = 2_000_000_000_000;
const at = fc.integer({ min: 1, max: latest });
const times = fc.array(at, { maxLength: 6 });

describe('the clock for answering somebody', () => {
  test('runs a day from the first incident they heard nothing of', () => {
    expect(answerBefore([300, 100, 200], [], 300)).toBe(100 + DAY);
    expect(answerBefore([300, 100, 200], [150], 300)).toBe(200 + DAY);
    expect(answerBefore([300, 100], [300], 300)).toBeNull();
    expect(answerBefore([], [], 300)).toBeNull();
  });

  test('runs exactly while there is an incident after the last time they were told', () => {
    fc.assert(
      fc.property(times, times, (incidents, told) => {
        const last = Math.max(0, ...told);
        expect(answerBefore(incidents, told, latest) === null).toBe(incidents.every((incident) => incident <= last));
      }),
    );
  });

  test('is only ever put off or stopped by telling, and started or brought forward by an incident', () => {
    fc.assert(
      fc.property(times, times, at, (incidents, told, more) => {
        const before = answerBefore(incidents, told, latest) ?? Number.POSITIVE_INFINITY;
        expect(answerBefore(incidents, [...told, more], latest) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
          before,
        );
        expect(answerBefore([...incidents, more], told, latest) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
          before,
        );
      }),
    );
  });

  test('goes on when a step is decided, and gives a day when nothing ran', () => {
    expect(answerDecisionBefore(1000, 500)).toBe(500);
    expect(answerDecisionBefore(1000, null)).toBe(1000 + DAY);
  });
});
