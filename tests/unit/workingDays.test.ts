import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '../../src/main/core/rules/practiceTime.ts';
import { workingDayAfter } from '../../src/main/core/rules/workingDays.ts';

const days = fc.nat({ max: 2000 }).map((after) => dayAfter('2026-01-01', after, 'Europe/Amsterdam'));
const holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);

test('working days skip weekends and public holidays', () => {
  expect(workingDayAfter('2026-11-18', 2, holidays)).toBe('2026-11-20');
  expect(workingDayAfter('2026-11-20', 2, holidays)).toBe('2026-11-24');
  expect(workingDayAfter('2026-11-21', 2, holidays)).toBe('2026-11-24');
  // Thursday before Christmas: Friday and Saturday are holidays, then the weekend.
  expect(workingDayAfter('2026-12-24', 2, holidays)).toBe('2026-12-29');
});

test('the day found is a working day, with exactly so many from the first on', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 20 }), (day, count) => {
      const found = workingDayAfter(day, count, holidays);
      let working = 0;
      for (let date = day; date < found; ) {
        date = dayAfter(date, 1, 'Europe/Amsterdam');
        const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
        if (weekday !== 0 && weekday !== 6 && !holidays.has(date)) working += 1;
      }
      expect(working).toBe(count);
      expect(holidays.has(found)).toBe(false);
    }),
  );
});
