import { describe, expect, test } from 'vitest';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;
const _HOUR = 60 * MINUTE;

describe('the demo practice', () => {
  test('goes away in one press with what was noted about its people, and nothing else does', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    const own = await client.callers.create(aCaller({ displayName: 'Eigen Beller' }));
    await client.setup.loadDemo();
    expect(await client.session.state()).toMatchObject({ demoLoaded: true });
    const [invented] = (await client.callers.search({ query: 'a', limit: 20 })).filter(({ id }) => id !== own.callerId);
    const callerId = invented?.id ?? 0;
    const ownDraft = aDraft({ callerId: own.callerId });
    await client.contacts.save(ownDraft);
    await client.contacts.save(aDraft({ callerId }));
    // The note turned out to be about somebody of the demo, the incident about the practice's own caller.
    const mixed = aDraft({ callerId });
    await client.incidents.record(anIncident({ draftId: mixed.id, callerId: own.callerId }));
    await client.contacts.save(mixed);
    await client.incidents.record(anIncident({ callerId }));
    await client.setup.removeDemo();
    expect(await client.session.state()).toMatchObject({ demoLoaded: false });
    await expect(client.callers.card({ callerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.callers.card({ callerId: own.callerId })).history.map(({ kind }) => kind).sort()).toEqual([
      'contact',
      'incident',
    ]);
    expect(await client.review.day({ date: null })).toMatchObject({
      contacts: 1,
      incidents: [{ callerName: 'Eigen Beller' }],
      leftFromBefore: [],
    });
    await expect(client.contacts.save(aDraft({ callerId }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.team.list()).map(({ name }) => name)).toEqual(['Anna', 'Bram', 'Karin']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });
});
