import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const friso = { displayName: 'Friso ’t Pimpelveld', number: '06 00 12 34 56', birthDate: '1940-11-03' };

describe('a difficult call, from the first key to the feedback', () => {
  test('passes through everybody’s hands', async () => {
    const { client, workAs, clock, userIds } = await practice.open();
    await workAs('anna');
    const draft = aDraft({ newCaller: friso, text: 'Wil vandaag nog' });
    await client.contacts.saveDraft(draft);
    expect(await client.contacts.drafts()).toEqual([draft]);

    clock.now += 2 * MINUTE;
    const recorded = await client.incidents.record(
      anIncident({ draftId: draft.id, newCaller: friso, behaviours: ['threat', 'insult', 'threat'] }),
    );
    expect(await client.contacts.drafts()).toEqual([draft]);
    const { callerId } = recorded;
    if (callerId === null) throw new Error('no card was made for the new caller');

    clock.now += MINUTE;
    const finished = {
      ...draft,
      callerId,
      newCaller: null,
      text: 'Wil vandaag nog een recept. Dreigde langs te komen.',
    };
    expect(await client.contacts.save(finished)).toEqual({ contactId: expect.any(Number), callerId });
    expect(await client.contacts.drafts()).toEqual([]);
    expect(await client.contacts.today()).toEqual({ contacts: 1, incidents: 1, toComplete: 1 });

    // His next call is answered by Bram, who never met him.
    clock.now += HOUR;
    await workAs('bram');
    const [found] = await client.callers.search({ query: 'pimpel' });
    const until = clock.now - MINUTE - HOUR + 24 * HOUR;
    expect(found).toMatchObject({ id: callerId, number: '06 00123456', flags: [{ kind: 'colleagueTakes', until }] });
    expect(await client.callers.card({ callerId })).toMatchObject({
      details: { displayName: friso.displayName, birthDate: friso.birthDate },
      colleagueNotice: { workerName: 'Anna', metByYou: false, callEnded: true, until },
      contactsThisWeek: 1,
      history: [
        { kind: 'incident', behaviours: expect.arrayContaining(['threat', 'insult']), outcomes: ['callEnded'] },
        { kind: 'contact', text: finished.text, workerName: 'Anna' },
      ],
    });

    // Anna adds what she had no time for.
    await workAs('anna');
    expect((await client.callers.card({ callerId })).colleagueNotice).toMatchObject({ metByYou: true });
    const completion = aCompletion({ cause: 'refusedRequest', words: 'Ik weet je te vinden', weight: 'heavier' });
    expect(await client.incidents.toComplete()).toMatchObject([{ id: recorded.incidentId, weight: 'asItWas' }]);
    await client.incidents.complete({ incidentId: recorded.incidentId, completion, done: true });
    expect(await client.incidents.toComplete()).toEqual([]);

    // Karin reviews the day, without the weight that only Anna sees.
    await workAs('karin');
    const day = await client.review.day({ date: null });
    expect(day).toMatchObject({
      date: '2026-11-21',
      contacts: 1,
      toComplete: 0,
      toReview: 1,
      perHundred: 100,
      causes: [{ cause: 'refusedRequest', count: 1 }],
      incidents: [
        {
          id: recorded.incidentId,
          callerName: friso.displayName,
          workerName: 'Anna',
          severity: 'serious',
          countInYear: 1,
          completion: { words: 'Ik weet je te vinden' },
        },
      ],
    });
    expect(day.incidents[0]?.behaviours.toSorted()).toEqual(['insult', 'threat']);
    expect(JSON.stringify(day)).not.toContain('weight');
    await client.review.markReviewed({ incidentId: recorded.incidentId, note: 'Ik bel hem morgen. Goed gedaan.' });
    expect(await client.review.day({ date: null })).toMatchObject({ toReview: 0 });

    await workAs('anna');
    expect(await client.incidents.feedback()).toMatchObject([
      { id: recorded.incidentId, reviewerName: 'Karin', reviewNote: 'Ik bel hem morgen. Goed gedaan.' },
    ]);
    await client.incidents.markFeedbackRead({ incidentId: recorded.incidentId });
    expect(await client.incidents.feedback()).toEqual([]);

    // A day later nothing stands out any more, and the books are in order.
    clock.now = until;
    expect((await client.callers.search({ query: 'pimpel' }))[0]?.flags).toEqual([]);
    expect((await client.callers.card({ callerId })).colleagueNotice).toBeNull();
    await workAs('karin');
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null, shorter: [] });
    const log = await client.audit.list({ before: null, limit: 200 });
    expect(log).toContainEqual(
      expect.objectContaining({ userName: 'Bram', action: 'callers.card', subject: `caller ${callerId}` }),
    );
    // Names are looked up while reading; what is kept has none.
    expect(JSON.stringify(log.map(({ about, ...kept }) => kept))).not.toContain('Pimpelveld');
    expect(userIds.anna).not.toBe(userIds.bram);
  });

  test('makes one card for a new caller, whatever is saved first and however often', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const draft = aDraft({ newCaller: friso });
    await client.contacts.saveDraft(draft);
    // As after a crash: the window never heard which card the incident made.
    const first = await client.incidents.record(anIncident({ draftId: draft.id, newCaller: friso }));
    const second = await client.incidents.record(anIncident({ draftId: draft.id, newCaller: friso }));
    const saved = await client.contacts.save(draft);
    expect([second.callerId, saved.callerId]).toEqual([first.callerId, first.callerId]);
    expect(await client.callers.search({ query: '0600123456' })).toHaveLength(1);
  });

  test('gives an incident without a caller the caller of the note', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const draft = aDraft({ text: 'Naam nog onbekend' });
    await client.contacts.saveDraft(draft);
    const { incidentId, callerId } = await client.incidents.record(anIncident({ draftId: draft.id }));
    expect(callerId).toBeNull();
    const saved = await client.contacts.save({ ...draft, newCaller: friso });
    expect(await client.callers.card({ callerId: saved.callerId ?? 0 })).toMatchObject({
      colleagueNotice: { callEnded: true },
    });
    expect(await client.incidents.toComplete()).toMatchObject([{ id: incidentId, callerName: friso.displayName }]);
  });

  test('saved once more, because the answer got lost, makes no second contact and no second card', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const draft = aDraft({ newCaller: friso });
    const saved = await client.contacts.save(draft);
    expect(await client.contacts.save(draft)).toEqual(saved);
    expect(await client.contacts.today()).toMatchObject({ contacts: 1 });
    expect(await client.callers.search({ query: 'pimpel' })).toHaveLength(1);
    await workAs('bram');
    expect(await client.contacts.save(draft)).not.toEqual(saved);
  });

  test('keeps the note when the number cannot be read, and makes no card', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const draft = aDraft({ newCaller: { ...friso, number: '06 123' } });
    await client.contacts.saveDraft(draft);
    const saving = client.contacts.save(draft);
    await expect(saving).rejects.toMatchObject({ code: 'BAD_NUMBER', data: { number: '06 123' } });
    await expect(client.incidents.record(anIncident({ newCaller: draft.newCaller }))).rejects.toMatchObject({
      code: 'BAD_NUMBER',
    });
    expect(await client.contacts.drafts()).toEqual([draft]);
    expect(await client.callers.search({ query: 'pimpel' })).toEqual([]);
    expect(await client.contacts.today()).toEqual({ contacts: 0, incidents: 0, toComplete: 0 });
  });
});

describe('what is a worker’s own', () => {
  test('is nobody else’s: drafts, incidents to complete, feedback', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const draft = aDraft();
    await client.contacts.saveDraft(draft);
    const { incidentId } = await client.incidents.record(anIncident());
    await workAs('karin');
    await client.review.markReviewed({ incidentId, note: 'Voor Anna' });
    for (const worker of ['bram', 'karin'] as const) {
      await workAs(worker);
      expect(await client.contacts.drafts()).toEqual([]);
      await expect(client.contacts.saveDraft({ ...draft, text: 'anders' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await client.contacts.discardDraft({ draftId: draft.id });
      expect(await client.incidents.toComplete()).toEqual([]);
      expect(await client.incidents.feedback()).toEqual([]);
      const completing = client.incidents.complete({
        incidentId,
        completion: aCompletion({ words: 'anders' }),
        done: true,
      });
      await expect(completing).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(client.incidents.markFeedbackRead({ incidentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await workAs('anna');
    expect(await client.contacts.drafts()).toEqual([draft]);
    expect(await client.incidents.feedback()).toMatchObject([{ reviewNote: 'Voor Anna', completion: { words: '' } }]);
  });

  test('an incident that was not reviewed cannot be marked as read', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const { incidentId } = await client.incidents.record(anIncident());
    await expect(client.incidents.markFeedbackRead({ incidentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the bucket is filled by one’s own incidents, and asked by nobody else', async () => {
    const { client, workAs, clock } = await practice.open();
    const empty = { level: 0, line: 'none', prompt: false, because: { incidents: 0 } };
    await workAs('anna');
    for (let nth = 0; nth < 2; nth += 1) await client.incidents.record(anIncident());
    expect(await client.breaks.state()).toMatchObject({
      line: 'suggest',
      prompt: true,
      canSnooze: true,
      because: { incidents: 2 },
    });
    for (const worker of ['bram', 'karin'] as const) {
      await workAs(worker);
      expect(await client.breaks.state()).toMatchObject(empty);
    }
    await workAs('anna');
    await client.breaks.snooze();
    expect(await client.breaks.state()).toMatchObject({ prompt: false, canSnooze: false });
    clock.now += 15 * MINUTE;
    expect(await client.breaks.state()).toMatchObject({ prompt: true, canSnooze: false });
    await client.breaks.start({ kind: 'break', draftId: null });
    expect(await client.breaks.state()).toMatchObject({
      prompt: false,
      running: { kind: 'break', startedAt: clock.now },
    });
    clock.now += 20 * MINUTE;
    await client.breaks.end();
    expect(await client.breaks.state()).toMatchObject({ ...empty, running: null });
  });
});

describe('calls of concern', () => {
  test('are never among the incidents, and say nothing against the caller', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    const crisis = {
      kind: 'crisis',
      callerId,
      finding: 'thinksOfSuicide',
      handedOverTo: 'gpOnDuty',
      remark: '',
    } as const;
    const { concernId } = await client.distress.record(crisis);
    await client.distress.record({
      ...crisis,
      callerId: null,
      kind: 'lonely',
      finding: 'lonely',
      handedOverTo: 'nobody',
    });
    expect(await client.distress.ofCaller({ callerId })).toMatchObject([
      { id: concernId, kind: 'crisis', workerName: 'Anna' },
    ]);
    expect(await client.contacts.today()).toEqual({ contacts: 0, incidents: 0, toComplete: 0 });
    expect(await client.callers.card({ callerId })).toMatchObject({ history: [], colleagueNotice: null });
    expect((await client.callers.search({ query: 'zwaantje' }))[0]?.flags).toEqual([]);
    expect(await client.incidents.toComplete()).toEqual([]);
    // A call with somebody in crisis is heavy for the worker too.
    expect(await client.breaks.state()).toMatchObject({ prompt: true, because: { incidents: 0 } });
    await workAs('karin');
    const day = await client.review.day({ date: null });
    expect(day).toMatchObject({ contacts: 0, incidents: [], toReview: 0, toComplete: 0, leftFromBefore: [] });
    expect(day.week.map(({ incidents }) => incidents)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('two at one desk', () => {
  test('switch without a trace of each other: the draft of one waits for them', async () => {
    const { client, workAs, core } = await practice.open();
    await workAs('anna');
    const draft = aDraft({ id: randomUUID() });
    await client.contacts.saveDraft(draft);
    const key = core.context.core.session.unlocked?.dataEncryptionKey;
    await workAs('bram');
    expect(key?.every((byte) => byte === 0)).toBe(true);
    expect(await client.contacts.drafts()).toEqual([]);
    await workAs('anna');
    expect(await client.contacts.drafts()).toEqual([draft]);
  });

  test('a call that was under way when the app was locked is answered LOCKED', async () => {
    const { client, workAs, core } = await practice.open();
    await workAs('karin');
    const loading = client.setup.loadDemo();
    await core.lock();
    await expect(loading).rejects.toMatchObject({ code: 'LOCKED' });
  });
});
