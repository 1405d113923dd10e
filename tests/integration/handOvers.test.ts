import { describe, expect, test } from 'vitest';
import type { HandOverChoice } from '../../src/shared/contract/handOvers.ts';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function aCard({ client }: PracticeCopy, displayName = 'Zwaantje Regenkamp'): Promise<number> {
  return (await client.callers.create(aCaller({ displayName }))).callerId;
}

const toWorker = (userId: number, dueAt: number, kind: HandOverChoice['kind'] = 'handOver'): HandOverChoice => ({
  kind,
  to: { kind: 'worker', userId },
  dueAt,
});

describe('a hand-over to a colleague', () => {
  test('is kept with the draft, seen by the colleague, done with one call, and seen as done by who gave it', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    const handOver = toWorker(userIds.bram, clock.now + HOUR, 'callBack');
    const draft = aDraft({ callerId, reason: 'result', text: 'Wil de uitslag horen.', handOver });
    await client.contacts.saveDraft(draft);
    expect(await client.contacts.drafts()).toEqual([draft]);
    expect(await client.handOvers.ofCaller({ callerId })).toEqual([]);
    await client.contacts.save(draft);
    expect(await client.handOvers.forMe()).toEqual({ toDo: [], done: [] });
    expect(await client.handOvers.ofCaller({ callerId })).toMatchObject([
      { kind: 'callBack', receiverName: 'Bram', giverName: 'Anna', givenByYou: true, toYou: false },
    ]);

    await workAs('bram');
    const { toDo } = await client.handOvers.forMe();
    expect(toDo).toMatchObject([
      { callerId, callerName: 'Zwaantje Regenkamp', reason: 'result', text: draft.text, state: 'later', toYou: true },
    ]);
    const handOverId = toDo[0]?.id ?? 0;
    await expect(client.handOvers.markSeen({ handOverId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.handOvers.markDone({ handOverId });
    await expect(client.handOvers.markDone({ handOverId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.handOvers.forMe()).toEqual({ toDo: [], done: [] });

    await workAs('anna');
    await expect(client.handOvers.reopen({ handOverId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.handOvers.forMe()).done).toMatchObject([
      { id: handOverId, callerName: 'Zwaantje Regenkamp', doneByName: 'Bram', doneAt: clock.now },
    ]);
    await client.handOvers.markSeen({ handOverId });
    expect((await client.handOvers.forMe()).done).toEqual([]);

    await workAs('karin');
    const entries = await client.audit.list({ before: null, limit: 50 });
    const actions = entries.filter(({ subject }) => subject === `hand-over ${handOverId}`);
    expect(actions.map(({ action }) => action)).toEqual(['handOvers.markDone']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  test('is taken back by who marked it done, and then is to do again', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    await client.contacts.save(aDraft({ callerId, handOver: toWorker(userIds.bram, clock.now) }));
    await workAs('bram');
    const [given] = await client.handOvers.ofCaller({ callerId });
    await client.handOvers.markDone({ handOverId: given?.id ?? 0 });
    await client.handOvers.reopen({ handOverId: given?.id ?? 0 });
    expect((await client.handOvers.forMe()).toDo).toMatchObject([{ id: given?.id }]);
  });

  test('goes to the colleague’s role when the colleague leaves', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await workAs('karin');
    const callerId = await aCard(opened);
    await client.contacts.save(aDraft({ callerId, handOver: toWorker(userIds.bram, clock.now) }));
    await workAs('anna');
    expect((await client.handOvers.forMe()).toDo).toEqual([]);
    await workAs('karin');
    await client.team.remove({ userId: userIds.bram });
    expect((await client.handOvers.choices()).workers.map(({ name }) => name)).toEqual(['Anna', 'Karin']);
    expect((await client.handOvers.forMe()).toDo).toEqual([]);
    await workAs('anna');
    expect((await client.handOvers.forMe()).toDo).toMatchObject([
      { receiverName: null, receiverRole: 'receptionist', toYou: true },
    ]);
    // With nobody left in that role it does not disappear.
    await workAs('karin');
    await client.team.remove({ userId: userIds.anna });
    expect((await client.handOvers.forMe()).toDo).toHaveLength(1);
  });

  test('to a role is seen by everybody who has it', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    const handOver: HandOverChoice = { kind: 'handOver', to: { kind: 'role', role: 'manager' }, dueAt: clock.now };
    await client.contacts.save(aDraft({ callerId, handOver }));
    for (const [worker, seen] of [
      ['anna', 0],
      ['bram', 0],
      ['karin', 1],
    ] as const) {
      await workAs(worker);
      expect([worker, (await client.handOvers.forMe()).toDo.length]).toEqual([worker, seen]);
    }
  });
});

const lateOf = async (client: PracticeCopy['client']) =>
  (await client.review.attention()).late.flatMap((item) => (item.kind === 'handOver' ? [item] : []));

test('what is late is in the review, the longest ago first', async () => {
  const opened = await practice.open();
  const { client, workAs, clock, userIds } = opened;
  await workAs('anna');
  const callerId = await aCard(opened);
  for (const hours of [2, 1, 30]) {
    await client.contacts.save(aDraft({ callerId, handOver: toWorker(userIds.anna, clock.now + hours * HOUR) }));
  }
  await workAs('karin');
  expect(await lateOf(client)).toEqual([]);
  clock.now += 3 * HOUR;
  await workAs('karin');
  const late = await lateOf(client);
  expect(late).toMatchObject([
    { receiverName: 'Anna', callerName: 'Zwaantje Regenkamp', since: clock.now - 2 * HOUR },
    { since: clock.now - HOUR },
  ]);
  await client.handOvers.markDone({ handOverId: late[0]?.handOverId ?? 0 });
  expect(await lateOf(client)).toHaveLength(1);
});

test('a time is read by the core, and what is none is refused at its field', async () => {
  const { client, workAs, clock } = await practice.open();
  await workAs('anna');
  expect(await client.handOvers.readTime({ time: '14:30' })).toEqual({ dueAt: clock.now + 4.5 * HOUR });
  await expect(client.handOvers.readTime({ time: 'ooit' })).rejects.toMatchObject({
    code: 'FIELD',
    data: { field: 'time' },
  });
});

test('a draft from before there were hand-overs is still read', async () => {
  const { client, workAs, core, userIds } = await practice.open();
  await workAs('anna');
  const { handOver: _handOver, ...older } = aDraft();
  await core.context.core.session.unlocked?.database
    .insertInto('draft')
    .values({ id: older.id, userId: userIds.anna, content: JSON.stringify(older), startedAt: 1, updatedAt: 1 })
    .execute();
  expect(await client.contacts.drafts()).toEqual([older]);
});

describe('a contact without a caller', () => {
  test('is linked later with its incident and its call-back, and all of it is taken back in one', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    const before = await client.callers.search({ query: 'zwaantje' });
    clock.now += HOUR;
    const startedAt = clock.now - MINUTE;
    const draft = aDraft({ text: 'Noemde geen naam.', startedAt, handOver: toWorker(userIds.anna, clock.now) });
    await client.incidents.record(anIncident({ draftId: draft.id }));
    const { contactId } = await client.contacts.save(draft);
    expect(await client.contacts.ownDay()).toMatchObject([{ kind: 'contact', id: contactId, callerId: null }]);
    expect((await client.callers.card({ callerId })).history).toEqual([]);

    const work = { kind: 'contact', id: contactId } as const;
    await client.contacts.link({ work, callerId });
    expect((await client.callers.card({ callerId })).history).toMatchObject([
      { kind: 'incident' },
      { kind: 'contact', text: 'Noemde geen naam.' },
    ]);
    expect(await client.handOvers.ofCaller({ callerId })).toHaveLength(1);
    expect(await client.contacts.ownDay()).toMatchObject([{ id: contactId, callerName: 'Zwaantje Regenkamp' }]);
    await expect(client.contacts.link({ work, callerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await client.contacts.unlink({ work });
    expect((await client.callers.card({ callerId })).history).toEqual([]);
    expect(await client.handOvers.ofCaller({ callerId })).toEqual([]);
    expect(await client.callers.search({ query: 'zwaantje' })).toEqual(before);
    await expect(client.contacts.unlink({ work })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await workAs('karin');
    const actions = (await client.audit.list({ before: null, limit: 50 })).map(({ action, subject }) => [
      action,
      subject,
    ]);
    expect(actions).toContainEqual(['contacts.link', `contact ${contactId}`]);
    expect(actions).toContainEqual(['contacts.unlink', `contact ${contactId}`]);
  });

  test('is linked by whoever noted it, and only to a caller who is there', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    const { contactId } = await client.contacts.save(aDraft());
    const work = { kind: 'contact', id: contactId } as const;
    await expect(client.contacts.link({ work, callerId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('bram');
    await expect(client.contacts.link({ work, callerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.contacts.ownDay()).toEqual([]);
  });

  test('a contact that had its caller from the beginning cannot be taken from it', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    const { contactId } = await client.contacts.save(aDraft({ callerId }));
    const work = { kind: 'contact', id: contactId } as const;
    await expect(client.contacts.unlink({ work })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.callers.card({ callerId })).history).toHaveLength(1);
  });

  test('an incident on its own is linked too, and then counts for the colleague rule', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    const callerId = await aCard(opened);
    const { incidentId } = await client.incidents.record(anIncident());
    const work = { kind: 'incident', id: incidentId } as const;
    expect(await client.contacts.ownDay()).toMatchObject([{ ...work, callerId: null, behaviours: ['insult'] }]);
    await client.contacts.link({ work, callerId });
    expect((await client.callers.card({ callerId })).colleagueNotice).not.toBeNull();
    await client.contacts.unlink({ work });
    expect((await client.callers.card({ callerId })).colleagueNotice).toBeNull();
  });
});

test('the demo practice has some to come, some late and some done, and all about it goes with it', async () => {
  const { client, workAs, clock, userIds } = await practice.open();
  await workAs('karin');
  await client.setup.loadDemo();
  const { toDo, done } = await client.handOvers.forMe();
  expect(toDo.map(({ state }) => state)).toEqual(['due', 'later']);
  expect(done.length).toBe(2);
  expect((await lateOf(client)).length).toBe(1);
  const [someone] = await client.callers.search({ query: 'a', limit: 1 });
  const handOver = toWorker(userIds.karin, clock.now);
  await client.contacts.save(aDraft({ callerId: someone?.id ?? 0, handOver }));
  await client.contacts.save(aDraft({ handOver }));
  await client.setup.removeDemo();
  expect((await client.handOvers.forMe()).toDo).toMatchObject([{ callerId: null }]);
});

test('the next working day is not Christmas, once the public holidays are known', async () => {
  const { client, workAs, clock } = await practice.open();
  clock.now = Date.parse('2026-12-24T09:00:00Z');
  await workAs('anna');
  const morning = { kind: 'nextWorkingDay', at: Date.parse('2026-12-28T08:00:00Z') };
  await expect.poll(async () => (await client.handOvers.choices()).moments).toContainEqual(morning);
});
