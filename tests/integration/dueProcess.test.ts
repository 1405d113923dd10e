import { describe, expect, test } from 'vitest';
import type { BanTerms } from '../../src/shared/contract/measureDecision.ts';
import { afterThreat, terms } from '../support/afterThreat.ts';
import { startOfTest } from '../support/options.ts';
import { aCaller } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

describe('a second ban', () => {
  const later = { ...terms, lastDay: '2027-01-20', reviewDay: '2026-12-21' };

  test('takes the place of the one in force only when the manager knows of that, and says as what', async () => {
    const { client, callerId, incidentId, decision, workAs } = await afterThreat(practice);
    const { measureId: first } = await client.measures.decide(decision);
    expect((await client.measures.propose({ callerId })).bans).toMatchObject([{ id: first, state: 'running' }]);
    await expect(client.measures.decide({ ...decision, ban: later })).rejects.toMatchObject({ code: 'OVERLAPS' });
    const decide = (ban: BanTerms, replaces: number[]) => client.measures.decide({ ...decision, ban, replaces });
    const asWhat = async ({ measureId }: { measureId: number }) =>
      (await client.measures.detail({ measureId })).measure.replaces;

    const longer = await decide(later, [first]);
    expect(await asWhat(longer)).toEqual({ id: first, as: 'extended' });
    const narrower = await decide({ ...later, channels: ['phone'] }, [longer.measureId]);
    expect(await asWhat(narrower)).toEqual({ id: longer.measureId, as: 'narrowed' });
    const other = await decide({ ...later, channels: ['mail'] }, [narrower.measureId]);
    expect(await asWhat(other)).toEqual({ id: narrower.measureId, as: 'replaced' });
    expect(await client.letters.about({ of: 'measure', id: longer.measureId })).toMatchObject({ kinds: ['extension'] });
    expect(await client.letters.about({ of: 'measure', id: other.measureId })).toMatchObject({ kinds: ['contactBan'] });

    const gap = { ...terms, from: '2026-11-25', channels: [...terms.channels] };
    await expect(decide(gap, [other.measureId])).rejects.toMatchObject({ code: 'FIELD', data: { field: 'from' } });
    const after: BanTerms = { ...terms, from: '2027-01-21', lastDay: '2027-02-20', reviewDay: '2027-02-05' };
    const planned = await decide(after, []);
    const extended = { measureId: other.measureId, lastDay: '2027-02-01', reason: 'Weer.', incidentIds: [incidentId] };
    await client.measures.extend(extended);
    expect((await client.measures.detail(planned)).measure.state).toBe('replaced');
    await workAs('anna');
    expect((await client.measures.ofCaller({ callerId })).bans).toMatchObject([{ lastDay: '2027-02-01' }]);
  });

  test('that ran beside the first before this was a rule shows as one picture, and as one flag', async () => {
    const { client, core, callerId, decision } = await afterThreat(practice);
    const { measureId: first } = await client.measures.decide(decision);
    await client.measures.decide({ ...decision, ban: { ...later, channels: ['mail', 'desk'] }, replaces: [first] });
    const { database } = core.context.core.session.unlocked ?? {};
    await database?.updateTable('measure').set({ replacedAt: null }).where('id', '=', first).execute();
    expect((await client.measures.ofCaller({ callerId })).bans).toMatchObject([
      {
        lastDay: '2027-01-20',
        channels: ['phone', 'desk', 'mail'],
        openChannels: ['chat'],
        closed: [
          { channels: ['desk', 'mail'], lastDay: '2027-01-20' },
          { channels: ['phone'], lastDay: '2026-12-20' },
        ],
      },
    ]);
    const [found] = await client.callers.search({ query: 'Zwaantje' });
    expect(found?.flags.filter(({ kind }) => kind === 'contactBan')).toEqual([
      expect.objectContaining({ until: Date.parse('2027-01-20T23:00:00Z') }),
    ]);
  });
});

describe('the clock for answering the person', () => {
  const onPhone = { way: 'phone', on: '2026-11-21' } as const;

  test('stops before a decision when they were told, and a decision then has a day of its own', async () => {
    const { client, callerId, decision, userIds, clock } = await afterThreat(practice);
    await client.measures.recordTold({ callerId, measureId: null, ...onPhone, byUserId: userIds.anna });
    expect(await client.measures.toDecide()).toMatchObject([
      { answerBefore: null, told: { way: 'phone', on: '2026-11-21', byName: 'Anna' } },
    ]);
    clock.now += 60_000;
    const { measureId } = await client.measures.decide(decision);
    expect(await client.measures.toTell()).toEqual([
      {
        ...{ callerId, callerName: 'Zwaantje Regenkamp', measure: { id: measureId, step: 'contactBan' } },
        answerBefore: clock.now + DAY,
      },
    ]);
  });

  test('runs on through a decision until it stands that they were told of it, and in the register', async () => {
    const { client, callerId, decision, userIds, clock, workAs } = await afterThreat(practice);
    clock.now += DAY / 2;
    await workAs('karin');
    const { measureId } = await client.measures.decide(decision);
    expect(await client.measures.toTell()).toMatchObject([{ answerBefore: startOfTest + DAY }]);
    expect((await client.measures.register()).running).toMatchObject([{ answer: { told: null } }]);
    const tell = { callerId, measureId, ...onPhone, byUserId: userIds.bram };
    await expect(client.measures.recordTold({ ...tell, on: '2026-11-23' })).rejects.toMatchObject({ code: 'FIELD' });
    const { callerId: other } = await client.callers.create(aCaller({ displayName: 'Bertus Molenaar' }));
    await expect(client.measures.recordTold({ ...tell, callerId: other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.measures.recordTold(tell);
    expect(await client.measures.toTell()).toEqual([]);
    expect((await client.measures.register()).running).toMatchObject([{ answer: { told: { byName: 'Bram' } } }]);
  });

  test('does not run for a report or a claim, and runs for an incident that was left when they are to hear', async () => {
    const { client, callerId, incidentId, decision, userIds } = await afterThreat(practice);
    await client.measures.decide({ ...decision, step: 'policeReport', ban: null });
    expect(await client.measures.toTell()).toEqual([]);
    await client.measures.leave({ callerId, incidentIds: [incidentId], reason: 'Uitgepraat.', tell: true });
    expect(await client.measures.toDecide()).toEqual([]);
    expect(await client.measures.toTell()).toMatchObject([{ measure: null, answerBefore: startOfTest + DAY }]);
    expect(await client.measures.propose({ callerId })).toMatchObject({ answerBefore: startOfTest + DAY, told: null });
    await client.measures.recordTold({ callerId, measureId: null, ...onPhone, byUserId: userIds.karin });
    expect(await client.measures.toTell()).toEqual([]);
  });

  test('a letter about the decision that was sent tells them', async () => {
    const { client, decision } = await afterThreat(practice);
    const { measureId } = await client.measures.decide(decision);
    await client.letters.updateLetterhead({
      ...{ address: 'Verzonnenlaan 1', phone: '', email: '', objectionsTo: 'Karin', objectionTerm: 'zes weken' },
    });
    const about = { of: 'measure', id: measureId } as const;
    const content = await client.letters.compose({ about, kind: 'contactBan', language: 'nl', nameWorker: false });
    const letter = { about, letterId: null, kind: 'contactBan', language: 'nl', replacesId: null } as const;
    const filled = { ...content, text: content.text.replaceAll(/\{.*?\}/g, 'niets') };
    const { letterId } = await client.letters.save({ ...letter, content: filled });
    await client.letters.finalise({ letterId });
    expect(await client.measures.toTell()).toHaveLength(1);
    await client.letters.markSent({ letterId, on: '2026-11-21', way: 'post' });
    expect(await client.measures.toTell()).toEqual([]);
    expect((await client.measures.detail({ measureId })).measure.answer?.told).toMatchObject({ way: 'letter' });
  });
});
