import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/main/core/store/open.ts';
import { backupsIn, plainBytesOf, textsFoundIn } from '../support/plainBytes.ts';
import { aCaller, aCompletion, aDraft, anIncident, someTerms } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

/** Everything that can be kept of somebody, written down at the start. */
async function aYearAgo(opened: PracticeCopy) {
  const { client, workAs, clock } = opened;
  await workAs('anna');
  const { callerId } = await client.callers.create(
    aCaller({ displayName: 'Quirinus Zonderlingkwast', numbers: ['06 00 12 34 56'], remark: 'Kwabbelremark' }),
  );
  const draft = aDraft({ callerId, text: 'Knisperflard over de uitslag.' });
  await client.contacts.saveDraft(draft);
  const { incidentId } = await client.incidents.record(anIncident({ draftId: draft.id, callerId }));
  await client.incidents.complete({
    incidentId,
    completion: aCompletion({ words: 'Wobbelwoorden', account: 'Ritseltoedracht', witnesses: 'Snuitgetuige' }),
    done: true,
  });
  await client.contacts.save({ ...draft, startedAt: clock.now });
  await client.distress.record({
    ...({ kind: 'crisis', finding: 'notSure', handedOverTo: 'gpOnDuty' } as const),
    ...{ callerId, remark: 'Zuchtzinnetje' },
  });
  const { callerId: otherId } = await client.callers.create(aCaller({ displayName: 'Wolf Kwikstaartjes' }));
  await client.contacts.save(
    aDraft({ callerId: otherId, text: 'Vroeg naar de openingstijden.', startedAt: clock.now }),
  );
  return { callerId, incidentId, otherId };
}

const secrets = ['Zonderlingkwast', 'zonderlingkwast', '600123456', '654321006', 'Kwabbelremark', 'Knisperflard'];
const ofIncident = ['Wobbelwoorden', 'Ritseltoedracht', 'Snuitgetuige'];

const later = (opened: PracticeCopy, months: number) => {
  opened.clock.now += months * 31 * DAY;
};

const goesOf = async ({ client }: PracticeCopy) =>
  Object.fromEntries(
    (await client.privacy.tryErasing()).kinds.filter(({ goes }) => goes > 0).map(({ kind, goes }) => [kind, goes]),
  );

const lastTrialAt = async (opened: PracticeCopy): Promise<number> => {
  const kept = database(opened)?.selectFrom('setting').select('value').where('key', '=', 'lastErasingTrial');
  return Number(JSON.parse((await kept?.executeTakeFirst())?.value ?? '{}').at ?? 0);
};

describe('what is over its term', () => {
  test('is told first, goes when a manager says so, and leaves no byte of it in the store', async () => {
    const opened = await practice.open();
    const { client, workAs, core } = opened;
    const { incidentId } = await aYearAgo(opened);
    const mail = Buffer.from('From: Wol <wol@example.org>\nTo: praktijk@example.org\nSubject: Boos\n\nTe laat.');
    const file = { incidentId, name: 'bericht.eml', bytes: mail.length, part: mail.toString('base64') };
    const { attachmentId } = await client.attachments.add(file);
    later(opened, 13);
    await workAs('karin');
    const trial = await client.privacy.tryErasing();
    expect(trial.kinds.find(({ kind }) => kind === 'contacts')).toMatchObject({ goes: 2, stays: [] });
    expect(await goesOf(opened)).toEqual({ contacts: 2, concerns: 1 });
    // Looking erases nothing.
    expect(textsFoundIn(plainBytesOf(core), ['Knisperflard', 'Zuchtzinnetje'])).toEqual([
      'Knisperflard',
      'Zuchtzinnetje',
    ]);
    const run = await client.privacy.eraseOverTerm();
    expect(run).toMatchObject({ outcome: 'whole', byName: 'Karin' });
    expect(run.counts).toEqual([
      { kind: 'contacts', count: 2 },
      { kind: 'concerns', count: 1 },
    ]);
    expect(textsFoundIn(plainBytesOf(core), ['Knisperflard', 'Zuchtzinnetje', ...ofIncident])).toEqual(ofIncident);
    expect(await goesOf(opened)).toEqual({});

    later(opened, 24);
    await workAs('karin');
    expect(await goesOf(opened)).toEqual({ aftercare: 1, incidents: 1, callers: 2 });
    const removal = { form: `removeAttachment ${attachmentId}`, content: '"Drentelreden"', callerId: null };
    await client.unfinished.keep(removal);
    await client.privacy.eraseOverTerm();
    const gone = [...secrets, ...ofIncident, 'Drentelreden', 'Kwikstaartjes', 'kwikstaartjes'];
    expect(textsFoundIn(plainBytesOf(core), gone)).toEqual([]);
    expect(await client.callers.search({ query: 'zonderling' })).toEqual([]);
    await core.lock();
    // Nor when the store was closed, with what the planner then writes down.
    const reopened = openStore(path.join(opened.folder, 'store.db'), opened.dataEncryptionKey);
    try {
      expect(textsFoundIn(reopened.serialize(), [...secrets, ...ofIncident])).toEqual([]);
    } finally {
      reopened.close();
    }
    expect(backupsIn(opened.folder)).toEqual([]);
  });

  test('still counts in the trends, without anybody', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await aYearAgo(opened);
    await workAs('karin');
    const yearOf = async () => {
      const { total, groups } = await client.trends.report({ unit: 'year', until: null, only: null });
      const { cause, behaviour, severity, channel, hour, weekday } = groups;
      const withAny = <Group extends { incidents: number; contacts: number }>(list: Group[]) =>
        list.filter(({ incidents, contacts }) => incidents + contacts > 0);
      return { total, cause, behaviour, severity, channel, hour: withAny(hour), weekday: withAny(weekday) };
    };
    const before = await yearOf();
    expect(before.total).toMatchObject({ contacts: 2, incidents: 1 });
    later(opened, 37);
    await workAs('karin');
    expect(await yearOf()).toEqual(before);
    await client.privacy.eraseOverTerm();
    expect(await yearOf()).toEqual(before);
    const only = { of: 'cause', value: 'waiting' } as const;
    expect((await client.trends.report({ unit: 'year', until: null, only })).total).toMatchObject({ incidents: 1 });
    expect(await client.review.day({ date: '2026-11-21' })).toMatchObject({
      contacts: 2,
      incidents: [],
      week: expect.arrayContaining([expect.objectContaining({ date: '2026-11-21', contacts: 2, incidents: 1 })]),
    });
    const { database } = opened.core.context.core.session.unlocked ?? {};
    expect(await database?.selectFrom('contactCount').selectAll().execute()).toEqual([]);
  });

  test('stays with what is needed: a measure that runs, an open objection, a hand-over that waits', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    const { callerId, incidentId, otherId } = await aYearAgo(opened);
    const waiting = aDraft({ callerId: otherId, startedAt: clock.now });
    await client.contacts.save({
      ...waiting,
      handOver: { kind: 'callBack', to: { kind: 'role', role: 'manager' }, dueAt: clock.now + DAY },
    });
    await workAs('karin');
    const { measureId } = await client.measures.decide({
      ...{ callerId, step: 'warning', reason: 'U schold.', incidentIds: [incidentId], ban: null, replaces: [] },
    });
    await client.measures.recordObjection({ measureId, receivedOn: '2026-11-21', text: 'Dat deed ik niet.' });
    later(opened, 60);
    await workAs('karin');
    const reasons = (await client.privacy.tryErasing()).kinds.flatMap(({ kind, goes, stays }) =>
      goes + stays.length > 0 ? [[kind, goes, ...stays.map(({ reason, count }) => `${reason} ${count}`)]] : [],
    );
    expect(reasons).toEqual([
      ['measures', 0, 'objection 1'],
      ['aftercare', 1],
      ['incidents', 0, 'measure 1'],
      ['contacts', 1, 'measure 1', 'handOver 1'],
      ['concerns', 1],
      ['auditLog', expect.any(Number)],
      ['callers', 0, 'stillNamed 2'],
    ]);
    await client.privacy.eraseOverTerm();
    expect((await client.measures.detail({ measureId })).measure.callerName).toBe('Quirinus Zonderlingkwast');

    const [objection] = (await client.measures.detail({ measureId })).objections;
    await client.measures.answerObjection({
      objectionId: objection?.id ?? 0,
      outcome: 'rejected',
      text: 'Toch wel.',
    });
    expect(await goesOf(opened)).toEqual({ measures: 1, incidents: 1, contacts: 1, callers: 1 });
  });

  test('is in the register and the audit log with numbers only, and shows on the day when it waits', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await aYearAgo(opened);
    await workAs('karin');
    await client.privacy.tryErasing();
    expect((await client.review.attention()).late).not.toContainEqual(expect.objectContaining({ kind: 'retention' }));
    later(opened, 14);
    await workAs('karin');
    await client.privacy.tryErasing();
    expect((await client.review.attention()).late).toContainEqual(
      expect.objectContaining({ kind: 'retention', goes: 3 }),
    );
    await client.privacy.eraseOverTerm();
    expect((await client.review.attention()).late).not.toContainEqual(expect.objectContaining({ kind: 'retention' }));
    const { runs } = await client.privacy.retention();
    expect(runs).toHaveLength(1);
    const log = await client.audit.list({ before: null, limit: 20 });
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'privacy.eraseOverTerm', subject: 'retention run 1', userName: 'Karin' }),
    );
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  test('goes by itself at the first unlock of a day, once a manager has switched that on', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds } = opened;
    await aYearAgo(opened);
    await workAs('karin');
    await client.privacy.setAutomatic({ on: true });
    later(opened, 14);
    await client.session.unlock({ userId: userIds.anna, password: 'gele-laarzen-in-de-regen' });
    await expect
      .poll(async () => (await database(opened)?.selectFrom('contact').select('id').execute())?.length, {
        timeout: 10_000,
      })
      .toBe(0);
    await expect
      .poll(() => opened.core.context.core.session.workUnderWay.has('erasure'), { timeout: 10_000 })
      .toBe(false);
    await workAs('karin');
    expect((await client.privacy.retention()).runs).toMatchObject([
      { byName: null, outcome: 'whole', startedAt: clock.now },
    ]);
  });

  test('waits for a manager when the clock went on for longer than a holiday, which may be no time that passed', async () => {
    const opened = await practice.open();
    const { client, workAs, clock, userIds, core } = opened;
    const contacts = async () => (await database(opened)?.selectFrom('contact').select('id').execute())?.length;
    const unlock = async () => {
      await client.session.unlock({ userId: userIds.anna, password: 'gele-laarzen-in-de-regen' });
      const { session } = core.context.core;
      const today = clock.now;
      await expect.poll(async () => lastTrialAt(opened)).toBe(today);
      await expect.poll(() => session.workUnderWay.has('erasure')).toBe(false);
    };
    await aYearAgo(opened);
    await workAs('karin');
    await client.privacy.setAutomatic({ on: true });
    await unlock();
    const before = await contacts();
    expect(before).toBeGreaterThan(0);
    later(opened, 14);
    await unlock();
    clock.now += 24 * 3_600_000;
    await unlock();
    expect(await contacts()).toBe(before);
    await workAs('karin');
    expect((await client.review.attention()).late).toContainEqual(expect.objectContaining({ kind: 'retention' }));
    await client.privacy.setAutomatic({ on: true });
    clock.now += 24 * 3_600_000;
    await unlock();
    await expect.poll(contacts).toBe(0);
  });

  test('can be stopped, and what was erased until then is told', async () => {
    const opened = await practice.open();
    const { client, workAs, core, clock } = opened;
    await workAs('anna');
    for (let nth = 0; nth < 60; nth += 1) {
      await client.contacts.save(aDraft({ startedAt: clock.now, text: `Gesprek ${nth}` }));
    }
    later(opened, 14);
    await workAs('karin');
    const erasing = client.privacy.eraseOverTerm();
    while (!(await client.privacy.progress())?.done) await setImmediate();
    await expect(client.privacy.tryErasing()).rejects.toMatchObject({ code: 'BUSY' });
    await client.privacy.cancel();
    const run = await erasing;
    expect(run.outcome).toBe('stopped');
    const left = await database(opened)?.selectFrom('contact').select('id').execute();
    expect((run.counts[0]?.count ?? 0) + (left?.length ?? 0)).toBe(60);
    expect(core.context.core.session.workUnderWay.has('erasure')).toBe(false);
    await client.privacy.eraseOverTerm();
    expect(await database(opened)?.selectFrom('contact').select('id').execute()).toEqual([]);
  });

  test('takes agreements, exceptions, half-typed work and what a former worker left behind', async () => {
    const opened = await practice.open();
    const { client, workAs, userIds } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller());
    await client.agreements.make({ callerId, terms: someTerms() });
    await client.exceptions.grant({
      callerId,
      terms: { what: 'Recept per mail', why: 'Slecht ter been.', lastDay: '2027-01-01' },
    });
    await client.unfinished.keep({ form: 'phrase', content: '"Sluimerzin"', callerId: null });
    await client.contacts.saveDraft(aDraft({ text: 'Sluimernotitie' }));
    await workAs('karin');
    await client.coaching.plan({
      userId: userIds.anna,
      coachId: userIds.karin,
      subject: 'Rustig blijven',
      onDay: '2026-11-21',
    });
    await client.team.remove({ userId: userIds.anna });
    later(opened, 5);
    await workAs('karin');
    expect(await goesOf(opened)).toEqual({ unfinished: 2 });
    later(opened, 12);
    await workAs('karin');
    expect(await goesOf(opened)).toEqual({ unfinished: 2, arrangements: 2, formerWorkers: 1 });
    await client.privacy.eraseOverTerm();
    expect(await goesOf(opened)).toEqual({});
    expect(textsFoundIn(plainBytesOf(opened.core), ['Sluimer', 'Rustig blijven', 'Slecht ter been'])).toEqual([]);
    expect(textsFoundIn(plainBytesOf(opened.core), ['Anna'])).toEqual(['Anna']);
  });
});

const database = ({ core }: PracticeCopy) => core.context.core.session.unlocked?.database;
