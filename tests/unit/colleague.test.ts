import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colleagueTakes, countsAgainstCaller, type PastIncident } from '../../src/main/core/rules/colleague.ts';
import { behaviour, outcome } from '../../src/shared/contract/incidentKinds.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-21T08:00:00Z');

const hours = fc.integer({ min: 0, max: 720 });
const incidents: fc.Arbitrary<PastIncident> = fc.record({
  occurredAt: fc.integer({ min: -800, max: 800 }).map((hour) => start + hour * HOUR),
  behaviours: fc.uniqueArray(fc.constantFrom(...behaviour.options), { minLength: 1, maxLength: 3 }),
  outcomes: fc.uniqueArray(fc.constantFrom(...outcome.options), { maxLength: 3 }),
});

function threatAt(occurredAt: number): PastIncident {
  return { occurredAt, behaviours: ['threat'], outcomes: ['callEnded'] };
}

describe('a colleague takes the next call', () => {
  test('from the incident up to its end, and not at the end itself', () => {
    fc.assert(
      fc.property(hours, (lasting) => {
        const holds = (now: number) => colleagueTakes([threatAt(start)], lasting, now) !== null;
        expect(holds(start - 1)).toBe(false);
        expect(holds(start)).toBe(lasting > 0);
        expect(holds(start + lasting * HOUR - 1)).toBe(lasting > 0);
        expect(holds(start + lasting * HOUR)).toBe(false);
      }),
    );
  });

  test('because of the newest incident that counts, until its end', () => {
    fc.assert(
      fc.property(fc.array(incidents), hours, (past, lasting) => {
        const newest = past
          .filter(({ behaviours }) => countsAgainstCaller(behaviours))
          .filter(({ occurredAt }) => occurredAt <= start && start < occurredAt + lasting * HOUR)
          .reduce<number | null>((latest, { occurredAt }) => Math.max(latest ?? occurredAt, occurredAt), null);
        const taken = colleagueTakes(past, lasting, start);
        expect(taken?.incident.occurredAt ?? null).toBe(newest);
        if (taken) expect(taken.until).toBe(taken.incident.occurredAt + lasting * HOUR);
        if (taken) expect(taken.callEnded).toBe(taken.incident.outcomes.includes('callEnded'));
      }),
    );
  });

  test('never because somebody hung up in anger, but that takes nothing away from what else they did', () => {
    expect(countsAgainstCaller(['angryHangUp'])).toBe(false);
    fc.assert(
      fc.property(fc.array(incidents), hours, (past, lasting) => {
        const hungUp = past.map((incident) => ({ ...incident, behaviours: ['angryHangUp' as const] }));
        expect(colleagueTakes(hungUp, lasting, start)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...behaviour.options), (other) => {
        expect(countsAgainstCaller(['angryHangUp', other])).toBe(other !== 'angryHangUp');
      }),
    );
  });
});
