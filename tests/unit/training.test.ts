import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coachingStateOf } from '../../src/main/core/rules/coaching.ts';
import { latestBy, renewalDay, renewalNoticeDays, renewalStateOf } from '../../src/main/core/rules/training.ts';

const DAY = 86_400_000;
const day = fc
  .integer({ min: Date.UTC(2020, 0, 1) / DAY, max: Date.UTC(2040, 0, 1) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));
const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / DAY;

describe('the renewal of a training', () => {
  test('is a number of months after it, at the end of a month that is shorter', () => {
    expect(renewalDay('2026-01-31', 13)).toBe('2027-02-28');
    expect(renewalDay('2026-11-22', 24)).toBe('2028-11-22');
    expect(renewalDay('2026-11-22', null)).toBeNull();
  });

  test('is announced sixty days ahead, and overdue from the day after it', () => {
    expect(renewalStateOf('2027-01-22', '2026-11-22')).toBe('valid');
    expect(renewalStateOf('2027-01-21', '2026-11-22')).toBe('soon');
    expect(renewalStateOf('2026-11-22', '2026-11-22')).toBe('soon');
    expect(renewalStateOf('2026-11-21', '2026-11-22')).toBe('overdue');
    expect(renewalStateOf(null, '2026-11-22')).toBe('valid');
  });

  test('only ever goes from valid to soon to overdue, each at its day', () => {
    fc.assert(
      fc.property(day, day, (renewBy, today) => {
        const left = daysBetween(today, renewBy);
        const expected = left < 0 ? 'overdue' : left > renewalNoticeDays ? 'valid' : 'soon';
        expect(renewalStateOf(renewBy, today)).toBe(expected);
      }),
    );
  });
});

test('the last time somebody followed a training is the one that counts, in whatever order it was noted', () => {
  const record = fc.record({ id: fc.integer({ min: 1, max: 1000 }), of: fc.constantFrom('a', 'b'), doneOn: day });
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id }), (records) => {
      const latest = latestBy(records, ({ of }) => of);
      for (const one of records) {
        const chosen = latest.get(one.of);
        expect((chosen?.doneOn ?? '') >= one.doneOn).toBe(true);
        if (chosen?.doneOn === one.doneOn) expect(chosen.id).toBeGreaterThanOrEqual(one.id);
      }
      expect([...latest.values()].every((chosen) => records.includes(chosen))).toBe(true);
    }),
  );
});

test('a moment of coaching waits for its day, and after that for somebody to say that it was held', () => {
  expect(coachingStateOf({ held: false, onDay: '2026-11-22' }, '2026-11-22')).toBe('planned');
  expect(coachingStateOf({ held: false, onDay: '2026-11-21' }, '2026-11-22')).toBe('toHold');
  expect(coachingStateOf({ held: true, onDay: '2026-11-30' }, '2026-11-22')).toBe('held');
});
