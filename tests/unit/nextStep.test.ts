import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultMeasuresRule,
  nextStep,
  openIncidents,
  type PastIncident,
  type PastMeasure,
} from '../../src/main/core/rules/nextStep.ts';
import { behaviour, severity } from '../../src/shared/contract/incidentKinds.ts';
import { step } from '../../src/shared/contract/measureDecision.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-21T13:00:00Z');
const rule = defaultMeasuresRule;

function anIncident(daysAgo: number, incident: Partial<PastIncident> = {}): PastIncident {
  return {
    id: 1,
    occurredAt: now - daysAgo * DAY,
    severity: 'serious',
    behaviours: ['insult'],
    left: false,
    ...incident,
  };
}

function aMeasure(daysAgo: number, kind: PastMeasure['step'], lasting = 0): PastMeasure {
  const decidedAt = now - daysAgo * DAY;
  return { step: kind, decidedAt, endsAt: decidedAt + lasting * DAY, overturned: false };
}

const found = (incidents: PastIncident[], measures: PastMeasure[] = []) =>
  nextStep(incidents, measures, rule, now)?.proposal;
const codes = (incidents: PastIncident[], measures: PastMeasure[] = []) =>
  found(incidents, measures)?.because.map(({ code }) => code);

describe('the next step', () => {
  test('grows with what happened and what was done before', () => {
    expect(found([anIncident(0, { severity: 'unpleasant' })])).toBeUndefined();
    const twice = [anIncident(0, { severity: 'unpleasant' }), anIncident(30, { severity: 'unpleasant' })];
    expect(found(twice)).toMatchObject({ step: 'conversation', months: null });
    expect(codes(twice)).toEqual(['repeated']);
    expect(found([anIncident(0)])).toMatchObject({ step: 'warning' });
    expect(found([anIncident(0)], [aMeasure(7, 'conversation')])).toMatchObject({ step: 'warning' });
    expect(found([anIncident(0)], [aMeasure(7, 'warning', 365)])).toMatchObject({ step: 'contactBan', months: 1 });
  });

  test('is a ban of one month, three, six, six', () => {
    const bans = [aMeasure(300, 'contactBan', 30), aMeasure(200, 'contactBan', 90), aMeasure(90, 'contactBan', 60)];
    const months = [0, 1, 2, 3].map(
      (earlier) => found([anIncident(0)], [aMeasure(310, 'warning'), ...bans.slice(0, earlier)])?.months,
    );
    expect(months).toEqual([1, 3, 6, 6]);
  });

  test('forgets what ended longer ago than the time of recurrence, and what was overturned', () => {
    expect(found([anIncident(0)], [aMeasure(500, 'warning', 100)])).toMatchObject({ step: 'warning' });
    expect(found([anIncident(0)], [aMeasure(500, 'contactBan', 200)])).toMatchObject({ step: 'contactBan', months: 3 });
    expect(found([anIncident(0)], [{ ...aMeasure(30, 'contactBan', 30), overturned: true }])).toMatchObject({
      step: 'warning',
    });
  });

  test('after a very serious incident is a ban at once, with the police in mind for a threat', () => {
    const grave = anIncident(0, { severity: 'verySerious', behaviours: ['threat'] });
    expect(found([grave])).toMatchObject({ step: 'contactBan', months: 1, considerPolice: true });
    expect(found([{ ...grave, behaviours: ['insult'] }])).toMatchObject({ considerPolice: false });
  });

  test('is called for by the first incident that would, not by the newest', () => {
    const early = anIncident(2);
    const next = nextStep([anIncident(0), early], [], rule, now);
    expect(next?.leading).toEqual(early);
  });

  test('is none once a step or a decision to leave it followed, and none for hanging up', () => {
    expect(found([anIncident(3)], [aMeasure(2, 'warning', 365)])).toBeUndefined();
    expect(found([anIncident(3)], [aMeasure(2, 'policeReport')])).toMatchObject({ step: 'warning' });
    expect(found([anIncident(3, { left: true })])).toBeUndefined();
    expect(found([anIncident(0, { severity: 'verySerious', behaviours: ['angryHangUp'] })])).toBeUndefined();
  });
});

const incidents = fc.array(
  fc.record({
    id: fc.nat(),
    occurredAt: fc.integer({ min: -900, max: 10 }).map((day) => now + day * DAY),
    severity: fc.constantFrom(...severity.options),
    behaviours: fc.uniqueArray(fc.constantFrom(...behaviour.options), { minLength: 1, maxLength: 3 }),
    left: fc.boolean(),
  }),
  { maxLength: 8 },
);
const measures = fc.array(
  fc
    .tuple(fc.integer({ min: -900, max: 0 }), fc.nat({ max: 200 }), fc.constantFrom(...step.options), fc.boolean())
    .map(([day, length, kind, overturned]) => ({
      step: kind,
      decidedAt: now + day * DAY,
      endsAt: now + (day + length) * DAY,
      overturned,
    })),
  { maxLength: 6 },
);

describe('whatever the history', () => {
  test('a proposal stands on open incidents and gives its reasons', () => {
    fc.assert(
      fc.property(incidents, measures, (happened, done) => {
        const next = nextStep(happened, done, rule, now);
        if (!next) return;
        expect(openIncidents(happened, done, now)).toEqual(expect.arrayContaining(next.open));
        expect(next.open).toContain(next.leading);
        expect(next.leading.occurredAt).toBeLessThanOrEqual(now);
        expect(next.proposal.because.length).toBeGreaterThan(0);
        const { step: proposed, months } = next.proposal;
        expect(months === null).toBe(proposed !== 'contactBan');
        if (months !== null) expect(rule.banMonths).toContain(months);
      }),
    );
  });

  test('no ban is proposed without a step before it that counts, or something very serious', () => {
    fc.assert(
      fc.property(incidents, measures, (happened, done) => {
        if (nextStep(happened, done, rule, now)?.proposal.step !== 'contactBan') return;
        const warned = done.some(
          ({ step: kind, overturned }) => !overturned && ['warning', 'contactBan'].includes(kind),
        );
        expect(warned || happened.some((incident) => incident.severity === 'verySerious')).toBe(true);
      }),
    );
  });

  test('a step taken now leaves nothing open', () => {
    fc.assert(
      fc.property(incidents, measures, (happened, done) => {
        expect(nextStep(happened, [...done, aMeasure(0, 'warning', 365)], rule, now)).toBeNull();
      }),
    );
  });
});
