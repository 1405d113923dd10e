import { TZDate } from '@date-fns/tz';
import { describe, expect, test } from 'vitest';
import type { TrendQuestion } from '../../src/shared/contract/trends.ts';
import { aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const weeks: TrendQuestion = { unit: 'week', until: null, only: null };

/** A time in Amsterdam; November 2026 unless another day is given. */
const at = (day: number, hour: number, month = 11) =>
  new TZDate(2026, month - 1, day, hour, 15, 'Europe/Amsterdam').getTime();

async function contacts({ client, clock }: PracticeCopy, count: number, startedAt: number, channel = 'phone' as const) {
  clock.now = startedAt;
  for (let nth = 0; nth < count; nth += 1) await client.contacts.save(aDraft({ startedAt, channel }));
}

/** Two workers on two days of the week before the start of the tests, few enough to count by hand. */
async function twoDays(): Promise<PracticeCopy> {
  const opened = await practice.open();
  const { client, clock, workAs } = opened;
  await workAs('anna');
  await contacts(opened, 6, at(17, 9));
  const { incidentId } = await client.incidents.record(anIncident({ behaviours: ['insult', 'threat'] }));
  await client.incidents.complete({ incidentId, completion: aCompletion({ cause: 'waiting' }), done: true });
  clock.now = at(18, 14);
  await workAs('bram');
  await contacts(opened, 4, at(18, 14));
  await client.contacts.save(aDraft({ startedAt: clock.now, channel: 'desk' }));
  await client.incidents.record(anIncident({ channel: 'desk', severity: 'unpleasant' }));
  await client.distress.record({
    kind: 'lonely',
    callerId: null,
    finding: 'lonely',
    handedOverTo: 'nobody',
    remark: '',
  });
  clock.now = at(21, 10);
  await workAs('karin');
  return opened;
}

describe('trends', () => {
  test('count by week, with every contact once and nothing of a conversation of concern', async () => {
    const { client } = await twoDays();
    const report = await client.trends.report(weeks);
    expect(report).toMatchObject({ from: '2026-05-25', lastDay: '2026-11-22', laterUntil: null });
    expect(report.total).toEqual({ contacts: 11, incidents: 2, perHundred: 18.2 });
    expect(report.periods).toHaveLength(26);
    expect(report.periods.at(-1)).toEqual({
      ...{ from: '2026-11-16', lastDay: '2026-11-22', contacts: 11, incidents: 2, perHundred: 18.2 },
      ...{ signal: null, withheld: false },
    });
    expect(report.periods.slice(0, -1).every((week) => week.contacts === 0 && week.perHundred === null)).toBe(true);
  });

  test('count by day, month and year as well, and go back and forth in time', async () => {
    const { client } = await twoDays();
    const days = await client.trends.report({ ...weeks, unit: 'day' });
    const found = days.periods.filter(({ contacts }) => contacts > 0);
    expect(found.map(({ from, contacts, incidents }) => [from, contacts, incidents])).toEqual([
      ['2026-11-17', 6, 1],
      ['2026-11-18', 5, 1],
    ]);
    const months = await client.trends.report({ ...weeks, unit: 'month' });
    expect(months.periods.at(-1)).toMatchObject({ from: '2026-11-01', lastDay: '2026-11-30', contacts: 11 });
    const years = await client.trends.report({ ...weeks, unit: 'year' });
    expect(years.periods.at(-1)).toMatchObject({ from: '2026-01-01', lastDay: '2026-12-31', incidents: 2 });
    const earlier = await client.trends.report({ ...weeks, unit: 'day', until: days.earlierUntil });
    expect(earlier).toMatchObject({ lastDay: '2026-10-24', total: { contacts: 0 }, laterUntil: '2026-11-21' });
  });

  test('are told apart by everything an incident and a contact have', async () => {
    const { client } = await twoDays();
    const { groups } = await client.trends.report(weeks);
    expect(groups.cause).toEqual([
      { value: 'waiting', contacts: 11, incidents: 1, perHundred: 9.1 },
      { value: null, contacts: 11, incidents: 1, perHundred: 9.1 },
    ]);
    expect(groups.behaviour).toEqual([
      { value: 'insult', contacts: 11, incidents: 2, perHundred: 18.2 },
      { value: 'threat', contacts: 11, incidents: 1, perHundred: 9.1 },
    ]);
    expect(groups.severity.map(({ value, incidents }) => [value, incidents])).toEqual([
      ['unpleasant', 1],
      ['serious', 1],
      ['verySerious', 0],
    ]);
    expect(groups.channel).toContainEqual({ value: 'phone', contacts: 10, incidents: 1, perHundred: 10 });
    expect(groups.channel).toContainEqual({ value: 'desk', contacts: 1, incidents: 1, perHundred: 100 });
    expect(groups.weekday.filter(({ contacts }) => contacts > 0)).toEqual([
      { value: '2', contacts: 6, incidents: 1, perHundred: 16.7 },
      { value: '3', contacts: 5, incidents: 1, perHundred: 20 },
    ]);
    expect(groups.hour).toEqual([
      { value: '9', contacts: 6, incidents: 1, perHundred: 16.7 },
      { value: '14', contacts: 5, incidents: 1, perHundred: 20 },
    ]);
  });

  test('narrow to a day of the week or some hours, contacts and incidents alike', async () => {
    const { client } = await twoDays();
    const tuesdays = await client.trends.report({ ...weeks, only: { of: 'weekday', value: 2 } });
    expect(tuesdays.total).toEqual({ contacts: 6, incidents: 1, perHundred: 16.7 });
    expect(tuesdays.periods.at(-1)).toMatchObject({ contacts: 6, incidents: 1, withheld: false });
    expect(tuesdays.groups.hour).toEqual([{ value: '9', contacts: 6, incidents: 1, perHundred: 16.7 }]);
    const morning = { of: 'hour', from: 8, until: 10 } as const;
    expect((await client.trends.report({ ...weeks, only: morning })).total).toEqual(tuesdays.total);
    const afternoon = await client.trends.report({ ...weeks, only: { of: 'hour', from: 10, until: 24 } });
    expect(afternoon.total).toEqual({ contacts: 5, incidents: 1, perHundred: 20 });
    expect(afternoon.groups.channel).toContainEqual({ value: 'desk', contacts: 1, incidents: 1, perHundred: 100 });
    const backwards = client.trends.report({ ...weeks, only: { of: 'hour', from: 9, until: 8 } });
    await expect(backwards).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('narrow to one kind, with a channel against the contacts of that channel only', async () => {
    const { client } = await twoDays();
    const phone = await client.trends.report({ ...weeks, only: { of: 'channel', value: 'phone' } });
    expect(phone.total).toEqual({ contacts: 10, incidents: 1, perHundred: 10 });
    const threats = await client.trends.report({ ...weeks, only: { of: 'behaviour', value: 'threat' } });
    expect(threats.total).toEqual({ contacts: 11, incidents: 1, perHundred: 9.1 });
    const notFilledIn = await client.trends.report({ ...weeks, only: { of: 'cause', value: null } });
    expect(notFilledIn.total.incidents).toBe(1);
    const mild = await client.trends.report({ ...weeks, only: { of: 'severity', value: 'unpleasant' } });
    expect(mild.groups.weekday[2]).toEqual({ value: '3', contacts: 5, incidents: 1, perHundred: 20 });
  });

  test('never tell of a function or department of fewer than three people at work', async () => {
    const { client, core } = await twoDays();
    const report = await client.trends.report(weeks);
    expect([report.groups.function, report.groups.department]).toEqual([[], []]);
    const database = core.context.core.session.unlocked?.database;
    if (!database) throw new Error('locked');
    const add = async (nth: number, department: string) => {
      const person = { name: `Mens ${nth}`, role: 'receptionist', language: 'nl', theme: 'system' } as const;
      const { id } = await database
        .insertInto('user')
        .values({ ...person, active: 1, createdAt: 1, function: 'assistent', department })
        .returning('id')
        .executeTakeFirstOrThrow();
      const contact = { userId: id, channel: 'phone', text: '', startedAt: at(18, 11), savedAt: at(18, 11) } as const;
      await database.insertInto('contact').values(contact).execute();
    };
    for (const nth of [1, 2, 3, 4]) await add(nth, 'Balie');
    for (const nth of [5, 6]) await add(nth, 'Telefoon');
    const { groups } = await client.trends.report(weeks);
    // Six assistants stand apart from the two without a function only when those are three.
    expect(groups.function).toEqual([]);
    expect(groups.department).toEqual([
      { value: 'Balie', contacts: 4, incidents: 0, perHundred: 0 },
      { value: null, contacts: 13, incidents: 2, perHundred: 15.4 },
    ]);
    // The line over time tells of a group only in weeks in which it may be told.
    const desk = await client.trends.report({ ...weeks, only: { of: 'department', value: 'Balie' } });
    expect(desk.names).toEqual({ function: [], department: ['Balie'] });
    expect(desk.total).toEqual({ contacts: 4, incidents: 0, perHundred: 0 });
    expect(desk.periods.at(-1)).toMatchObject({ contacts: 4, withheld: false });
    expect([desk.groups.weekday, desk.groups.department]).toEqual([[], []]);
    for (const unit of ['month', 'year'] as const) {
      const { total } = await client.trends.report({ ...weeks, unit, only: { of: 'department', value: 'Balie' } });
      expect(total).toEqual(desk.total);
    }
    const phone = await client.trends.report({ ...weeks, only: { of: 'department', value: 'Telefoon' } });
    expect(phone.total).toEqual({ contacts: 0, incidents: 0, perHundred: null });
    expect(phone.periods.at(-1)).toMatchObject({ contacts: 0, incidents: 0, withheld: true, signal: null });
    const days = client.trends.report({ ...weeks, unit: 'day', only: { of: 'department', value: 'Balie' } });
    await expect(days).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    // Nor beside anything else that narrows the contacts.
    const onPhone = await client.trends.report({ ...weeks, only: { of: 'channel', value: 'phone' } });
    expect([onPhone.groups.function, onPhone.groups.department]).toEqual([[], []]);
  });

  test('say with figures which week is out of the ordinary', async () => {
    const opened = await practice.open();
    const { client, core, clock } = opened;
    clock.now = at(31, 9, 8);
    await opened.workAs('karin');
    const database = core.context.core.session.unlocked?.database;
    if (!database) throw new Error('locked');
    // Twelve weeks of a hundred contacts with one incident, and then one with nine.
    for (let week = 0; week <= 12; week += 1) {
      const startedAt = at(24, 9, 8) + week * 7 * 86_400_000;
      const contact = { userId: 1, channel: 'phone', text: '', startedAt, savedAt: startedAt } as const;
      await database.insertInto('contact').values(Array(100).fill(contact)).execute();
      clock.now = startedAt;
      for (let nth = 0; nth < (week === 12 ? 9 : 1); nth += 1) await client.incidents.record(anIncident());
    }
    const { periods } = await client.trends.report(weeks);
    expect(periods.filter(({ signal }) => signal).map(({ from }) => from)).toEqual(['2026-11-16']);
    expect(periods.at(-1)?.signal).toEqual({
      direction: 'above',
      perHundred: 9,
      usual: 1,
      margin: expect.closeTo(3, 5),
    });
    // The day beside the same twelve weeks, and what happened in its week.
    const event = { kind: 'mailing', from: '2026-11-15', lastDay: '2026-11-17', what: 'Griep' } as const;
    await client.trends.saveEvent({ eventId: null, event });
    const day = await client.review.day({ date: '2026-11-18' });
    expect(day).toMatchObject({ usualPerHundred: 1, contacts: 0, events: [event] });
    expect(day.week.map(({ date, signal }) => [date, signal?.direction ?? null])).toEqual([
      ['2026-11-16', 'above'],
      ...[17, 18, 19, 20, 21, 22].map((nth) => [`2026-11-${nth}`, null]),
    ]);
    expect(day.week[0]).toMatchObject({ contacts: 100, incidents: 9, perHundred: 9, signal: { usual: 1 } });
    expect((await client.review.day({ date: '2026-09-09' })).usualPerHundred).toBeNull();
  });

  test('leave out the second record of an incident', async () => {
    const { client, core } = await twoDays();
    const database = core.context.core.session.unlocked?.database;
    await database?.updateTable('incident').set({ duplicateOfId: 1 }).where('id', '=', 2).execute();
    expect((await client.trends.report(weeks)).total.incidents).toBe(1);
  });
});
