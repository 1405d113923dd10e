import { describe, expect, test } from 'vitest';
import { aCompletion, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** A very serious threat that Anna reported and met with Bram, with Anna at work. */
async function metTogether(): Promise<PracticeCopy & { incidentId: number }> {
  const opened = await practice.open();
  await opened.workAs('anna');
  const threat = anIncident({ behaviours: ['threat'], severity: 'verySerious' });
  const { incidentId } = await opened.client.incidents.record(threat);
  const { bram, karin, anna } = opened.userIds;
  const completion = aCompletion({ colleagueIds: [bram, anna], witnessIds: [karin, bram], witnesses: 'De bezorger' });
  await opened.client.incidents.complete({ incidentId, completion, done: true });
  return { ...opened, incidentId };
}

describe('an incident that several workers met', () => {
  test('begins aftercare for each of them', async () => {
    const { client, workAs, incidentId } = await metTogether();
    for (const worker of ['anna', 'bram'] as const) {
      await workAs(worker);
      expect((await client.aftercare.own()).running).toMatchObject([{ incident: { id: incidentId } }]);
    }
    await workAs('karin');
    expect((await client.aftercare.own()).running).toEqual([]);
  });

  test('is among the own reports of each, and only the reporter has something to complete', async () => {
    const { client, incidentId, workAs } = await metTogether();
    const seen = { id: incidentId, workerName: 'Anna', colleagueNames: ['Bram'], witnessNames: ['Karin'] };
    expect(await client.incidents.own()).toMatchObject([{ ...seen, reportedByYou: true }]);
    await workAs('bram');
    expect(await client.incidents.own()).toMatchObject([{ ...seen, reportedByYou: false }]);
    expect(await client.incidents.toComplete()).toEqual([]);
    expect(await client.contacts.today()).toMatchObject({ incidents: 1, toComplete: 0 });
    await workAs('karin');
    expect(await client.incidents.own()).toEqual([]);
  });

  test('counts in the bucket of each, by the weight that each gave it', async () => {
    const { client, incidentId, workAs } = await metTogether();
    const ofAnna = (await client.breaks.state()).level;
    await workAs('bram');
    expect((await client.breaks.state()).level).toBe(ofAnna);
    await client.incidents.weigh({ incidentId, weight: 'heavier' });
    expect((await client.breaks.state()).level).toBeGreaterThan(ofAnna);
    expect(await client.incidents.own()).toMatchObject([{ weight: 'heavier' }]);
    await workAs('anna');
    expect((await client.breaks.state()).level).toBe(ofAnna);
    expect(await client.incidents.own()).toMatchObject([{ weight: 'asItWas' }]);
    await workAs('karin');
    await expect(client.incidents.weigh({ incidentId, weight: 'heavier' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('is answered to each, and read by each apart', async () => {
    const { client, incidentId, workAs } = await metTogether();
    await workAs('karin');
    await client.review.markReviewed({ incidentId, note: 'Goed samen opgevangen.' });
    for (const worker of ['bram', 'anna'] as const) {
      await workAs(worker);
      expect(await client.incidents.feedback()).toMatchObject([{ reviewNote: 'Goed samen opgevangen.' }]);
      await client.incidents.markFeedbackRead({ incidentId });
      expect(await client.incidents.feedback()).toEqual([]);
    }
    await workAs('karin');
    await client.review.reopen({ incidentId });
    await client.review.markReviewed({ incidentId, note: 'Nog iets.' });
    await workAs('bram');
    expect(await client.incidents.feedback()).toHaveLength(1);
  });

  test('is seen but not corrected by the colleague; who met it can be corrected, and keeps the weight of who stays', async () => {
    const { client, incidentId, workAs, userIds } = await metTogether();
    await workAs('bram');
    await client.incidents.weigh({ incidentId, weight: 'lighter' });
    expect((await client.incidents.changes({ incidentId })).changes).toEqual([]);
    const correction = { colleagueIds: [userIds.bram, userIds.karin] };
    await expect(client.incidents.correct({ incidentId, correction, why: '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await workAs('karin');
    await client.incidents.correct({ incidentId, correction, why: '' });
    expect(await client.incidents.changes({ incidentId })).toMatchObject({
      changes: [
        {
          fields: ['colleagueIds', 'witnessIds'],
          before: { colleagueNames: ['Bram'], witnessNames: ['Karin'] },
          after: { witnessNames: [] },
        },
      ],
    });
    expect(await client.incidents.own()).toMatchObject([{ id: incidentId, weight: 'asItWas' }]);
    await workAs('bram');
    expect(await client.incidents.own()).toMatchObject([{ weight: 'lighter' }]);
  });

  test('offers everybody in the team, and nobody who has left', async () => {
    const { client, workAs, userIds } = await metTogether();
    expect((await client.incidents.colleagues()).map(({ name }) => name)).toEqual(['Anna', 'Bram', 'Karin']);
    await workAs('karin');
    await client.team.remove({ userId: userIds.bram });
    expect((await client.incidents.colleagues()).map(({ name }) => name)).toEqual(['Anna', 'Karin']);
  });
});
