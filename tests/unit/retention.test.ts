import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf } from '../../src/main/core/rules/contactBan.ts';
import { countsOf, FEWEST_IN_MONTH, isWithin, monthsToFold } from '../../src/main/core/rules/pastCounts.ts';
import { dayOf } from '../../src/main/core/rules/practiceTime.ts';
import {
  cutoffOf,
  endOf,
  isErasingLate,
  judgeMeasures,
  overAt,
  type PastMeasure,
} from '../../src/main/core/rules/retention.ts';
import { behaviour, cause, severity } from '../../src/shared/contract/incidentKinds.ts';
import { step } from '../../src/shared/contract/measureDecision.ts';

const timeZone = 'Europe/Amsterdam';
const DAY = 86_400_000;
const now = Date.parse('2026-11-21T09:00:00Z');
const zones = fc.constantFrom('Europe/Amsterdam', 'UTC', 'America/Curacao');
const instants = fc.integer({ min: Date.parse('2015-01-01T00:00:00Z'), max: Date.parse('2035-01-01T00:00:00Z') });

describe('a term', () => {
  test('lasts whole months, longer the more of them', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 239 }), zones, (at, months, zone) => {
        expect(cutoffOf(at, months, zone)).toBeLessThan(at);
        expect(cutoffOf(at, months + 1, zone)).toBeLessThan(cutoffOf(at, months, zone));
        // What has just become over its term was not a week before.
        expect(overAt(cutoffOf(at, months, zone), months, zone)).toBeGreaterThan(at - 7 * DAY);
        expect(overAt(cutoffOf(at, months, zone), months, zone)).toBeLessThanOrEqual(at + 7 * DAY);
      }),
    );
    expect(dayOf(cutoffOf(now, 12, timeZone), timeZone)).toBe('2025-11-21');
  });

  test('needs a manager a month after it is over', () => {
    expect(isErasingLate(null, now, timeZone)).toBe(false);
    expect(isErasingLate(now - 27 * DAY, now, timeZone)).toBe(false);
    expect(isErasingLate(now - 32 * DAY, now, timeZone)).toBe(true);
  });
});

const days = (from: number) => dayOf(from, timeZone);
/** Measures of one caller, some of which took the place of one before. */
const measuresOfOne = fc
  .array(
    fc.record({
      step: fc.constantFrom(...step.options),
      ago: fc.integer({ min: 0, max: 2500 }),
      length: fc.option(fc.integer({ min: 1, max: 200 })),
      liftedAfter: fc.option(fc.integer({ min: 0, max: 100 })),
      outcome: fc.constantFrom('', 'Geseponeerd.'),
      openObjections: fc.constantFrom(0, 0, 0, 1),
      follows: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list
      .sort((a, b) => b.ago - a.ago)
      .map(({ ago, length, liftedAfter, follows, ...rest }, index): PastMeasure => {
        const decidedAt = now - ago * DAY;
        const next = list[index + 1];
        return {
          ...{ ...rest, id: index + 1, decidedAt },
          fromDay: length === null ? null : days(decidedAt),
          lastDay: length === null ? null : days(decidedAt + length * DAY),
          liftedAt: liftedAfter === null ? null : Math.min(now, decidedAt + liftedAfter * DAY),
          replacedAt: next?.follows ? now - next.ago * DAY : null,
          replacesId: follows && index > 0 ? index : null,
        };
      }),
  );
const moment = { now, timeZone };

describe('measures over their term', () => {
  const cutoff = cutoffOf(now, 24, timeZone);

  test('go only when they have ended for so long, and never one that is needed', () => {
    fc.assert(
      fc.property(measuresOfOne, (measures) => {
        const byId = new Map(measures.map((measure) => [measure.id, measure]));
        const verdicts = judgeMeasures(measures, cutoff, moment);
        for (const { id, since, keptBy } of verdicts) {
          const measure = byId.get(id);
          if (!measure) throw new Error('a verdict on nothing');
          expect(since).toBe(endOf(measure, timeZone));
          expect(since).toBeLessThan(cutoff);
          if (keptBy !== null) continue;
          expect(measure.openObjections).toBe(0);
          expect(measures.some((other) => stateOf(other, now, timeZone) === 'running')).toBe(false);
          expect(measure.step === 'policeReport' && measure.liftedAt === null && measure.outcome === '').toBe(false);
        }
        const going = new Set(verdicts.filter(({ keptBy }) => keptBy === null).map(({ id }) => id));
        // Nothing that stays refers to what goes, and nothing goes without what it took the place of.
        for (const { id, replacesId } of measures) {
          if (replacesId !== null) expect(going.has(replacesId)).toBe(going.has(id));
        }
      }),
    );
  });

  test('stay over it when time goes on, unless something new keeps them', () => {
    fc.assert(
      fc.property(measuresOfOne, fc.integer({ min: 1, max: 500 }), (measures, later) => {
        const goes = (at: number) =>
          judgeMeasures(measures, cutoffOf(at, 24, timeZone), { now: at, timeZone })
            .filter(({ keptBy }) => keptBy === null)
            .map(({ id }) => id);
        expect(goes(now + later * DAY)).toEqual(expect.arrayContaining(goes(now)));
      }),
    );
  });
});

const incident = fc.record({
  occurredAt: instants,
  cause: fc.option(fc.constantFrom(...cause.options)),
  severity: fc.constantFrom(...severity.options),
  channel: fc.constantFrom('phone' as const, 'desk' as const),
  behaviours: fc.uniqueArray(fc.constantFrom(...behaviour.options), { maxLength: 4 }),
});

describe('what stays of incidents that go', () => {
  test('is how many there were, with each of them once in its day, cause, severity, channel and hour', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 40 }), zones, (incidents, zone) => {
        const counts = countsOf(incidents, zone);
        const sumOf = (dimension: string) =>
          counts.filter((one) => one.dimension === dimension).reduce((sum, { count }) => sum + count, 0);
        for (const dimension of ['total', 'cause', 'severity', 'channel', 'hour']) {
          expect(sumOf(dimension)).toBe(incidents.length);
        }
        expect(sumOf('behaviour')).toBe(incidents.flatMap(({ behaviours }) => behaviours).length);
        // Values are told by the month alone: no two of them say that they were of one day.
        expect(counts.filter(({ dimension, period }) => dimension !== 'total' && period.length > 7)).toEqual([]);
      }),
    );
  });

  test('keeps values of a month that is over only when they are of enough incidents', () => {
    const day = fc.record({
      day: fc.integer({ min: 0, max: 600 }).map((after) => dayOf(now - after * DAY, timeZone)),
      count: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(day), (counted) => {
        const folded = monthsToFold(counted, '2026-11');
        for (const month of new Set(counted.map((one) => one.day.slice(0, 7)))) {
          const inMonth = counted.filter((one) => one.day.startsWith(month)).reduce((sum, { count }) => sum + count, 0);
          expect(folded.includes(month)).toBe(inMonth < FEWEST_IN_MONTH && month !== '2026-11');
        }
      }),
    );
  });

  test('is told of days that hold the whole month or year', () => {
    const within = { from: '2023-02-01', lastDay: '2024-12-31' };
    expect(['2023-02', '2024-12', '2024'].map((period) => isWithin(period, within))).toEqual([true, true, true]);
    expect(['2023-01', '2025-01', '2023'].map((period) => isWithin(period, within))).toEqual([false, false, false]);
    expect(isWithin('2023-02', { from: '2023-02-01', lastDay: '2023-02-27' })).toBe(false);
  });
});
