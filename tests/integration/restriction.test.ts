import { expect, test } from 'vitest';
import { afterThreat } from '../support/afterThreat.ts';
import { textOf } from '../support/letterCase.ts';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;
const YEARS = 4 * 366 * DAY;

const asked = { ground: null, receivedOn: '2026-11-21', asked: 'Doe er niets mee.' } as const;

test('what is kept of a restricted caller is not shown, changed, taken out or erased until that is lifted', async () => {
  const { client, callerId, incidentId, decision, clock, workAs } = await afterThreat(practice);
  await client.measures.decide(decision);
  await client.contacts.save(aDraft({ callerId, text: 'Over het tuinhek.', startedAt: clock.now }));
  const details = (await client.callers.card({ callerId })).details;
  const { requestId } = await client.privacy.recordRequest({ ...asked, callerId, kind: 'restriction' });
  clock.now += 60_000;
  await client.privacy.restrict({ requestId, ground: 'claim', reason: 'Nodig voor een zaak.' });
  expect((await client.privacy.requests())[0]).toMatchObject({ outcome: 'done', answer: 'Nodig voor een zaak.' });
  expect(await client.privacy.restrictions()).toMatchObject([{ callerId, ground: 'claim', setByName: 'Karin' }]);

  await workAs('anna');
  clock.now += 60_000;
  const restricted = await client.callers.card({ callerId });
  expect(restricted).toMatchObject({ history: [], merges: [], contactsThisWeek: 0, restriction: { ground: 'claim' } });
  expect(restricted.details).toMatchObject({ displayName: details.displayName, remark: '', postalAddress: '' });
  // The ban protects others, and goes on.
  expect((await client.measures.ofCaller({ callerId })).bans).not.toBeNull();
  const refused = { code: 'RESTRICTED' };
  await expect(client.callers.update({ callerId, details: { ...details, remark: 'x' } })).rejects.toMatchObject(
    refused,
  );
  const { callerId: otherId } = await client.callers.create(aCaller());
  const two = { callerId: otherId, otherId: callerId };
  await expect(client.callers.compare(two)).rejects.toMatchObject(refused);
  await expect(client.callers.merge({ ...two, choices: {}, agreement: 'kept' })).rejects.toMatchObject(refused);
  const completion = aCompletion({ account: 'Anders dan het was.' });
  await expect(client.incidents.complete({ incidentId, done: true, completion })).rejects.toMatchObject(refused);
  // What happens now is written down as ever.
  await client.contacts.save(aDraft({ callerId, text: 'Belde voor een afspraak.', startedAt: clock.now }));
  expect((await client.callers.card({ callerId })).history).toMatchObject([{ text: 'Belde voor een afspraak.' }]);

  await workAs('karin');
  const period = { from: '2026-11-01', lastDay: '2026-11-30' };
  for (const what of ['incidents', 'measures'] as const) {
    const { content } = await client.exports.make({ request: { what, period }, format: 'csv' });
    expect(await content.text()).not.toContain(details.displayName);
    expect(await client.exports.size({ request: { what, period } })).toEqual({ rows: 0 });
  }
  clock.now += YEARS;
  await workAs('karin');
  const trial = await client.privacy.tryErasing();
  const stays = trial.kinds.flatMap((kind) => kind.stays.filter(({ reason }) => reason === 'restricted'));
  expect(stays.length).toBeGreaterThanOrEqual(4);
  await client.privacy.eraseOverTerm();

  const { requestId: access } = await client.privacy.recordRequest({ ...asked, callerId, kind: 'access' });
  expect((await client.privacy.access({ requestId: access, blackOut: [] })).parts).toContainEqual(
    expect.objectContaining({ part: 'restrictions', items: [expect.objectContaining({ facts: { ground: 'claim' } })] }),
  );
  const [inForce] = await client.privacy.restrictions();
  await client.privacy.liftRestriction({ restrictionId: inForce?.id ?? 0, reason: 'De zaak is klaar.' });
  expect((await client.callers.card({ callerId })).history).toHaveLength(3);
  await client.callers.update({ callerId, details });
  await expect(
    client.privacy.liftRestriction({ restrictionId: inForce?.id ?? 0, reason: 'Nog eens.' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('everywhere a restricted caller is shown it says so, without what was written, and offers no change', async () => {
  const { client, callerId, incidentId, decision, clock, workAs } = await afterThreat(practice);
  await client.contacts.save(aDraft({ callerId, text: 'Over het tuinhek.', startedAt: clock.now }));
  await workAs('anna');
  const told = { words: 'Ik weet je te vinden.', account: 'Schreeuwde lang.', witnesses: 'De bezorger.' };
  await client.incidents.complete({ incidentId, done: false, completion: aCompletion(told) });
  await workAs('karin');
  const { measureId } = await client.measures.decide(decision);
  const name = (await client.callers.card({ callerId })).details.displayName;
  const { requestId } = await client.privacy.recordRequest({ ...asked, callerId, kind: 'restriction' });
  clock.now += 60_000;
  await client.privacy.restrict({ requestId, ground: 'claim', reason: 'Nodig voor een zaak.' });

  const unsaid = { words: '', account: '', witnesses: '' };
  const restricted = {
    id: incidentId,
    isRestricted: true,
    severity: 'verySerious',
    completion: unsaid,
    countInYear: 0,
  };
  const day = await client.review.day({ date: null });
  expect(day.incidents).toMatchObject([restricted]);
  expect(day.toComplete).toBe(0);
  expect(day.decided).toMatchObject([{ callerId }]);
  expect(await client.review.incident({ incidentId })).toMatchObject({ incident: restricted, callerHistory: [] });
  const refused = { code: 'RESTRICTED' };
  const correction = { severity: 'serious' } as const;
  for (const change of [
    () => client.incidents.correct({ incidentId, correction, why: 'Klopt niet.' }),
    () => client.incidents.correctable({ incidentId }),
    () => client.incidents.changes({ incidentId }),
    () => client.review.askBack({ incidentId, question: 'Wat zei hij?' }),
    () => client.attachments.ofIncident({ incidentId }),
  ]) {
    await expect(change()).rejects.toMatchObject(refused);
  }
  // Whoever met it hears what was done: that is about them.
  await client.review.markReviewed({ incidentId, note: 'Goed gedaan.' });
  // A step that protects others stands on every word.
  expect((await client.measures.detail({ measureId })).incidents).toMatchObject([{ account: told.account }]);
  expect((await client.measures.propose({ callerId })).incidents).toMatchObject([{ account: told.account }]);
  const report = await client.review.dayReport({ date: null, withCallers: true });
  const text = await textOf(report.content);
  expect(text).toContain('een beller (beperkt)');
  expect(text).not.toContain(name);

  await workAs('anna');
  expect(await client.incidents.toComplete()).toEqual([]);
  expect(await client.incidents.own()).toMatchObject([{ isRestricted: true, completion: unsaid }]);
  const since = { restrictedSince: clock.now, incidents: [], inYear: 0, otherSteps: [] };
  expect(await client.incidents.repeats({ callerId })).toMatchObject({ ...since, standing: [{ step: 'contactBan' }] });
  clock.now += 60_000;
  await client.incidents.record(anIncident({ callerId }));
  expect(await client.incidents.repeats({ callerId })).toMatchObject({ inAll: 1 });
  expect(await client.incidents.own()).toMatchObject([{ isRestricted: false }, { isRestricted: true }]);

  await workAs('karin');
  const [inForce] = await client.privacy.restrictions();
  await client.privacy.liftRestriction({ restrictionId: inForce?.id ?? 0, reason: 'De zaak is klaar.' });
  expect((await client.review.incident({ incidentId })).incident.completion).toMatchObject(told);
});

test('an objection is restricted while it is weighed, and leads to erasure or is refused with a reason', async () => {
  const { client, workAs } = await practice.open();
  await workAs('karin');
  const { callerId } = await client.callers.create(aCaller());
  const ask = () => client.privacy.recordRequest({ ...asked, callerId, kind: 'objection' });
  const { requestId: first } = await ask();
  await client.privacy.restrict({ requestId: first, ground: 'objection', reason: 'Wordt afgewogen.' });
  await expect(
    client.privacy.restrict({ requestId: first, ground: 'claim', reason: 'Nog eens.' }),
  ).rejects.toMatchObject({ code: 'RESTRICTED_ALREADY' });
  await client.privacy.answerRequest({ requestId: first, outcome: 'refused', answer: 'Het verbod beschermt Anna.' });
  expect(await client.privacy.restrictions()).toEqual([]);

  const { requestId: second } = await ask();
  await client.privacy.restrict({ requestId: second, ground: 'objection', reason: 'Wordt afgewogen.' });
  await client.privacy.answerRequest({ requestId: second, outcome: 'done', answer: 'U hebt gelijk.' });
  expect(await client.privacy.restrictions()).toHaveLength(1);
  const erasure = (await client.privacy.requests()).find(({ outcome }) => outcome === null);
  expect(erasure).toMatchObject({ kind: 'erasure', ground: 'objected', callerId });
  await client.privacy.erasePerson({ requestId: erasure?.id ?? 0, answer: 'Alles is weg.' });
  expect(await client.privacy.restrictions()).toEqual([]);
  expect(await client.callers.search({ query: 'regenkamp' })).toEqual([]);
});

test('what is still needed stays with what it rests on, the rest is erased, and the answer says both', async () => {
  const { client, callerId, incidentId, decision, clock, core } = await afterThreat(practice);
  await client.measures.decide(decision);
  await client.contacts.save(aDraft({ callerId, text: 'Over het tuinhek.', startedAt: clock.now }));
  const { details } = await client.callers.card({ callerId });
  await client.callers.update({
    callerId,
    details: { ...details, remark: 'Kwabbelremark', numbers: ['024 000 0199'] },
  });
  const request = { ...asked, ground: 'notNeeded', callerId, kind: 'erasure' } as const;
  const { requestId } = await client.privacy.recordRequest(request);
  const plan = await client.privacy.erasurePlan({ requestId });
  expect(plan.needed).toEqual([{ reason: 'running', until: '2026-12-20' }]);
  expect(plan.stays).toEqual(
    expect.arrayContaining([
      { what: 'measures', count: 1 },
      { what: 'incidents', count: 1 },
    ]),
  );
  const answer = 'De notities zijn weg; het verbod en waarom het er is, blijven tot het afloopt.';
  await expect(client.privacy.erasePerson({ requestId, answer })).rejects.toMatchObject({ code: 'MUST_STAY' });
  expect(await client.privacy.erasePerson({ requestId, answer, partly: true })).toMatchObject({ partly: true });

  const card = await client.callers.card({ callerId });
  expect(card.history.map(({ kind, id }) => [kind, id])).toEqual([['incident', incidentId]]);
  expect(card.details).toMatchObject({ displayName: details.displayName, remark: '', numbers: ['024 000 0199'] });
  expect((await client.measures.ofCaller({ callerId })).bans).not.toBeNull();
  expect((await client.privacy.requests())[0]).toMatchObject({ outcome: 'partly', answer, callerId });
  const { connection } = core.context.core.session.unlocked ?? {};
  expect(connection?.pragma('foreign_key_check')).toEqual([]);
});

test('an answered request has a term of its own, an open one has none', async () => {
  const { client, workAs, clock } = await practice.open();
  await workAs('karin');
  const { callerId } = await client.callers.create(aCaller());
  const ask = () => client.privacy.recordRequest({ ...asked, callerId, kind: 'rectification' });
  const { requestId } = await ask();
  await client.privacy.answerRequest({ requestId, outcome: 'done', answer: 'Verbeterd.', othersTold: 'nobodyHad' });
  const { requestId: open } = await ask();
  const reason = 'Zo besloten.';
  await client.privacy.setTerm({ kind: 'requests', months: 24, reason });
  const term = (await client.privacy.retention()).terms.find(({ kind }) => kind === 'requests');
  expect(term).toMatchObject({ months: 24, standardMonths: 60, chosen: [{ reason }] });
  clock.now += 25 * 31 * DAY;
  await workAs('karin');
  await client.privacy.eraseOverTerm();
  expect((await client.privacy.requests()).map(({ id }) => id)).toEqual([open]);
});
