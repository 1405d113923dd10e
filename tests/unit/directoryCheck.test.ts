import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directoryCheck, isRemovable } from '../../src/main/core/rules/directoryCheck.ts';
import { dayAfter } from '../../src/main/core/rules/practiceTime.ts';
import { directoryKind } from '../../src/shared/contract/distress.ts';

const zone = 'Europe/Amsterdam';
const days = fc.nat({ max: 4000 }).map((after) => dayAfter('2020-01-01', after, zone));
const kinds = fc.constantFrom(...directoryKind.options);
const entries = fc.record({
  kind: kinds,
  number: fc.constantFrom('', '  ', '113', '024 000 00 00'),
  checkedOn: fc.option(days, { nil: null }),
  verified: fc.boolean(),
});

test('a number is checked for a year and a day no longer', () => {
  const entry = { kind: 'listening', number: '088 000 00 00', verified: true } as const;
  expect(directoryCheck({ ...entry, checkedOn: '2025-11-22' }, '2026-11-22')).toBe('checked');
  expect(directoryCheck({ ...entry, checkedOn: '2025-11-21' }, '2026-11-22')).toBe('overdue');
  expect(directoryCheck({ ...entry, checkedOn: '2023-03-01' }, '2024-02-29')).toBe('checked');
  expect(directoryCheck({ ...entry, checkedOn: '2024-02-29' }, '2025-03-01')).toBe('overdue');
  expect(directoryCheck({ ...entry, checkedOn: null }, '2026-11-22')).toBe('overdue');
});

test('without a number it is missing, without a check it is not relied on, and time only makes it worse', () => {
  fc.assert(
    fc.property(entries, days, fc.nat({ max: 800 }), (entry, today, later) => {
      const check = directoryCheck(entry, today);
      if (check === 'overdue') expect(directoryCheck(entry, dayAfter(today, later, zone))).toBe('overdue');
      const reliable = directoryCheck({ ...entry, checkedOn: today }, today);
      if (entry.kind === 'emergency') expect(check).toBe('checked');
      else if (entry.number.trim() === '') expect(check).toBe('missing');
      else expect(reliable).toBe(entry.verified ? 'checked' : 'unverified');
    }),
  );
});

test('what the crisis script points to is never taken away', () => {
  expect(directoryKind.options.filter((kind) => !isRemovable(kind))).toEqual([
    'emergency',
    'suicidePrevention',
    'gpOnDuty',
    'outOfHours',
  ]);
});
