import { describe, expect, test } from 'vitest';
import type { ContractClient } from '../../src/shared/contract/index.ts';
import { aCaller, aDraft, someTerms } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

async function call(client: ContractClient, callerId: number, startedAt: number, more = {}): Promise<void> {
  await client.contacts.save(aDraft({ callerId, startedAt, reason: 'question', ...more }));
}

describe('an agreement', () => {
  test('is made by a receptionist, used by each call once, seen in the search, and ends by itself', async () => {
    const { client, workAs, clock } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    await client.callers.create(aCaller({ displayName: 'Friso Pimpelveld' }));
    expect(await client.agreements.ofCaller({ callerId })).toEqual({ agreement: null, frequency: null });
    await client.agreements.make({ callerId, terms: someTerms() });
    expect((await client.agreements.ofCaller({ callerId })).agreement).toMatchObject({
      terms: someTerms(),
      madeByName: 'Anna',
      use: { state: 'upcoming', used: 0, now: 'notStarted' },
    });
    expect(await client.callers.search({ query: 'zwaan' })).toMatchObject([{ flags: [] }]);

    // Tuesday at the agreed moment, with an emergency in between that counts for nothing.
    clock.now = Date.parse('2026-11-24T13:10:00Z');
    await call(client, callerId, clock.now);
    await call(client, callerId, clock.now, { reason: 'urgent' });
    await call(client, callerId, clock.now, { channel: 'urgentLine' });
    clock.now = Date.parse('2026-11-26T09:00:00Z');
    await call(client, callerId, clock.now);
    expect((await client.agreements.ofCaller({ callerId })).agreement?.use).toEqual({
      state: 'running',
      used: 2,
      now: 'usedUp',
      next: { from: Date.parse('2026-12-01T13:00:00Z'), until: Date.parse('2026-12-01T14:00:00Z') },
    });
    // Changing it gives no call of this week back, nor does ending it and taking that back.
    clock.now += 1000;
    const { agreementId } = await client.agreements.make({ callerId, terms: someTerms({ reason: 'Anders.' }) });
    clock.now += 1000;
    await client.agreements.end({ agreementId });
    clock.now += 5000;
    await client.agreements.make({ callerId, terms: someTerms() });
    expect((await client.agreements.ofCaller({ callerId })).agreement?.use.used).toBe(2);

    const until = Date.parse('2027-01-29T23:00:00Z');
    const found = { id: callerId, flags: [{ kind: 'agreement', used: 2, perWeek: 2, until }] };
    expect(await client.callers.search({ query: 'zwaan' })).toMatchObject([found]);
    for (const query of ['afspraak', 'belafspraak', 'Agreement'])
      expect(await client.callers.search({ query })).toMatchObject([found]);

    clock.now = until;
    await workAs('anna');
    expect((await client.agreements.ofCaller({ callerId })).agreement).toBeNull();
    expect(await client.callers.search({ query: 'belafspraak' })).toEqual([]);
  });

  test('takes the place of the one before, and can be ended', async () => {
    const { client, workAs } = await practice.open();
    await workAs('bram');
    const { callerId } = await client.callers.create(aCaller());
    await client.agreements.make({ callerId, terms: someTerms() });
    const { agreementId } = await client.agreements.make({ callerId, terms: someTerms({ callsPerWeek: 1 }) });
    const { agreement } = await client.agreements.ofCaller({ callerId });
    expect(agreement).toMatchObject({ id: agreementId, terms: { callsPerWeek: 1 } });
    await client.agreements.end({ agreementId });
    expect((await client.agreements.ofCaller({ callerId })).agreement).toBeNull();
    await expect(client.agreements.end({ agreementId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    ['lastDay', 'tooEarly', { lastDay: '2026-11-22' }],
    ['reviewOn', 'outside', { reviewOn: '2027-02-01' }],
    ['moments', 'untilBeforeFrom', { moments: [{ weekday: 1, from: '10:00', until: '10:00' }] }],
    ['moments', 'twice', { moments: [1, 1].map((weekday) => ({ weekday, from: '10:00', until: '11:00' })) }],
  ])('with a wrong %s says so at the field', async (field, problem, terms) => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    await expect(client.agreements.make({ callerId, terms: someTerms(terms) })).rejects.toMatchObject({
      code: 'FIELD',
      data: { field, problem },
    });
  });

  test('that ends or must be looked at this week stands first in the manager’s list', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const ids = [];
    for (const displayName of ['Zwaantje', 'Friso', 'Ümit'])
      ids.push((await client.callers.create(aCaller({ displayName }))).callerId);
    const [zwaantje = 0, friso = 0, umit = 0] = ids;
    const soon = { startsOn: '2026-11-16', reviewOn: '2026-11-20' };
    await client.agreements.make({ callerId: zwaantje, terms: someTerms() });
    const { agreementId } = await client.agreements.make({ callerId: friso, terms: someTerms(soon) });
    await client.agreements.make({ callerId: umit, terms: someTerms({ ...soon, lastDay: '2026-11-22' }) });
    await workAs('karin');
    expect(await client.agreements.list()).toMatchObject([
      { callerName: 'Ümit', due: 'ends' },
      { callerName: 'Friso', due: 'review' },
      { callerName: 'Zwaantje', due: null },
    ]);
    expect(await client.agreements.markReviewed({ agreementId })).toEqual({ reviewOn: '2026-12-19' });
    expect((await client.agreements.list()).filter(({ due }) => due !== null)).toHaveLength(1);
  });
});

describe('a caller who calls often', () => {
  test('is noticed against their own past, not for calls with a clear need, and no more under an agreement', async () => {
    const { client, workAs, clock } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const start = clock.now;
    for (let week = 1; week <= 8; week += 1) await call(client, callerId, start - week * 7 * DAY);
    for (let number = 0; number < 9; number += 1)
      await call(client, callerId, start - number * 1000, { reason: 'result' });
    expect((await client.agreements.ofCaller({ callerId })).frequency).toBeNull();
    for (let number = 0; number < 6; number += 1) await call(client, callerId, start - number * 1000);
    expect((await client.agreements.ofCaller({ callerId })).frequency).toEqual({
      code: 'moreThanBefore',
      calls: 6,
      usual: { atLeast: 1, atMost: 1 },
    });
    await client.agreements.make({ callerId, terms: someTerms() });
    expect((await client.agreements.ofCaller({ callerId })).frequency).toBeNull();
  });

  test('and is new to the practice, is noticed against what others do', async () => {
    const { client, workAs, clock } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    for (let number = 0; number < 6; number += 1) await call(client, callerId, clock.now - number * 1000);
    expect((await client.agreements.ofCaller({ callerId })).frequency).toBeNull();
    const { callerId: other } = await client.callers.create(aCaller({ displayName: 'Friso' }));
    await call(client, other, clock.now);
    expect((await client.agreements.ofCaller({ callerId })).frequency).toMatchObject({ code: 'moreThanOthers' });
  });
});

describe('quiet moments', () => {
  test('come from the log of the practice itself', async () => {
    const { client, workAs, clock } = await practice.open();
    await workAs('anna');
    const tuesday = Date.parse('2026-11-17T13:00:00Z');
    for (let week = 0; week < 3; week += 1) {
      await client.contacts.save(aDraft({ startedAt: tuesday - week * 7 * DAY }));
      for (let number = 0; number < 3; number += 1)
        await client.contacts.save(aDraft({ startedAt: tuesday - week * 7 * DAY + 3_600_000 + number }));
    }
    expect(clock.now).toBeGreaterThan(tuesday);
    expect(await client.agreements.suggest()).toEqual({
      quiet: {
        weeks: 3,
        hours: [
          { weekday: 2, hour: 14, contacts: 1 },
          { weekday: 2, hour: 15, contacts: 3 },
        ],
        proposed: [{ weekday: 2, from: '14:00', until: '15:00' }],
      },
      period: { startsOn: '2026-11-21', reviewOn: '2026-12-19', lastDay: '2027-02-13' },
    });
  });
});

describe('an exception', () => {
  const terms = { what: 'Recept per mail', why: 'Kan niet bellen onder het werk', lastDay: '2026-12-03' };

  test('stands on the card until its last day is over, with who granted it', async () => {
    const { client, workAs, clock } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    await client.exceptions.grant({ callerId, terms });
    expect(await client.exceptions.ofCaller({ callerId })).toMatchObject([{ terms, grantedByName: 'Anna' }]);
    clock.now = Date.parse('2026-12-03T22:59:59Z');
    await workAs('bram');
    expect(await client.exceptions.ofCaller({ callerId })).toHaveLength(1);
    clock.now += 1000;
    expect(await client.exceptions.ofCaller({ callerId })).toEqual([]);
    expect(await client.callers.search({ query: 'zwaan' })).toMatchObject([{ flags: [] }]);
  });

  test('can be ended, is not granted for the past, and is listed for the manager', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const { exceptionId } = await client.exceptions.grant({ callerId, terms });
    await client.exceptions.grant({ callerId, terms: { ...terms, lastDay: '2026-11-22' } });
    const past = { ...terms, lastDay: '2026-11-20' };
    await expect(client.exceptions.grant({ callerId, terms: past })).rejects.toMatchObject({ code: 'FIELD' });
    await workAs('karin');
    expect(await client.exceptions.list()).toMatchObject([
      { due: 'ends' },
      { due: null, callerName: 'Zwaantje Regenkamp' },
    ]);
    await client.exceptions.end({ exceptionId });
    expect(await client.exceptions.list()).toHaveLength(1);
  });
});

describe('the demo practice', () => {
  test('has agreements and exceptions, running and over, and takes them along with its people', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    await client.setup.loadDemo();
    expect((await client.agreements.list()).map(({ due }) => due)).toEqual(['review', null]);
    expect((await client.exceptions.list()).map(({ due }) => due)).toEqual(['ends', null, null]);
    expect(await client.agreements.ended()).toMatchObject([{ ended: { byName: 'Karin' } }]);
    expect(await client.exceptions.ended()).toMatchObject([{ ended: null }]);
    const [first] = await client.callers.search({ query: 'a' });
    const callerId = first?.id ?? 0;
    await client.agreements.make({ callerId, terms: someTerms() });
    await client.exceptions.grant({ callerId, terms: { what: 'x', why: 'y', lastDay: '2026-12-03' } });
    await client.setup.removeDemo();
    expect(await client.agreements.list()).toEqual([]);
    expect(await client.exceptions.list()).toEqual([]);
    expect([await client.agreements.ended(), await client.exceptions.ended()]).toEqual([[], []]);
  });
});
