import { expect, test } from 'vitest';
import { afterThreat } from '../support/afterThreat.ts';
import { anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

test('a running ban goes on while the clock is set back, and a manager is told until the log was checked', async () => {
  const { client, clock, core, callerId, decision, workAs } = await afterThreat(practice);
  const right = clock.now;
  await client.measures.decide(decision);
  for (const back of [HOUR, DAY, YEAR]) {
    await core.lock();
    clock.now = right - back;
    await workAs('karin');
    expect((await client.measures.ofCaller({ callerId })).bans).toMatchObject([{ lastDay: '2026-12-20' }]);
    expect((await client.callers.search({ query: 'Zwaantje' }))[0]?.flags).toMatchObject([{ kind: 'contactBan' }]);
    expect((await client.review.attention()).late).toContainEqual({ kind: 'log', problem: 'clock', since: clock.now });
    await client.audit.verify();
    const { late } = await client.review.attention();
    expect(late.filter(({ kind }) => kind === 'log')).toEqual([]);
    await core.lock();
    clock.now = right;
    await workAs('karin');
  }
});

test.each([HOUR, DAY, YEAR])(
  'the app locks after its idle time, also when the clock is set back by %d ms',
  async (back) => {
    const { client, clock, core, workAs } = await practice.open();
    const { options, session } = core.context.core;
    let uptime = 0;
    options.uptime = () => uptime;
    options.host.idleSeconds = () => null;
    const pass = async (milliseconds: number) => {
      clock.now += milliseconds;
      uptime += milliseconds;
      await session.lockWhenIdle();
      return core.state().kind;
    };
    await workAs('karin');
    clock.now -= back;
    expect(await pass(5 * 60_000 - 1)).toBe('unlocked');
    await client.session.active();
    clock.now -= back;
    expect(await pass(5 * 60_000 - 1)).toBe('unlocked');
    expect(await pass(1)).toBe('locked');
  },
);

test('a ban that was lifted does not run again while the clock is set back', async () => {
  const { client, clock, callerId, decision } = await afterThreat(practice);
  const { measureId } = await client.measures.decide(decision);
  clock.now += DAY;
  await client.measures.lift({ measureId, reason: 'Er is gepraat.' });
  clock.now -= 2 * HOUR;
  expect((await client.review.attention()).late).toContainEqual({ kind: 'log', problem: 'clock', since: clock.now });
  expect((await client.measures.ofCaller({ callerId })).bans).toEqual([]);
  expect((await client.measures.detail({ measureId })).measure.state).toBe('lifted');
});

test('an incident and what was told of it, dated by a clock that was ahead, are due at once when it is right', async () => {
  const { client, clock, callerId, workAs } = await afterThreat(practice);
  const right = clock.now;
  clock.now += YEAR;
  await client.incidents.record(anIncident({ callerId, behaviours: ['threat'], severity: 'verySerious' }));
  clock.now = right + 3 * DAY;
  await workAs('karin');
  const { late } = await client.review.attention();
  expect(late).toContainEqual(expect.objectContaining({ kind: 'answer', callerId, since: right + DAY }));
});

test('what was decided and told by a clock that was a year ahead puts nothing off once it is right', async () => {
  const { client, clock, core, callerId, decision, workAs, userIds } = await afterThreat(practice);
  const right = clock.now;
  clock.now += YEAR;
  if (!decision.ban) throw new Error('no terms');
  const ban = { ...decision.ban, from: '2027-11-21', lastDay: '2027-12-20', reviewDay: '2027-12-06' };
  const { measureId } = await client.measures.decide({ ...decision, ban });
  const told = { callerId, measureId: null, way: 'phone', on: '2027-11-21', byUserId: userIds.karin } as const;
  await client.measures.recordTold(told);
  await core.lock();
  clock.now = right + HOUR;
  await workAs('karin');
  // It runs from its decision, is to be looked at now, and the person must still hear of it within the day.
  expect((await client.measures.ofCaller({ callerId })).bans).toMatchObject([{ lastDay: '2027-12-20' }]);
  expect((await client.measures.register()).toReviewIds).toEqual([measureId]);
  expect(await client.measures.toTell()).toMatchObject([{ measure: { id: measureId }, answerBefore: right + DAY }]);
  expect((await client.review.attention()).toDecide).toMatchObject([{ callerId, answerBefore: right + DAY }]);
  await client.measures.markReviewed({ measureId });
  expect((await client.measures.register()).toReviewIds).toEqual([]);
});
