import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countInYear } from '../../src/main/core/rules/repeats.ts';
import { behaviour } from '../../src/shared/contract/incidentKinds.ts';

const YEAR = 365 * 86_400_000;
const incidents = fc.array(
  fc.record({
    callerId: fc.option(fc.constantFrom(1, 2)),
    occurredAt: fc.integer({ min: 0, max: 3 * YEAR }),
    behaviours: fc.subarray(behaviour.options, { minLength: 1 }),
  }),
  { maxLength: 20 },
);

test('each incident that counts is in the year after it for exactly a year, whatever else there is', () => {
  fc.assert(
    fc.property(incidents, fc.integer({ min: 0, max: YEAR }), (others, occurredAt) => {
      const one = { callerId: 1, occurredAt, behaviours: ['threat' as const] };
      const added = (at: number) => countInYear([...others, one], 1, at) - countInYear(others, 1, at);
      expect(added(occurredAt - 1)).toBe(0);
      expect(added(occurredAt)).toBe(1);
      expect(added(occurredAt + YEAR - 1)).toBe(1);
      expect(added(occurredAt + YEAR)).toBe(0);
    }),
  );
});

test('hanging up in anger alone never counts, nor does what another caller did', () => {
  fc.assert(
    fc.property(incidents, fc.integer({ min: 0, max: 3 * YEAR }), (others, at) => {
      const hungUp = { callerId: 1, occurredAt: at, behaviours: ['angryHangUp' as const] };
      const another = { callerId: 2, occurredAt: at, behaviours: ['threat' as const] };
      expect(countInYear([...others, hungUp, another], 1, at)).toBe(countInYear(others, 1, at));
    }),
  );
});
