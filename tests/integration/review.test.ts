import { describe, expect, test } from 'vitest';
import { pagesOf, textOf } from '../support/letterCase.ts';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;

async function metBy(worker: 'anna' | 'bram', { client, workAs, clock }: PracticeCopy, callerId: number | null = null) {
  await workAs(worker);
  clock.now += MINUTE;
  return (await client.incidents.record(anIncident({ callerId, behaviours: ['threat'] }))).incidentId;
}

const statusIn = async ({ client }: PracticeCopy, incidentId: number) =>
  (await client.review.day({ date: null })).incidents.find(({ id }) => id === incidentId)?.status;

describe('an incident', () => {
  test('goes from new to reviewed to closed, and back', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    const incidentId = await metBy('anna', opened);
    await workAs('karin');
    expect(await statusIn(opened, incidentId)).toBe('new');
    await client.review.markReviewed({ incidentId, note: 'Goed gedaan.' });
    expect(await statusIn(opened, incidentId)).toBe('reviewed');
    await client.review.close({ incidentId, note: 'Goed gedaan.' });
    expect(await statusIn(opened, incidentId)).toBe('closed');
    await workAs('anna');
    expect(await client.incidents.feedback()).toMatchObject([{ id: incidentId, reviewNote: 'Goed gedaan.' }]);
    await workAs('karin');
    await client.review.reopen({ incidentId });
    expect(await statusIn(opened, incidentId)).toBe('new');
  });

  test('that is asked back about waits for the reporter, who reads the question, and comes back when they answered', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    const incidentId = await metBy('anna', opened);
    const completion = aCompletion();
    await client.incidents.complete({ incidentId, completion, done: true });
    expect(await client.incidents.toComplete()).toEqual([]);
    await workAs('karin');
    await client.review.askBack({ incidentId, question: 'Wie was erbij?' });
    expect(await statusIn(opened, incidentId)).toBe('needsCompleting');
    expect(await client.review.day({ date: null })).toMatchObject({ toReview: 0, toComplete: 1 });
    await workAs('bram');
    expect(await client.incidents.toComplete()).toEqual([]);
    // A question is not forgotten with the week in which incidents are completed.
    clock.now += 10 * 24 * 60 * MINUTE;
    await workAs('anna');
    expect(await client.incidents.toComplete()).toMatchObject([
      { id: incidentId, question: { text: 'Wie was erbij?', byName: 'Karin' } },
    ]);
    await client.incidents.complete({ incidentId, completion: { ...completion, witnesses: 'Bram' }, done: true });
    await workAs('karin');
    expect((await client.review.day({ date: null })).leftFromBefore).toMatchObject([{ id: incidentId, status: 'new' }]);
  });

  test('that is a second record counts nowhere, and its worker is not talked to twice', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    await client.contacts.save(aDraft({ callerId }));
    const original = await metBy('anna', opened, callerId);
    const again = await metBy('anna', opened, callerId);
    const byBram = await metBy('bram', opened, callerId);
    await workAs('karin');
    const before = await client.review.day({ date: null });
    expect(before).toMatchObject({ counted: 3, perHundred: 300 });
    expect((await client.aftercare.list()).running).toHaveLength(3);

    const originals = await client.review.possibleOriginals({ incidentId: byBram });
    expect(originals.map(({ id }) => id)).toEqual([again, original]);
    await client.review.markDuplicate({ incidentId: byBram, ofIncidentId: again });
    // Of a second record of a second record only the first is the incident.
    await client.review.markDuplicate({ incidentId: again, ofIncidentId: original });
    await expect(client.review.markDuplicate({ incidentId: original, ofIncidentId: byBram })).rejects.toMatchObject({
      code: 'SAME',
    });
    const day = await client.review.day({ date: null });
    expect(day).toMatchObject({ counted: 1, perHundred: 100, toReview: 1 });
    expect(day.incidents.map(({ status, duplicateOf }) => [status, duplicateOf?.id])).toEqual([
      ['duplicate', original],
      ['duplicate', original],
      ['new', undefined],
    ]);
    expect(day.incidents.at(-1)?.countInYear).toBe(1);
    expect(day.week.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(1);
    const [toDecide] = await client.measures.toDecide();
    expect(toDecide?.openIncidentIds).toEqual([original]);
    // Bram met it as well; Anna has her aftercare already.
    const running = (await client.aftercare.list()).running.map(({ workerName, incident }) => [
      workerName,
      incident?.id,
    ]);
    expect(running.sort()).toEqual([
      ['Anna', original],
      ['Bram', byBram],
    ]);
    await workAs('anna');
    expect(await client.contacts.today()).toMatchObject({ incidents: 1, toComplete: 1 });

    await workAs('karin');
    await client.review.reopen({ incidentId: byBram });
    expect(await client.review.day({ date: null })).toMatchObject({ counted: 2, toReview: 2 });
  });
});

describe('what needs attention', () => {
  const DAY = 24 * 60 * MINUTE;

  test('is late by its own clock: aftercare first, then answers, call-backs and reports to the police', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const to = { kind: 'worker', userId: userIds.anna } as const;
    const handOver = { kind: 'callBack', to, dueAt: clock.now + 60 * MINUTE } as const;
    await client.contacts.save(aDraft({ callerId, handOver }));
    await client.incidents.record(
      anIncident({ callerId, behaviours: ['threat'], severity: 'verySerious', outcomes: ['policeCalled'] }),
    );
    await workAs('karin');
    await client.backup.make();
    const now = await client.review.attention();
    expect(now).toMatchObject({ late: [], aftercare: { running: 1, onTime: 1 } });
    expect(now.toDecide).toMatchObject([{ callerName: 'Zwaantje Regenkamp', step: 'contactBan', months: 1 }]);
    clock.now += 6 * DAY;
    const { late, aftercare } = await client.review.attention();
    expect(aftercare).toEqual({ running: 1, onTime: 0 });
    expect(late.map(({ kind }) => kind)).toEqual(['aftercare', 'backup', 'handOver', 'answer', 'policeReport']);
    await client.measures.leave({ callerId, incidentIds: [1], reason: 'Uitgepraat.', tell: false });
    await client.backup.make();
    const [handedOver] = late.flatMap((item) => (item.kind === 'handOver' ? [item] : []));
    await client.handOvers.markDone({ handOverId: handedOver?.handOverId ?? 0 });
    expect((await client.review.attention()).late.map(({ kind }) => kind)).toEqual(['aftercare']);
  });

  test('a report to the police that was decided on is late until it was made; an objection waits', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('karin');
    const { callerId } = await client.callers.create(aCaller());
    const incidentId = await metBy('anna', opened, callerId);
    await workAs('karin');
    const { measureId } = await client.measures.decide({
      ...{ callerId, step: 'policeReport', reason: 'Dreigde.', incidentIds: [incidentId], ban: null },
    });
    await client.measures.recordObjection({ measureId, receivedOn: '2026-11-21', text: 'Niet terecht.' });
    clock.now += 6 * DAY;
    const reports = async () => (await client.review.attention()).late.filter(({ kind }) => kind === 'policeReport');
    expect((await reports()).map((item) => 'measureId' in item && item.measureId)).toContain(measureId);
    expect((await client.review.attention()).objections).toMatchObject([{ measureId, receivedOn: '2026-11-21' }]);
    const report = { reportedOn: '2026-11-25', reportNumber: 'PL-1', policeContact: '' };
    await client.policeReports.recordReport({ measureId, report });
    expect((await reports()).map((item) => 'measureId' in item && item.measureId)).not.toContain(measureId);
  });
});

describe('the day report', () => {
  test('says the day on one page, with callers only when they are asked for, and stands in the log', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    await client.contacts.save(aDraft({ callerId }));
    for (let count = 0; count < 30; count += 1) await metBy('anna', opened, callerId);
    await workAs('karin');
    const [open] = await client.measures.toDecide();
    const incidentIds = open?.openIncidentIds.slice(0, 3) ?? [];
    const warning = { callerId, step: 'warning', reason: 'Dreigde.', incidentIds, ban: null } as const;
    await client.measures.decide(warning);
    clock.now += 3 * 60 * MINUTE;
    const date = '2026-11-21';
    const report = await client.review.dayReport({ date: null, withCallers: false });
    expect(report).toMatchObject({ name: `dagverslag-${date}.pdf`, type: 'application/pdf' });
    const text = await textOf(report.content);
    expect(text).toContain('Dagverslag van 21 november 2026');
    expect(text).toContain('Contacten: 1. Incidenten: 30, per 100 contacten 3.000');
    expect(text).toContain('Nog te bespreken: 30.');
    expect(text).toContain('Nazorg op tijd: 0 van 30.');
    expect(text).toContain('dreigen');
    expect(text).toContain('En nog 15.');
    expect(text).toContain('Waarschuwing: een beller, door Karin');
    expect(text).toContain('Nazorg voor Anna: eerste opvang, sinds 21 november 2026');
    expect(text).not.toContain('Regenkamp');
    expect(await pagesOf(report.content)).toBe(1);

    const named = await client.review.dayReport({ date, withCallers: true });
    expect(await textOf(named.content)).toContain('Waarschuwing: Zwaantje Regenkamp, door Karin');
    expect(await pagesOf(named.content)).toBe(1);
    await client.session.setPreferences({ language: 'en' });
    const english = await client.review.dayReport({ date, withCallers: false });
    expect(english.name).toBe(`day-report-${date}.pdf`);
    const said = await textOf(english.content);
    expect(said).toContain('Contacts: 1. Incidents: 30, per 100 contacts 3,000');
    expect(said).not.toMatch(/Incidenten|Nazorg|Waarschuwing/);
    await client.session.setPreferences({ language: 'nl' });
    const before = await client.review.dayReport({ date: '2026-11-20', withCallers: false });
    expect(await textOf(before.content)).toContain('staat alleen in het verslag van vandaag');
    const log = await client.audit.list({ before: null, limit: 4 });
    expect(log.map(({ action, subject }) => [action, subject])).toEqual([
      ['review.dayReport', 'day 2026-11-20'],
      ['review.dayReport', `day ${date}`],
      ['review.dayReport', `day ${date}, with callers`],
      ['review.dayReport', `day ${date}`],
    ]);
    await workAs('anna');
    await expect(client.review.dayReport({ date: null, withCallers: false })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('who reported an incident', () => {
  test('reads everything that was done with it, and is told again when something is decided', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const incidentId = await metBy('anna', opened, callerId);
    expect(await client.incidents.done({ incidentId })).toEqual([]);
    await expect(client.incidents.markFeedbackRead({ incidentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('karin');
    const [running] = (await client.aftercare.list()).running;
    await client.aftercare.offer({ aftercareId: running?.id ?? 0, step: 'first' });
    clock.now += MINUTE;
    await client.review.askBack({ incidentId, question: 'Wie was erbij?' });
    clock.now += MINUTE;
    await workAs('anna');
    await client.incidents.complete({ incidentId, completion: aCompletion(), done: true });
    await workAs('karin');
    clock.now += MINUTE;
    await client.review.markReviewed({ incidentId, note: 'Dank je.' });
    await workAs('anna');
    await client.incidents.markFeedbackRead({ incidentId });
    expect(await client.incidents.feedback()).toEqual([]);
    await workAs('karin');
    clock.now += MINUTE;
    const warning = { callerId, step: 'warning', reason: 'Dreigde.', ban: null } as const;
    await client.measures.decide({ ...warning, incidentIds: [incidentId] });
    clock.now += MINUTE;
    await client.review.close({ incidentId, note: 'Dank je.' });
    await workAs('anna');
    expect((await client.incidents.feedback()).map(({ id }) => id)).toEqual([incidentId]);
    const done = await client.incidents.done({ incidentId });
    const kinds = ['aftercare', 'asked', 'completed', 'reviewed', 'decided', 'closed'];
    expect(done.map(({ kind }) => kind)).toEqual(kinds);
    await workAs('bram');
    await expect(client.incidents.done({ incidentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
