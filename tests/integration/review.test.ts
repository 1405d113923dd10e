import { describe, expect, test } from 'vitest';
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
    const running = (await client.aftercare.list()).running.map(({ workerName, incidentId }) => [
      workerName,
      incidentId,
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
