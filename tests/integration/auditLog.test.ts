import { describe, expect, test } from 'vitest';
import { aCaller } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

describe('the audit log', () => {
  async function busyMorning() {
    const opened = await practice.open();
    await opened.workAs('karin');
    const { callerId } = await opened.client.callers.create(aCaller());
    for (let nth = 0; nth < 4; nth += 1) await opened.client.callers.card({ callerId });
    const connection = opened.core.context.core.session.unlocked?.connection;
    if (!connection) throw new Error('the store is not open');
    const { entries } = await opened.client.audit.verify();
    return { ...opened, callerId, connection, entries };
  }

  test('holds when several windows ask at the same moment', async () => {
    const { client, callerId, entries } = await busyMorning();
    await Promise.all(Array.from({ length: 20 }, () => client.callers.card({ callerId })));
    // The check before is an entry as well.
    expect(await client.audit.verify()).toMatchObject({ entries: entries + 1 + 20, brokenAt: null });
  });

  test('says that a search was done and how many were shown, never what was typed', async () => {
    const { client, core, callerId, workAs, entries } = await busyMorning();
    const query = aCaller().displayName.slice(0, 4);
    for (let typed = 1; typed <= query.length; typed += 1)
      await client.callers.search({ query: query.slice(0, typed), limit: 8 });
    await client.callers.card({ callerId });
    await client.callers.search({ query: 'zzzz', limit: 8 });
    await core.lock();
    await workAs('karin');
    const log = await client.audit.list({ before: null, limit: 200 });
    const since = log.filter(({ id }) => id > entries + 1).map(({ action, subject }) => [action, subject]);
    expect(since.reverse().slice(0, 4)).toEqual([
      ['callers.search', 'callers 1'],
      ['callers.card', `caller ${callerId}`],
      ['callers.search', 'callers 0'],
      ['session.lock', null],
    ]);
  });

  test('cannot be changed by a query', async () => {
    const { connection } = await busyMorning();
    expect(() => connection.exec('update auditEntry set at = at')).toThrow('append only');
  });

  test.each([
    ['an entry that was changed', 'update auditEntry set userId = 99 where id = 5', 5],
    ['an entry whose hash was changed with it', "update auditEntry set at = 1, hash = 'abc' where id = 5", 5],
    ['the entry after one that was taken out', 'delete from auditEntry where id = 5', 6],
    ['the entry after the first ones', 'delete from auditEntry where id < 3', 3],
    [
      'the last entry, when that was taken off',
      'delete from auditEntry where id = (select max(id) from auditEntry)',
      -1,
    ],
    [
      'the first of the last three, when those were taken off',
      'delete from auditEntry where id > (select max(id) - 3 from auditEntry)',
      -3,
    ],
    ['the first entry, when all were taken out', 'delete from auditEntry', 1],
  ])('names %s', async (_what, tamper, expected) => {
    const { client, connection, entries } = await busyMorning();
    connection.exec(`drop trigger auditEntryStays; ${tamper}`);
    const brokenAt = expected > 0 ? expected : entries + 2 + expected;
    expect(await client.audit.verify()).toMatchObject({ brokenAt });
  });

  test('is whole in a copy, such as a backup is', async () => {
    const { client, connection } = await busyMorning();
    connection.exec('vacuum');
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });
});
