import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../src/shared/contract/audit.ts';
import { aCaller, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 24 * 3_600_000;

const said = (entries: readonly AuditEntry[]) => entries.map(({ action, subject }) => [action, subject]);

async function twoCallers() {
  const opened = await practice.open();
  const { client, workAs } = opened;
  await workAs('karin');
  const { callerId } = await client.callers.create(aCaller());
  const { callerId: otherId } = await client.callers.create(aCaller({ displayName: 'P. Ander', numbers: [] }));
  const read = (only: Parameters<typeof client.audit.list>[0]['only'] = {}, before: number | null = null) =>
    client.audit.list({ before, limit: 200, only });
  return { ...opened, callerId, otherId, read };
}

function connectionOf({ core }: Awaited<ReturnType<typeof twoCallers>>) {
  const connection = core.context.core.session.unlocked?.connection;
  if (!connection) throw new Error('the store is not open');
  return connection;
}

describe('the log is narrowed', () => {
  test('to a caller: the card, the cards that were merged into it and what hangs on it, by whomever', async () => {
    const { client, callerId, otherId, workAs, read } = await twoCallers();
    await workAs('anna');
    await client.callers.card({ callerId });
    await client.callers.card({ callerId: otherId });
    const { incidentId } = await client.incidents.record(anIncident({ callerId }));
    await workAs('karin');
    await client.review.incident({ incidentId });
    const about = await read({ callerId });
    expect(said(about)).toEqual([
      ['review.incident', `incident ${incidentId}`],
      ['incidents.record', `incident ${incidentId}`],
      ['callers.card', `caller ${callerId}`],
      ['callers.create', `caller ${callerId}`],
    ]);
    expect(about.map(({ userName }) => userName)).toEqual(['Karin', 'Anna', 'Anna', 'Karin']);
    expect(about.map(({ about: name }) => name)).toEqual([null, null, aCaller().displayName, aCaller().displayName]);
    await client.callers.merge({
      callerId: otherId,
      otherId: callerId,
      choices: { numbers: 'both' },
      agreement: 'kept',
    });
    const kept = await read({ callerId: otherId });
    expect(said(kept)).toEqual(expect.arrayContaining(said(about)));
    // The card of before is gone, and so is its name.
    expect(kept.filter(({ subject }) => subject === `caller ${callerId}`).map((entry) => entry.about)).toContain(null);
  });

  test('to a worker, a kind and days, and pages go on where the last one ended', async () => {
    const { client, callerId, workAs, read, clock, userIds } = await twoCallers();
    clock.now += 3 * DAY;
    await workAs('anna');
    for (let nth = 0; nth < 5; nth += 1) await client.callers.card({ callerId });
    await workAs('karin');
    await client.callers.card({ callerId });
    const ofAnna = await read({ userId: userIds.anna });
    expect(new Set(ofAnna.map(({ userName }) => userName))).toEqual(new Set(['Anna']));
    const seen = await read({ kind: 'seen', userId: userIds.anna });
    expect(said(seen)).toEqual(Array.from({ length: 5 }, () => ['callers.card', `caller ${callerId}`]));
    expect((await read({ kind: 'seen' })).filter(({ action }) => action === 'callers.card')).toHaveLength(6);
    const today = new Date(clock.now).toISOString().slice(0, 10);
    expect(new Set((await read({ from: today, lastDay: today })).map(({ at }) => at))).toEqual(new Set([clock.now]));
    expect(await read({ lastDay: '2020-01-01' })).toEqual([]);
    const all = await read();
    const paged: AuditEntry[] = [];
    for (let before: number | null = null; ; before = paged.at(-1)?.id ?? null) {
      const page = await client.audit.list({ before, limit: 4 });
      paged.push(...page);
      if (page.length < 4) break;
    }
    // What each look adds comes on top, and not between.
    const ids = new Set(paged.map(({ id }) => id));
    expect(ids.size).toBe(paged.length);
    expect(all.every(({ id }) => ids.has(id))).toBe(true);
  });

  test('and reading it is one entry for each narrowing, not for each page', async () => {
    const { client, callerId, read, userIds } = await twoCallers();
    await client.audit.list({ before: null, limit: 2 });
    await client.audit.list({ before: 3, limit: 2 });
    await read({ callerId });
    await read({ userId: userIds.anna });
    // A page of what was never opened is a look too.
    await read({ kind: 'seen' }, 4);
    const looks = (await read()).filter(({ action }) => action === 'audit.list');
    expect(said(looks)).toEqual([
      ['audit.list', null],
      ['audit.list', `user ${userIds.anna}`],
      ['audit.list', `caller ${callerId}`],
      ['audit.list', null],
    ]);
    expect((await read({ callerId }))[0]).toMatchObject({ action: 'audit.list', about: aCaller().displayName });
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  test('for a file too: it says of what it is, and stands with the caller that it is about', async () => {
    const { client, callerId, otherId, read, clock } = await twoCallers();
    await client.callers.card({ callerId: otherId });
    const today = new Date(clock.now).toISOString().slice(0, 10);
    const request = { what: 'audit', period: { from: today, lastDay: today }, only: { callerId } } as const;
    const { content } = await client.exports.make({ request, format: 'csv' });
    const text = await content.text();
    expect(text).toContain(`beller ${callerId}`);
    expect(text).not.toContain(`beller ${otherId}`);
    expect(await client.exports.size({ request })).toEqual({ rows: 2 });
    expect(said(await read({ callerId }))[0]).toEqual(['exports.make', `caller ${callerId}`]);
    expect((await client.exports.make({ request, format: 'pdf' })).type).toBe('application/pdf');
  });
});

describe('what of the log needs a manager', () => {
  test('is a check that found something, until one finds nothing', async () => {
    const opened = await twoCallers();
    const { client, clock } = opened;
    const ofLog = async () => (await client.review.attention()).late.filter(({ kind }) => kind === 'log');
    expect(await ofLog()).toEqual([]);
    connectionOf(opened).exec('drop trigger auditEntryStays; update auditEntry set userId = 9 where id = 3');
    expect(await client.audit.verify()).toMatchObject({ brokenAt: 3 });
    expect(await ofLog()).toEqual([{ kind: 'log', problem: 'broken', since: clock.now }]);
    expect((await client.audit.list({ before: null, limit: 1 }))[0]).toMatchObject({ subject: 'broken entry 3' });
  });

  test('is an end that was missing at an unlock, until the chain was checked', async () => {
    const opened = await twoCallers();
    const { client, clock, workAs } = opened;
    connectionOf(
      opened,
    ).exec(`insert into auditEntry (at, action, subject, hash) values (5, 'audit.shorter', 'entry 9', sha256(
      (select hash from auditEntry order by id desc limit 1) || json_array(5, null, null, 'audit.shorter', 'entry 9')))`);
    expect((await client.review.attention()).late).toContainEqual({ kind: 'log', problem: 'shorter', since: 5 });
    await client.audit.verify();
    clock.now += 1000;
    await workAs('karin');
    expect((await client.review.attention()).late.map(({ kind }) => kind)).not.toContain('log');
  });
});

test('the desk asks for the log of a caller, and the review window is told where to go', async () => {
  const { client, callerId, clock } = await twoCallers();
  expect(await client.window.reviewPlace()).toBeNull();
  await client.window.openReview({ logOfCallerId: callerId });
  const logOf = { id: callerId, displayName: aCaller().displayName };
  expect(await client.window.reviewPlace()).toEqual({ askedAt: clock.now, logOf });
  await client.window.openReview();
  expect(await client.window.reviewPlace()).toBeNull();
});
