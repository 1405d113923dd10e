import { describe, expect, test } from 'vitest';
import { afterThreat } from '../support/afterThreat.ts';
import { writeEverywhere } from '../support/everyText.ts';
import { plainBytesOf, textsFoundIn } from '../support/plainBytes.ts';
import { aCaller, aDraft } from '../support/samples.ts';
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
      ...{ partly: false, mentions: 1, left: 0 },
    });
    const card = await client.callers.card({ callerId: otherId });
    expect(card.history).toMatchObject([{ text: 'Vroeg naar [gewist] en naar Quirinus de hond.' }]);
    expect(textsFoundIn(plainBytesOf(core), ['ZONDERLINGKWAST'])).toEqual([]);
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
