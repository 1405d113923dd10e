import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNewer } from '../../src/main/core/rules/newerVersion.ts';

const part = fc.integer({ min: 0, max: 99_999 });
const version = fc.tuple(part, part, part);
const text = (parts: number[]) => parts.join('.');

test('of two versions the one with the first larger number is newer, and never both', () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      const [first] = [0, 1, 2].filter((place) => one[place] !== other[place]);
      const expected = first !== undefined && Number(one[first]) > Number(other[first]);
      expect(isNewer(text(one), text(other))).toBe(expected);
      expect(isNewer(text(one), text(other)) && isNewer(text(other), text(one))).toBe(false);
    }),
  );
});

test('numbers are compared as numbers', () => {
  expect(isNewer('0.10.0', '0.9.3')).toBe(true);
  expect(isNewer('0.9.3', '0.10.0')).toBe(false);
  expect(isNewer('1.0.0', '1.0.0')).toBe(false);
});
