import { existsSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connect } from '../../src/main/core/store/open.ts';
import { afterThreat } from '../support/afterThreat.ts';
import { writeEverywhere } from '../support/everyText.ts';
import { plainBytesOf, textsFoundIn } from '../support/plainBytes.ts';
import { aCaller, aDraft } from '../support/samples.ts';
import { storeIn } from '../support/storeFiles.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;
const connectionOf = ({ core }: PracticeCopy) => {
  const { connection } = core.context.core.session.unlocked ?? {};
  if (!connection) throw new Error('the store is not open');
  return connection;
};

const asked = { kind: 'erasure', ground: 'notNeeded', receivedOn: '2026-11-21', asked: 'Haal mij weg.' } as const;

describe('erasing a person', () => {
  test('leaves no byte of any text that hangs on them, in no page of the store', async () => {
    const opened = await practice.open();
    const { client, core, workAs } = opened;
    await workAs('karin');
    const card = aCaller({
      ...{ displayName: 'Quirinus Zonderlingkwast', numbers: ['06 00 12 34 56'], birthDate: '1961-04-12' },
      ...{ addressForm: 'Knarrekop', spokenLanguage: 'Ploerts', checkFirst: 'Wobbelvraag', remark: 'Kwabbelremark' },
      postalAddress: 'Zwerfkeiplein 13',
    });
    const { callerId } = await client.callers.create(card);
    const before = ['Quirinus', 'quirinus', 'Zonderlingkwast', 'zonderlingkwast', '600123456', '654321006'];
    const ofCard = ['Knarrekop', 'Ploerts', 'Wobbelvraag', 'Kwabbelremark', 'Zwerfkeiplein', '1961-04-12'];
    const draft = aDraft({ callerId, text: 'Sluimerflard' });
    await client.contacts.saveDraft(draft);
    const words = writeEverywhere(connectionOf(opened), callerId);
    expect(words.length).toBeGreaterThan(60);
    const secrets = [...before, ...ofCard, ...words, 'Sluimerflard'];
    // The search would find them: they are there now, also what the planner keeps.
    connectionOf(opened).exec('analyze');
    expect(textsFoundIn(plainBytesOf(core), secrets)).toEqual(secrets);

    // What was half-typed hangs on the caller too; steps that run would stand in the way.
    connectionOf(opened).exec("update measure set step = 'warning'; update objection set answeredAt = 1");
    const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
    expect(await client.privacy.erasurePlan({ requestId })).toMatchObject({ needed: [] });
    await client.privacy.erasePerson({ requestId, answer: 'Alles is weg.' });

    expect(textsFoundIn(plainBytesOf(core), secrets)).toEqual([]);
    expect(connectionOf(opened).pragma('foreign_key_check')).toEqual([]);
    expect(connectionOf(opened).pragma('integrity_check', { simple: true })).toBe('ok');
    expect(await client.callers.search({ query: 'zonderlingkwast' })).toEqual([]);
    await core.lock();
    await workAs('karin');
    expect(textsFoundIn(plainBytesOf(core), secrets)).toEqual([]);
    expect((await client.privacy.requests()).find(({ id }) => id === requestId)).toMatchObject({
      ...{ callerId: null, callerName: null, asked: '', outcome: 'done', answeredByName: 'Karin' },
    });
    const log = await client.audit.list({ before: null, limit: 20 });
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'privacy.erasePerson', subject: `caller ${callerId}` }),
    );
  });

  test('holds nobody up while the store is read, as for a backup, and leaves nothing in its log after that', async () => {
    const { client, core, workAs, ...files } = await practice.open();
    const log = `${storeIn(files)}-wal`;
    const eraseOne = async () => {
      const { callerId } = await client.callers.create(aCaller({ displayName: 'Quirinus Zonderlingkwast' }));
      const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
      const reader = connect(storeIn(files), files.dataEncryptionKey);
      reader.exec('begin; select count(*) from caller');
      const began = performance.now();
      await client.privacy.erasePerson({ requestId, answer: 'Alles is weg.' });
      // As long as a connection waits for another one, by itself.
      expect(performance.now() - began).toBeLessThan(5000);
      expect(statSync(log).size).toBeGreaterThan(0);
      return reader;
    };
    await workAs('karin');
    const first = await eraseOne();
    first.close();
    await expect.poll(() => statSync(log).size, { timeout: 5000 }).toBe(0);

    const second = await eraseOne();
    await core.lock();
    second.close();
    expect(existsSync(log)).toBe(false);
  });

  test('takes the name out of what was written about others, and leaves other words alone', async () => {
    const opened = await practice.open();
    const { client, workAs, core } = opened;
    await workAs('karin');
    const { callerId } = await client.callers.create(
      aCaller({ displayName: 'Quirinus Zonderlingkwast', numbers: ['06 00 12 34 56'] }),
    );
    const { callerId: otherId } = await client.callers.create(
      aCaller({ displayName: 'Wolf Kwikstaartjes', remark: 'Buurman van Quirinus  zonderlingkwast, 06 00 12 34 56.' }),
    );
    const text = 'Vroeg naar QUIRINUS ZONDERLINGKWAST en naar Quirinus de hond.';
    await client.contacts.save(aDraft({ callerId: otherId, text }));
    const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
    expect(await client.privacy.erasePerson({ requestId, answer: 'Alles is weg.' })).toEqual({
      ...{ partly: false, mentions: 2, left: 0 },
    });
    const card = await client.callers.card({ callerId: otherId });
    expect(card.history).toMatchObject([{ text: 'Vroeg naar [naam gewist] en naar Quirinus de hond.' }]);
    expect(card.details.remark).toBe('Buurman van [naam gewist], [naam gewist].');
    const said = ['ZONDERLINGKWAST', 'zonderlingkwast', '06 00 12 34 56'];
    expect(textsFoundIn(plainBytesOf(core), said)).toEqual([]);
  });

  test('shows where else the name stands, does what is chosen there, and keeps why it was left', async () => {
    const opened = await practice.open();
    const { client, workAs, core, clock } = opened;
    await workAs('anna');
    const { callerId } = await client.callers.create(aCaller({ displayName: 'Quirinus Zonderlingkwast' }));
    const { callerId: otherId } = await client.callers.create(aCaller({ displayName: 'Wolf Kwikstaartjes' }));
    const note = (text: string, about: number) => {
      clock.now += 60_000;
      return client.contacts.save(aDraft({ callerId: about, text, startedAt: clock.now }));
    };
    await note('Eigen notitie over Quirinus Zonderlingkwast.', callerId);
    const { contactId: taken } = await note('Kwam met Quirinus Zonderlingkwast.', otherId);
    const { contactId: reworded } = await note('Zag Quirinus Zonderlingkwast vallen bij de kwabbel.', otherId);
    const { contactId: left } = await note('Aangifte noemt Quirinus Zonderlingkwast.', otherId);
    await client.contacts.saveDraft(aDraft({ callerId: otherId, text: 'Half over Quirinus Zonderlingkwast' }));
    await workAs('karin');
    const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
    const { mentions } = await client.privacy.mentions({ requestId });
    const placeOf = (contactId: number) => `contact text ${contactId}`;
    expect(mentions.map(({ place }) => place).filter((place) => place.startsWith('contact'))).toEqual(
      [taken, reworded, left].map(placeOf),
    );
    expect(mentions[0]).toMatchObject({
      ...{ what: 'note', aboutName: 'Wolf Kwikstaartjes', mayChange: true },
      ...{ excerpt: 'Kwam met Quirinus Zonderlingkwast.', without: 'Kwam met [naam gewist].' },
    });
    // What a colleague has half typed is theirs.
    expect(mentions.find(({ what }) => what === 'halfTyped')).toMatchObject({ excerpt: null, without: null });
    // Looking changes nothing.
    expect((await client.callers.card({ callerId: otherId })).history[0]?.text).toContain('Zonderlingkwast');

    const erased = await client.privacy.erasePerson({
      ...{ requestId, answer: 'Alles is weg.' },
      choices: [
        { place: placeOf(reworded), choice: { how: 'reword', text: 'Zag iemand vallen.' } },
        { place: placeOf(left), choice: { how: 'leave', reason: 'Nodig voor de zaak van Quirinus Zonderlingkwast.' } },
      ],
    });
    expect(erased).toEqual({ partly: false, mentions: 3, left: 1 });
    expect((await client.callers.card({ callerId: otherId })).history.map(({ text }) => text)).toEqual([
      'Aangifte noemt Quirinus Zonderlingkwast.',
      'Zag iemand vallen.',
      'Kwam met [naam gewist].',
    ]);
    expect((await client.privacy.requests())[0]?.leftStanding).toEqual([
      { what: 'note', reason: 'Nodig voor de zaak van [naam gewist].' },
    ]);
    const gone = ['Kwam met Quirinus', 'bij de kwabbel', 'Half over Quirinus', 'Eigen notitie'];
    expect(textsFoundIn(plainBytesOf(core), [...gone, 'Aangifte noemt'])).toEqual(['Aangifte noemt']);
  });

  test('of whom something stays is named no more in texts about others, and stays named in their own', async () => {
    const { client, callerId, incidentId, decision, clock, core } = await afterThreat(practice);
    await client.measures.decide(decision);
    const { displayName } = (await client.callers.card({ callerId })).details;
    const correction = { account: `${displayName} dreigde.` };
    await client.incidents.correct({ incidentId, correction, why: '' });
    const { callerId: otherId } = await client.callers.create(aCaller({ displayName: 'Wolf Kwikstaartjes' }));
    const text = `Kwam met ${displayName}.`;
    await client.contacts.save(aDraft({ callerId: otherId, text, startedAt: clock.now }));
    const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
    expect((await client.privacy.mentions({ requestId })).mentions).toMatchObject([{ excerpt: text }]);
    const answer = 'Het verbod blijft tot het afloopt.';
    const done = { partly: true, mentions: 1, left: 0 };
    expect(await client.privacy.erasePerson({ requestId, answer, partly: true })).toEqual(done);
    const other = await client.callers.card({ callerId: otherId });
    expect(other.history).toMatchObject([{ text: 'Kwam met [naam gewist].' }]);
    expect((await client.review.incident({ incidentId })).incident.completion.account).toBe(correction.account);
    expect(textsFoundIn(plainBytesOf(core), [text])).toEqual([]);
  });

  test('waits for what is still needed, and says until when; the request can be extended or refused', async () => {
    const { client, callerId, decision, clock, workAs } = await afterThreat(practice);
    await client.measures.decide(decision);
    const { requestId } = await client.privacy.recordRequest({ callerId, ...asked });
    expect((await client.privacy.erasurePlan({ requestId })).needed).toEqual([
      { reason: 'running', until: '2026-12-20' },
    ]);
    await expect(client.privacy.erasePerson({ requestId, answer: 'Alles is weg.' })).rejects.toMatchObject({
      code: 'MUST_STAY',
    });
    expect((await client.review.attention()).requests).toMatchObject([
      { requestId, dueOn: '2026-12-21', isLate: false },
    ]);
    await client.privacy.extendRequest({ requestId, why: 'Het verbod loopt nog.' });
    await expect(client.privacy.recordRequest({ ...asked, callerId, receivedOn: '2026-11-22' })).rejects.toMatchObject({
      code: 'FIELD',
    });
    expect((await client.privacy.requestsOfCaller({ callerId }))[0]).toMatchObject({
      ...{ dueOn: '2027-02-21', extendedWhy: 'Het verbod loopt nog.', outcome: null },
    });
    clock.now += 93 * DAY;
    await workAs('karin');
    expect((await client.review.attention()).requests).toMatchObject([{ isLate: true }]);
    const { parts } = await client.privacy.erasurePlan({ requestId });
    expect(parts).toContainEqual({ what: 'measures', count: 1 });
    await client.privacy.answerRequest({ requestId, outcome: 'refused', answer: 'Nog nodig voor een zaak.' });
    expect((await client.review.attention()).requests).toEqual([]);
    await expect(client.privacy.erasePerson({ requestId, answer: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('offers to replace the backups that still hold it', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('karin');
    await client.backup.make();
    clock.now += DAY;
    await client.backup.make();
    clock.now += DAY;
    expect(await client.privacy.renewBackups()).toEqual({ removed: 2 });
    expect(await client.backup.list()).toMatchObject([{ madeAt: clock.now }]);
  });
});

test('a worker who left loses the name and what is theirs; what they noted and the log stay with a number', async () => {
  const opened = await practice.open();
  const { client, workAs, userIds, core } = opened;
  await workAs('anna');
  const { callerId } = await client.callers.create(aCaller());
  await client.contacts.save(aDraft({ callerId, text: 'Vroeg iets.' }));
  await workAs('karin');
  await expect(client.privacy.eraseWorker({ userId: userIds.anna, reason: 'Op verzoek.' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await client.team.remove({ userId: userIds.anna });
  expect(await client.privacy.formerWorkers()).toMatchObject([{ userId: userIds.anna, name: 'Anna' }]);
  await client.privacy.eraseWorker({ userId: userIds.anna, reason: 'Op verzoek.' });
  expect(await client.privacy.formerWorkers()).toEqual([]);
  expect((await client.callers.card({ callerId })).history).toMatchObject([
    { workerName: `Oud-medewerker ${userIds.anna}` },
  ]);
  expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  const bytes = plainBytesOf(core).toString('latin1');
  expect(bytes).not.toMatch(/\bAnna\b/);
});
