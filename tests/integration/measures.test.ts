import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/shared/contract/measureDecision.ts';
import { afterThreat, terms } from '../support/afterThreat.ts';
import { startOfTest } from '../support/options.ts';
import { aCaller, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

describe('an incident that calls for a step', () => {
  test('is proposed to the manager with the reasons and both clocks, until one is taken', async () => {
    const { client, callerId, incidentId, decision } = await afterThreat(practice);
    expect(await client.measures.toDecide()).toEqual([
      expect.objectContaining({
        callerId,
        proposal: {
          step: 'contactBan',
          months: 1,
          because: [{ code: 'verySerious', at: null, count: null }],
          considerPolice: true,
        },
        openIncidentIds: [incidentId],
        answerBefore: startOfTest + DAY,
        // A Saturday: two working days later is Tuesday.
        policeBefore: '2026-11-24',
      }),
    ]);
    expect((await client.measures.propose({ callerId })).terms).toContainEqual({
      ...{ months: 3, from: '2026-11-21', lastDay: '2027-02-20', reviewDay: '2027-01-06' },
    });
    await client.measures.decide(decision);
    expect(await client.measures.toDecide()).toEqual([]);
    expect((await client.measures.propose({ callerId })).proposal).toBeNull();
  });

  test('can be left with a reason, and then does not come back', async () => {
    const { client, callerId, incidentId } = await afterThreat(practice);
    await client.measures.leave({
      callerId,
      incidentIds: [incidentId],
      reason: 'Was in de war, familie belde.',
      tell: false,
    });
    expect(await client.measures.toDecide()).toEqual([]);
  });

  test('knows that Christmas is no working day', async () => {
    const { client, callerId, clock, workAs } = await afterThreat(practice);
    clock.now = Date.parse('2026-12-24T10:00:00Z');
    await workAs('karin');
    await client.incidents.record(anIncident({ callerId, behaviours: ['physical'], severity: 'verySerious' }));
    await client.measures.leave({ callerId, incidentIds: [1], reason: 'Eerder besproken.', tell: false });
    expect(await client.measures.propose({ callerId })).toMatchObject({ policeBefore: '2026-12-29' });
  });
});

describe('a contact ban', () => {
  test('shows at the desk while it runs, lapses by itself, and then nothing looks like a running ban', async () => {
    const { client, callerId, clock, decision, workAs } = await afterThreat(practice);
    await client.measures.decide(decision);
    await workAs('anna');
    expect(await client.measures.ofCaller({ callerId })).toMatchObject({
      bans: [{ channels: ['phone', 'desk'], openChannels: ['mail', 'chat'], lastDay: '2026-12-20' }],
      warnings: [],
      others: [],
    });
    const found = async () => (await client.callers.search({ query: 'Zwaantje' }))[0]?.flags.map(({ kind }) => kind);
    expect(await found()).toEqual(expect.arrayContaining(['contactBan']));
    for (const query of ['verbod', 'ban', 'contactverbod']) {
      expect((await client.callers.search({ query })).map(({ id }) => id)).toEqual([callerId]);
    }

    const end = Date.parse('2026-12-20T23:00:00Z');
    clock.now = end - 1;
    await workAs('anna');
    expect((await client.measures.ofCaller({ callerId })).bans).toHaveLength(1);
    clock.now = end;
    await workAs('anna');
    expect(await client.measures.ofCaller({ callerId })).toMatchObject({ bans: [], others: [{ state: 'ended' }] });
    expect(await found()).toEqual([]);
    expect(await client.callers.search({ query: 'verbod' })).toEqual([]);
    await workAs('karin');
    expect(await client.measures.register()).toMatchObject({ running: [], past: [{ state: 'ended' }] });
  });

  test('is in the register when it lapses or is to be reviewed this week, until that is done', async () => {
    const { client, decision, clock, workAs } = await afterThreat(practice);
    const { measureId } = await client.measures.decide(decision);
    expect(await client.measures.register()).toMatchObject({ lapsingIds: [], toReviewIds: [] });
    clock.now = Date.parse('2026-12-02T09:00:00Z');
    await workAs('karin');
    expect(await client.measures.register()).toMatchObject({ lapsingIds: [], toReviewIds: [measureId] });
    await client.measures.markReviewed({ measureId });
    expect(await client.measures.register()).toMatchObject({ toReviewIds: [] });
    clock.now = Date.parse('2026-12-15T09:00:00Z');
    await workAs('karin');
    expect(await client.measures.register()).toMatchObject({ lapsingIds: [measureId] });
  });

  test('can be lifted with a reason, once', async () => {
    const { client, callerId, decision } = await afterThreat(practice);
    const { measureId } = await client.measures.decide(decision);
    await client.measures.lift({ measureId, reason: 'Excuses gemaakt en afspraken gemaakt.' });
    expect((await client.measures.ofCaller({ callerId })).bans).toEqual([]);
    expect((await client.measures.detail({ measureId })).measure).toMatchObject({
      state: 'lifted',
      lifted: { byName: 'Karin', reason: 'Excuses gemaakt en afspraken gemaakt.' },
    });
    await expect(client.measures.lift({ measureId, reason: 'Nog eens.' })).rejects.toMatchObject({
      code: 'NOT_RUNNING',
    });
  });

  test('is extended by a new one that names it and takes its place', async () => {
    const { client, callerId, incidentId, decision } = await afterThreat(practice);
    const { measureId } = await client.measures.decide(decision);
    const again = { measureId, reason: 'Belde toch elke dag.', incidentIds: [incidentId] };
    await expect(client.measures.extend({ ...again, lastDay: '2026-12-20' })).rejects.toMatchObject({ code: 'FIELD' });
    await expect(client.measures.extend({ ...again, lastDay: '2036-12-20' })).rejects.toMatchObject({ code: 'FIELD' });
    const extended = await client.measures.extend({ ...again, lastDay: '2027-02-20' });
    expect(await client.measures.ofCaller({ callerId })).toMatchObject({
      bans: [{ id: extended.measureId, lastDay: '2027-02-20', channels: ['phone', 'desk'] }],
      others: [{ id: measureId, state: 'replaced' }],
    });
    expect((await client.measures.detail(extended)).measure.replaces).toEqual({ id: measureId, as: 'extended' });
  });

  test('has an end, an incident of this caller, and starts no earlier than today', async () => {
    const { client, decision } = await afterThreat(practice);
    const { callerId: otherId } = await client.callers.create(aCaller({ displayName: 'Bertus Molenaar' }));
    const refused = (changed: Partial<Decision>) => client.measures.decide({ ...decision, ...changed });
    await expect(refused({ ban: null })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(refused({ incidentIds: [] })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(refused({ reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(refused({ callerId: otherId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(refused({ ban: { ...terms, from: '2026-11-20' } })).rejects.toMatchObject({ code: 'FIELD' });
    await expect(refused({ ban: { ...terms, lastDay: '2031-11-20' } })).rejects.toMatchObject({ code: 'FIELD' });
  });
});

describe('after a step', () => {
  test('an objection is recorded and answered once; upheld, the step no longer counts', async () => {
    const { client, callerId, decision, clock, workAs } = await afterThreat(practice);
    const { measureId } = await client.measures.decide(decision);
    const { objectionId } = await client.measures.recordObjection({
      ...{ measureId, receivedOn: '2026-11-21', text: 'Het was mijn broer.' },
    });
    expect((await client.measures.register()).running).toMatchObject([{ openObjections: 1 }]);
    const answer = { objectionId, outcome: 'upheld', text: 'Dat klopt, het was uw broer.' } as const;
    await client.measures.answerObjection(answer);
    await expect(client.measures.answerObjection(answer)).rejects.toMatchObject({ code: 'ANSWERED' });
    expect((await client.measures.detail({ measureId })).objections).toMatchObject([
      { text: 'Het was mijn broer.', recordedByName: 'Karin', answer: { outcome: 'upheld', answeredByName: 'Karin' } },
    ]);
    await client.measures.lift({ measureId, reason: 'Het bezwaar was gegrond.' });
    clock.now += DAY;
    await workAs('karin');
    await client.incidents.record(anIncident({ callerId }));
    // With the ban a serious incident would call for a longer one.
    expect((await client.measures.propose({ callerId })).proposal).toMatchObject({ step: 'warning' });
  });

  test('a warning counts for a year, and a claim is noted with its outcome', async () => {
    const { client, callerId, decision, workAs } = await afterThreat(practice);
    await client.measures.decide({ ...decision, step: 'warning', ban: null });
    const claim = await client.measures.decide({ ...decision, step: 'damageClaim', ban: null, incidentIds: [] });
    await client.measures.noteOutcome({ ...claim, outcome: 'De schade is vergoed.' });
    expect((await client.measures.detail(claim)).measure).toMatchObject({
      state: 'noted',
      outcome: 'De schade is vergoed.',
      lastDay: null,
    });
    await workAs('anna');
    expect(await client.measures.ofCaller({ callerId })).toMatchObject({
      bans: [],
      warnings: [{ lastDay: '2027-11-20' }],
    });
  });

  test('the demo practice has some of each, and removing it leaves what is the practice’s own', async () => {
    const { client, decision } = await afterThreat(practice);
    await client.measures.decide(decision);
    await client.setup.loadDemo();
    const { running } = await client.measures.register();
    expect(new Set(running.map(({ step }) => step))).toEqual(new Set(['contactBan', 'warning']));
    const [demoCaller] = await client.measures.toDecide();
    if (!demoCaller) throw new Error('nothing in the demo practice calls for a step');
    const { callerId, openIncidentIds } = demoCaller;
    await client.measures.decide({ ...decision, callerId, incidentIds: openIncidentIds });
    await client.setup.removeDemo();
    expect((await client.measures.register()).running).toMatchObject([{ callerName: 'Zwaantje Regenkamp' }]);
  });

  test('the flags of a search come from an index of what is in force, not from all of the past', async () => {
    const { client, core, decision } = await afterThreat(practice);
    const { unlocked } = core.context.core.session;
    await client.measures.decide(decision);
    const plan = unlocked?.connection
      .prepare<[], { detail: string }>(
        `explain query plan select callerId from measure
          where lastDay >= '2026-11-21' and liftedAt is null and replacedAt is null`,
      )
      .all();
    expect(plan?.map(({ detail }) => detail).join()).toContain('measureInForce');
  });
});
