import { describe, expect, test } from 'vitest';
import { aCaller, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function metBy(worker: 'anna' | 'bram', { client, workAs }: PracticeCopy, severity: 'unpleasant' | 'serious') {
  await workAs(worker);
  return (await client.incidents.record(anIncident({ severity }))).incidentId;
}

/** What the manager sees of the one that is most urgent. */
async function first({ client, workAs }: PracticeCopy) {
  await workAs('karin');
  const [found] = (await client.aftercare.list()).running;
  if (!found) throw new Error('there is none');
  return found;
}

describe('aftercare', () => {
  test('begins by itself after a serious incident, for the worker who met it, and is theirs to see', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    const unpleasant = await metBy('anna', opened, 'unpleasant');
    const serious = await metBy('anna', opened, 'serious');
    const own = await client.aftercare.own();
    expect(own.running).toMatchObject([
      { incident: { id: serious }, requested: false, next: { step: 'first', state: 'due' } },
    ]);
    expect(own.mayAskFor.map(({ id }) => id)).toEqual([unpleasant]);
    await workAs('bram');
    expect(await client.aftercare.own()).toMatchObject({ running: [], mayAskFor: [] });
    clock.now += 2 * HOUR;
    expect(await first(opened)).toMatchObject({ workerName: 'Anna', next: { step: 'first', state: 'late' } });
  });

  test('is asked for by the worker after any incident of their own, and of nobody else’s', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    const incidentId = await metBy('anna', opened, 'unpleasant');
    await workAs('bram');
    await expect(client.aftercare.ask({ incidentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('anna');
    await client.aftercare.ask({ incidentId });
    await client.aftercare.ask({ incidentId });
    expect(await client.aftercare.own()).toMatchObject({
      running: [{ incident: { id: incidentId }, requested: true }],
      mayAskFor: [],
    });
  });

  test('is asked for after a call with worries, and tells the manager nothing of the call', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const concern = { kind: 'crisis', finding: 'thinksOfSuicide', handedOverTo: 'gpOnDuty', remark: 'Trap.' } as const;
    await client.distress.record({ ...concern, callerId });
    const startedAt = clock.now;
    await client.aftercare.askAfterCall();
    clock.now += HOUR;
    await client.aftercare.askAfterCall();
    const own = await client.aftercare.own();
    expect(own).toMatchObject({ running: [{ incident: null, startedAt, requested: true }], askedAfterCall: true });
    await workAs('bram');
    expect(await client.aftercare.own()).toMatchObject({ running: [], askedAfterCall: false });
    const found = await first(opened);
    expect(found).toMatchObject({ workerName: 'Anna', next: { step: 'first', state: 'due' }, offers: [] });
    const told = ['closed', 'id', 'incident', 'mayOffer', 'next', 'offers', 'requested', 'startedAt', 'steps'];
    expect(Object.keys(found).sort()).toEqual([...told, 'userId', 'workerName']);
    clock.now += HOUR;
    expect((await client.review.attention()).late[0]).toMatchObject({ kind: 'aftercare', workerName: 'Anna' });
    // Who was talked to may ask again after another call.
    const { offerId } = await client.aftercare.offer({ aftercareId: found.id, step: 'first' });
    await client.aftercare.answer({ offerId, outcome: 'taken' });
    await workAs('anna');
    await client.aftercare.askAfterCall();
    expect((await client.aftercare.own()).running).toHaveLength(2);
  });

  test('is offered by the manager, agreed on, and answered by the worker; a refused talk comes back', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await metBy('anna', opened, 'serious');
    const { id: aftercareId, mayOffer } = await first(opened);
    expect(mayOffer).toEqual(['first', 'talk']);
    await expect(client.aftercare.offer({ aftercareId, step: 'lastTalk' })).rejects.toMatchObject({ code: 'CLOSED' });
    const { offerId } = await client.aftercare.offer({ aftercareId, step: 'first' });
    expect(await client.aftercare.offer({ aftercareId, step: 'first' })).toEqual({ offerId });
    await client.aftercare.keepAgreed({ offerId, agreed: 'Vanmiddag de telefoon over aan Bram.' });

    await workAs('bram');
    const taken = { offerId, outcome: 'taken' } as const;
    const accepted = client.aftercare.accept({ offerId, accepted: true });
    await expect(accepted).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.aftercare.answer(taken)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.aftercare.close({ aftercareId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('anna');
    const offered = (await client.aftercare.own()).running[0]?.offers;
    expect(offered).toMatchObject([{ offeredByName: 'Karin', agreed: 'Vanmiddag de telefoon over aan Bram.' }]);
    await client.aftercare.accept({ offerId, accepted: true });
    // The talk itself is still to come.
    expect((await client.aftercare.own()).running[0]).toMatchObject({
      ...{ next: { step: 'first' }, offers: [{ acceptedAt: clock.now, outcome: null }] },
    });
    await client.aftercare.answer(taken);
    expect((await client.aftercare.own()).running[0]?.next).toMatchObject({ step: 'talk', state: 'due' });

    clock.now += DAY;
    await workAs('karin');
    const talk = await client.aftercare.offer({ aftercareId, step: 'talk' });
    await client.aftercare.answer({ ...talk, outcome: 'refused' });
    const again = await first(opened);
    expect(again.next).toMatchObject({ step: 'secondTalk', state: 'later' });
    expect(again.next?.opensAt ?? 0).toBeGreaterThan(clock.now + 13 * DAY);
    // Written down by mistake: it is as if it was not answered.
    await client.aftercare.answer({ ...talk, outcome: null });
    expect((await first(opened)).next).toMatchObject({ step: 'talk', state: 'due' });

    const entries = await client.audit.list({ before: null, limit: 50 });
    const actions = entries.filter(({ subject }) => subject === `aftercare ${aftercareId}`).map(({ action }) => action);
    expect(new Set(actions)).toEqual(new Set(['aftercare.offer', 'aftercare.answer']));
  });

  test('ends after the last talk, and whenever the worker ends it; both can be taken back', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await metBy('anna', opened, 'serious');
    const { id: aftercareId } = await first(opened);
    clock.now += 7 * 7 * DAY;
    const { offerId } = await client.aftercare.offer({ aftercareId, step: 'lastTalk' });
    await client.aftercare.answer({ offerId, outcome: 'taken' });
    expect(await client.aftercare.list()).toMatchObject({ running: [], ended: [{ closed: { byName: 'Karin' } }] });
    await client.aftercare.answer({ offerId, outcome: null });
    expect(await client.aftercare.list()).toMatchObject({ running: [{ id: aftercareId }], ended: [] });
    await workAs('anna');
    await client.aftercare.close({ aftercareId });
    expect((await client.aftercare.own()).running).toEqual([]);
    await client.aftercare.reopen({ aftercareId });
    expect((await client.aftercare.own()).running).toHaveLength(1);
  });

  test('waits until the worker is back, and the absence says nothing of why', async () => {
    const opened = await practice.open();
    const { client, workAs, userIds } = opened;
    await metBy('anna', opened, 'serious');
    const before = (await first(opened)).steps[1]?.dueBy ?? 0;
    await workAs('anna');
    const away = { userId: userIds.anna, firstDay: '2026-11-21', lastDay: '2026-12-11' };
    await expect(client.aftercare.recordAbsence({ ...away, userId: userIds.bram })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const backwards = client.aftercare.recordAbsence({ ...away, lastDay: '2026-11-20' });
    await expect(backwards).rejects.toMatchObject({ code: 'FIELD', data: { field: 'lastDay' } });
    await client.aftercare.recordAbsence(away);
    const [absence] = (await client.aftercare.own()).absences;
    expect(absence).toEqual({ ...away, id: absence?.id, workerName: 'Anna' });
    expect((await first(opened)).steps[1]?.dueBy ?? 0).toBeGreaterThan(before + 14 * DAY);
    await client.aftercare.removeAbsence({ absenceId: absence?.id ?? 0 });
    expect((await first(opened)).steps[1]?.dueBy).toBe(before);
  });

  test('of a worker who left the team is nobody’s task any more', async () => {
    const opened = await practice.open();
    const { client, userIds } = opened;
    await metBy('anna', opened, 'serious');
    await first(opened);
    await client.team.remove({ userId: userIds.anna });
    expect((await client.aftercare.list()).running).toEqual([]);
  });
});
