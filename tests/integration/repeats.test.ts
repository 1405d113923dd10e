import { describe, expect, test } from 'vitest';
import { aCaller, aCompletion, anIncident, someTerms } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

/** A caller who insulted Anna three times, once more than a year ago, and once hung up in anger; Karin is at work. */
async function afterRepeats(): Promise<PracticeCopy & { callerId: number; ids: number[] }> {
  const opened = await practice.open();
  const { client, clock, workAs } = opened;
  await workAs('anna');
  const { callerId } = await client.callers.create(aCaller());
  const ids: number[] = [];
  const records = [anIncident(), anIncident(), anIncident(), anIncident({ behaviours: ['angryHangUp'] })];
  for (const [index, record] of records.entries()) {
    clock.now += index === 1 ? 400 * DAY : DAY;
    ids.push((await client.incidents.record({ ...record, callerId })).incidentId);
  }
  await workAs('karin');
  return { ...opened, callerId, ids };
}

describe('everything a caller did before', () => {
  test('stands in one answer, with what was decided then and what holds now', async () => {
    const { client, callerId, ids, clock, workAs } = await afterRepeats();
    const [first = 0, second = 0, third = 0] = ids;
    await client.measures.leave({ callerId, incidentIds: [second], reason: 'Uitgepraat.', tell: false });
    const { measureId } = await client.measures.decide({
      ...{ callerId, step: 'warning', reason: 'Noemde een collega een sukkel.', incidentIds: [third], ban: null },
    });
    const reason = 'Kwam langs om te praten.';
    await client.measures.decide({ callerId, step: 'conversation', reason, incidentIds: [], ban: null });
    const found = await client.incidents.repeats({ callerId });
    expect(found).toMatchObject({
      ...{ callerName: 'Zwaantje Regenkamp', inYear: 2, inAll: 3 },
      incidents: [
        { behaviours: ['angryHangUp'], countInYear: null, steps: [], left: null },
        { id: third, countInYear: 2, steps: [{ id: measureId, step: 'warning', state: 'running' }], left: null },
        { id: second, countInYear: 1, steps: [], left: { byName: 'Karin', reason: 'Uitgepraat.' } },
        { id: first, countInYear: 1, steps: [], left: null },
      ],
      otherSteps: [{ step: 'conversation', state: 'noted' }],
      standing: [{ id: measureId }],
      agreements: [],
    });
    await workAs('anna');
    const atDesk = await client.incidents.repeats({ callerId });
    expect(atDesk.incidents[2]?.left).toMatchObject({ byName: 'Karin', reason: null });
    clock.now += 400 * DAY;
    await workAs('karin');
    expect(await client.incidents.repeats({ callerId })).toMatchObject({ inYear: 0, inAll: 3, standing: [] });
  });

  test('tells of agreements and of letters that are finished, and never of a call of concern', async () => {
    const { client, callerId, ids } = await afterRepeats();
    const before = await client.incidents.repeats({ callerId });
    await client.distress.record({
      ...{ kind: 'lonely', callerId, finding: 'lonely', handedOverTo: 'nobody', remark: 'Belt omdat het stil is.' },
    });
    expect(await client.incidents.repeats({ callerId })).toEqual(before);
    const day = new Date(Date.parse('2027-12-30T12:00:00Z')).toISOString().slice(0, 10);
    const terms = someTerms({ startsOn: day, lastDay: '2028-02-28', reviewOn: '2028-01-20' });
    await client.agreements.make({ callerId, terms });
    const reason = 'Noemde een collega een sukkel.';
    const { measureId } = await client.measures.decide({
      ...{ callerId, step: 'warning', reason, incidentIds: ids.slice(2, 3), ban: null },
    });
    const about = { of: 'measure', id: measureId } as const;
    await client.letters.updateLetterhead({
      ...{ address: 'Lindelaan 1', phone: '024 000 00 00', email: '', objectionsTo: 'De praktijk' },
      objectionTerm: '14 dagen',
    });
    const composed = await client.letters.compose({ about, kind: 'warning', language: 'nl', nameWorker: false });
    const content = { ...composed, text: composed.text.replaceAll(/\{[^}]*\}/g, '14 dagen') };
    const { letterId } = await client.letters.save({
      ...{ about, letterId: null, kind: 'warning', language: 'nl', replacesId: null, content },
    });
    expect((await client.incidents.repeats({ callerId })).standing).toMatchObject([{ letters: [] }]);
    await client.letters.finalise({ letterId });
    expect(await client.incidents.repeats({ callerId })).toMatchObject({
      standing: [{ letters: [{ id: letterId, sentOn: null }] }],
      agreements: [{ callsPerWeek: 2, startsOn: day, endedAt: null }],
    });
  });

  test('does not count a second record of one incident', async () => {
    const { client, core, callerId, ids } = await afterRepeats();
    core.context.core.session.unlocked?.connection.exec(
      `update incident set duplicateOfId = ${ids[2]} where id = ${ids[1]}`,
    );
    expect(await client.incidents.repeats({ callerId })).toMatchObject({ inYear: 1, inAll: 2 });
  });
});

test('an incident without a known caller is linked by a manager, and is about that caller from then on', async () => {
  const { client, callerId, workAs } = await afterRepeats();
  await workAs('anna');
  const { incidentId } = await client.incidents.record(anIncident({ behaviours: ['threat'], severity: 'verySerious' }));
  await client.incidents.complete({ incidentId, completion: aCompletion(), done: true });
  await workAs('karin');
  await client.review.markReviewed({ incidentId, note: 'Wie was dit?' });
  expect(await client.measures.toDecide()).not.toContainEqual(
    expect.objectContaining({ openIncidentIds: expect.arrayContaining([incidentId]) }),
  );
  await client.incidents.correct({ incidentId, correction: { callerId }, why: '' });
  expect(await client.measures.toDecide()).toContainEqual(
    expect.objectContaining({ callerId, openIncidentIds: expect.arrayContaining([incidentId]) }),
  );
  expect((await client.incidents.repeats({ callerId })).incidents.map(({ id }) => id)).toContain(incidentId);
  expect(await client.incidents.changes({ incidentId })).toMatchObject({ changes: [{ fields: ['callerId'] }] });
});

test('fifty incidents are told within a few milliseconds', async () => {
  const { client, workAs, callerId } = await afterRepeats();
  await workAs('anna');
  for (let index = 0; index < 50; index += 1) {
    const { incidentId } = await client.incidents.record(anIncident({ callerId }));
    await client.incidents.complete({ incidentId, completion: aCompletion({ words: 'Sukkels.' }), done: true });
  }
  await client.incidents.repeats({ callerId });
  const times: number[] = [];
  for (let index = 0; index < 15; index += 1) {
    const start = performance.now();
    await client.incidents.repeats({ callerId });
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[7] ?? 0;
  console.log(`everything a caller with 50 incidents did: ${median.toFixed(1)} ms`);
  // Five on a machine with nothing else to do; a loaded one gets room.
  expect(median).toBeLessThan(25);
});
