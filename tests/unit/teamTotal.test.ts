import fc from 'fast-check';
import { expect, test } from 'vitest';
import { teamTotal } from '../../src/main/core/rules/teamTotal.ts';

const parts = fc.array(fc.nat(40), { maxLength: 12 });

test('nothing is told of fewer than three people, however many are in the team', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const people = all.filter((part) => part > 0).length;
      expect(teamTotal(all) === null).toBe(people < 3);
    }),
  );
});

test('what is told is near the total, in steps of five and never nothing', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const told = teamTotal(all);
      if (told === null) return;
      expect(told % 5).toBe(0);
      expect(told).toBeGreaterThan(0);
      expect(Math.abs(told - all.reduce((sum, part) => sum + part, 0))).toBeLessThanOrEqual(2.5);
    }),
  );
});

test('whoever is told a total can tell the part of nobody: with any there are others that it fits as well', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const told = teamTotal(all);
      if (told === null) return;
      const upTo = Array.from({ length: told + 3 }, (_, part) => part);
      const possible = upTo.filter((part) => upTo.some((rest) => teamTotal([part, 1, rest]) === told));
      expect(possible.length).toBeGreaterThanOrEqual(5);
    }),
  );
});
