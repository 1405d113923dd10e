import { describe, expect, test } from 'vitest';
import type { ImprovementTerms } from '../../src/shared/contract/prevention.ts';
import { aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

const terms = (part: Partial<ImprovementTerms> = {}): ImprovementTerms => ({
  ...{ what: 'Griepbrief eerst langs de balie', why: 'Piek na de vorige brief', cause: 'unclearMailing' },
  ...{ who: 'Karin', dueOn: '2026-12-01', doneOn: null },
  ...part,
});

async function atWork() {
  const opened = await practice.open();
  await opened.workAs('karin');
  const { client, clock } = opened;
  const first = async () => (await client.prevention.overview()).improvements[0];
  /** So many contacts, and incidents about a mailing, so many days after the start of the test. */
  async function happen(days: number, contacts: number, incidents: number): Promise<void> {
    clock.now += days * DAY;
    await opened.workAs('karin');
    for (let nth = 0; nth < contacts; nth += 1) await client.contacts.save(aDraft({ startedAt: clock.now }));
    for (let nth = 0; nth < incidents; nth += 1) {
      const { incidentId } = await client.incidents.record(anIncident());
      const completion = aCompletion({ cause: 'unclearMailing' });
      await client.incidents.complete({ incidentId, completion, done: true });
    }
  }
  return { ...opened, first, happen };
}

describe('an improvement', () => {
  test('is late after its day, done on a day that has been, and goes when it is removed', async () => {
    const { client, clock, workAs, first } = await atWork();
    const { improvementId } = await client.prevention.save({ improvementId: null, terms: terms() });
    expect(await first()).toMatchObject({ id: improvementId, addedByName: 'Karin', isLate: false, effect: null });
    clock.now = Date.parse('2026-12-02T09:00:00Z');
    await workAs('karin');
    expect(await first()).toMatchObject({ isLate: true });
    const save = (doneOn: string) => client.prevention.save({ improvementId, terms: terms({ doneOn }) });
    await expect(save('2026-12-03')).rejects.toMatchObject({ code: 'FIELD', data: { field: 'doneOn' } });
    await save('2026-12-02');
    expect(await first()).toMatchObject({ isLate: false, effect: { verdict: 'tooEarly', weeksAfter: 0 } });
    await client.prevention.remove({ improvementId });
    expect(await first()).toBeUndefined();
    await expect(client.prevention.remove({ improvementId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('shows whether its own cause moved, in the whole weeks before against those after', async () => {
    const { client, first, happen, clock, workAs } = await atWork();
    await happen(1, 40, 12);
    // Somebody shouted about the queue: another cause, and no part of this.
    await client.incidents.complete({
      ...(await client.incidents.record(anIncident())),
      completion: aCompletion({ cause: 'waiting' }),
      done: true,
    });
    await client.prevention.save({ improvementId: null, terms: terms({ doneOn: '2026-11-22' }) });
    const { improvements } = await client.prevention.overview();
    await client.prevention.save({ improvementId: improvements[0]?.id ?? 0, terms: terms({ doneOn: '2026-11-22' }) });
    await happen(1, 40, 1);
    clock.now += 21 * DAY;
    await workAs('karin');
    // What happened on the day itself is on neither side.
    expect(await first()).toMatchObject({
      effect: { verdict: 'tooFew', weeksAfter: 3, before: { incidents: 0 }, after: { incidents: 1, contacts: 40 } },
    });
    await client.prevention.save({
      ...{ improvementId: improvements[0]?.id ?? 0, terms: terms({ doneOn: '2026-11-23' }) },
    });
    expect(await first()).toMatchObject({
      effect: { before: { incidents: 12, contacts: 40, perHundred: 30 }, after: { incidents: 0, contacts: 0 } },
    });
  });
});

test('a point of the check-list says who looked last, and comes back on its day', async () => {
  const { client, clock, workAs } = await atWork();
  const menu = async () => (await client.prevention.overview()).checks.find(({ starting }) => starting === 'menu');
  const found = await menu();
  expect(found).toMatchObject({ starting: 'menu', hidden: false, last: null, isDue: false });
  const pointId = found?.id ?? 0;
  const look = { pointId, note: 'Te veel keuzes.' };
  await expect(client.prevention.look({ ...look, nextOn: '2026-11-21' })).rejects.toMatchObject({ code: 'FIELD' });
  await client.prevention.look({ ...look, nextOn: '2026-12-01' });
  expect(await menu()).toMatchObject({
    last: { on: '2026-11-21', byName: 'Karin', note: 'Te veel keuzes.', nextOn: '2026-12-01' },
    isDue: false,
  });
  clock.now = Date.parse('2026-12-01T09:00:00Z');
  await workAs('karin');
  expect(await menu()).toMatchObject({ isDue: true });
  await client.prevention.look({ pointId, note: '', nextOn: null });
  expect(await menu()).toMatchObject({ last: { on: '2026-12-01', note: '' }, isDue: false });
});

describe('the check-list of a practice', () => {
  async function listOf({ client }: Awaited<ReturnType<typeof atWork>>) {
    const { checks } = await client.prevention.overview();
    const nameOf = ({ starting, what }: (typeof checks)[number]) => starting ?? what;
    return { checks, shown: checks.filter(({ hidden }) => !hidden).map(nameOf) };
  }
  const idOf = ({ checks }: Awaited<ReturnType<typeof listOf>>, name: string) =>
    checks.find(({ starting, what }) => starting === name || what === name)?.id ?? 0;

  test('has points of its own, which are reworded, looked at and removed', async () => {
    const opened = await atWork();
    const { client } = opened;
    const { pointId } = await client.prevention.addPoint({ what: 'Stoelen in de gang', help: '' });
    expect((await listOf(opened)).shown.at(-1)).toBe('Stoelen in de gang');
    await client.prevention.look({ pointId, note: 'Twee te weinig.', nextOn: null });
    await client.prevention.rewordPoint({ pointId, what: 'Genoeg stoelen', help: 'Ook in de gang.' });
    expect((await listOf(opened)).checks.at(-1)).toMatchObject({
      ...{ what: 'Genoeg stoelen', help: 'Ook in de gang.', starting: null },
      last: { note: 'Twee te weinig.' },
    });
    await expect(client.prevention.hidePoint({ pointId, hidden: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.prevention.removePoint({ pointId });
    expect((await listOf(opened)).shown).not.toContain('Genoeg stoelen');
    await expect(client.prevention.removePoint({ pointId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('hides what the program came with and puts it back where it was; its words stay', async () => {
    const opened = await atWork();
    const { client } = opened;
    const before = await listOf(opened);
    const pointId = idOf(before, 'mailings');
    await client.prevention.hidePoint({ pointId, hidden: true });
    expect((await listOf(opened)).shown).toEqual(before.shown.filter((name) => name !== 'mailings'));
    const words = { pointId, what: 'Anders', help: '' };
    await expect(client.prevention.rewordPoint(words)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.prevention.removePoint({ pointId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.prevention.hidePoint({ pointId, hidden: false });
    expect((await listOf(opened)).shown).toEqual(before.shown);
  });

  test('is put in another order, past what is hidden', async () => {
    const opened = await atWork();
    const { client } = opened;
    const before = await listOf(opened);
    const [first = '', second = '', third = ''] = before.shown;
    await client.prevention.hidePoint({ pointId: idOf(before, second), hidden: true });
    await client.prevention.movePoint({ pointId: idOf(before, first), to: 'up' });
    await client.prevention.movePoint({ pointId: idOf(before, third), to: 'up' });
    expect((await listOf(opened)).shown.slice(0, 2)).toEqual([third, first]);
    await client.prevention.movePoint({ pointId: idOf(before, third), to: 'down' });
    expect((await listOf(opened)).shown.slice(0, 2)).toEqual([first, third]);
  });
});
