import { TZDate } from '@date-fns/tz';
import { describe, expect, test } from 'vitest';
import { aCaller, aCompletion, anIncident } from '../support/samples.ts';
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

  test('keeps to the working days of the worker, who sees them', async () => {
    const opened = await practice.open();
    const { client, workAs, userIds } = opened;
    await metBy('anna', opened, 'serious');
    const before = (await first(opened)).steps[1]?.dueBy ?? 0;
    const details = { name: 'Anna', role: 'receptionist', function: '', department: '' } as const;
    await client.team.update({ userId: userIds.anna, details: { ...details, workingDays: [5, 4, 5] } });
    const after = (await first(opened)).steps[1]?.dueBy ?? 0;
    const timeZone = 'Europe/Amsterdam';
    expect([4, 5]).toContain(new TZDate(after, timeZone).getDay());
    expect(after).toBeGreaterThan(before);
    expect(after - before).toBeLessThan(7 * DAY);
    // Left out, they stay as they are.
    await client.team.update({ userId: userIds.anna, details: { ...details, department: 'Spoedlijn' } });
    await workAs('anna');
    expect((await client.aftercare.own()).workingDays).toEqual([4, 5]);
    await workAs('bram');
    expect((await client.aftercare.own()).workingDays).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('aftercare of a colleague who is taken off an incident', () => {
  async function withBram(opened: PracticeCopy) {
    const incidentId = await metBy('anna', opened, 'serious');
    const completion = aCompletion({ colleagueIds: [opened.userIds.bram] });
    await opened.client.incidents.complete({ incidentId, completion, done: true });
    return { incidentId, completion };
  }
  const ofBram = async ({ client }: PracticeCopy) => {
    const { running, ended } = await client.aftercare.list();
    const isBram = ({ workerName }: { workerName: string }) => workerName === 'Bram';
    return { running: running.filter(isBram), ended: ended.filter(isBram) };
  };

  test('is taken back with what was done and why, and goes on when they are put on again', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    const { incidentId } = await withBram(opened);
    await workAs('karin');
    const [found] = (await ofBram(opened)).running;
    const { offerId } = await client.aftercare.offer({ aftercareId: found?.id ?? 0, step: 'first' });
    await client.aftercare.keepAgreed({ offerId, agreed: 'Vanmiddag achter de balie.' });
    await client.aftercare.answer({ offerId, outcome: 'taken' });
    clock.now += HOUR;
    const correct = (colleagueIds: number[]) =>
      client.incidents.correct({ incidentId, correction: { colleagueIds }, why: 'Bram was er niet bij.' });
    await correct([]);
    const withdrawn = await ofBram(opened);
    expect(withdrawn).toMatchObject({
      running: [],
      ended: [{ closed: { withdrawn: 'takenOff' }, next: null, offers: [{ outcome: 'taken' }] }],
    });
    const again = { aftercareId: found?.id ?? 0 };
    await expect(client.aftercare.reopen(again)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.aftercare.answer({ offerId, outcome: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('bram');
    expect(await client.aftercare.own()).toMatchObject({
      running: [],
      mayAskFor: [],
      withdrawn: [{ closed: { withdrawn: 'takenOff' }, offers: [{ agreed: 'Vanmiddag achter de balie.' }] }],
    });
    await workAs('karin');
    await correct([userIds.bram]);
    expect(await ofBram(opened)).toMatchObject({
      running: [{ id: found?.id, next: { step: 'talk' }, offers: [{ outcome: 'taken' }] }],
      ended: [],
    });
  });

  test('that somebody ended stays ended, taken off or put on', async () => {
    const opened = await practice.open();
    const { client, workAs, userIds } = opened;
    const { incidentId, completion } = await withBram(opened);
    await workAs('karin');
    const [found] = (await ofBram(opened)).running;
    await client.aftercare.close({ aftercareId: found?.id ?? 0 });
    await workAs('anna');
    for (const colleagueIds of [[], [userIds.bram]]) {
      await client.incidents.complete({ incidentId, completion: { ...completion, colleagueIds }, done: false });
    }
    await workAs('karin');
    expect(await ofBram(opened)).toMatchObject({ running: [], ended: [{ closed: { withdrawn: null } }] });
  });

  test('of a second record is taken back for whoever has it at the first, and comes back with either', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    const { incidentId: original } = await withBram(opened);
    const second = await metBy('bram', opened, 'serious');
    await workAs('karin');
    const runningAt = async () =>
      (await ofBram(opened)).running.map(({ incident }) => incident?.id).sort((a = 0, b = 0) => a - b);
    expect(await runningAt()).toEqual([original, second]);
    await client.review.markDuplicate({ incidentId: second, ofIncidentId: original });
    expect(await runningAt()).toEqual([original]);
    expect((await ofBram(opened)).ended).toMatchObject([{ closed: { withdrawn: 'duplicate' } }]);
    // Off the first, he still stands with the second.
    const why = 'Bram meldde het zelf.';
    await client.incidents.correct({ incidentId: original, correction: { colleagueIds: [] }, why });
    expect(await runningAt()).toEqual([second]);
    await client.incidents.correct({
      ...{ incidentId: original, why, correction: { colleagueIds: [opened.userIds.bram] } },
    });
    expect(await runningAt()).toEqual([original]);
    await client.review.reopen({ incidentId: second });
    expect(await runningAt()).toEqual([original, second]);
  });
});
