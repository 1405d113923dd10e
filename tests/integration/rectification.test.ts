import { expect, test } from 'vitest';
import { afterThreat } from '../support/afterThreat.ts';
import { aDraft } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const asked = { kind: 'rectification', ground: null, receivedOn: '2026-11-21' } as const;

test('what is put right on request is kept with it by field, time and name, and never what stood there', async () => {
  const opened = await afterThreat(practice);
  const { client, callerId, incidentId, clock } = opened;
  const note = aDraft({ callerId, text: 'Over de kwabbelvijver.', startedAt: clock.now });
  const { contactId } = await client.contacts.save(note);
  const { requestId } = await client.privacy.recordRequest({ ...asked, callerId, asked: 'Mijn naam klopt niet.' });
  const { details, contacts, incidents } = await client.privacy.rectifiable({ requestId });
  expect(contacts).toMatchObject([{ id: contactId, text: 'Over de kwabbelvijver.' }]);
  expect(incidents).toMatchObject([{ id: incidentId }]);

  clock.now += 60_000;
  const right = { ...details, displayName: 'Zwaantje Regenkamp-Tol', numbers: ['024 000 0123'] };
  await client.privacy.rectify({ requestId, change: { record: 'card', details: right } });
  await client.privacy.rectify({ requestId, change: { record: 'card', details: right } });
  await client.privacy.rectify({ requestId, change: { record: 'contact', contactId, text: 'Over de vijver.' } });
  const correction = { severity: 'serious' } as const;
  const change = { record: 'incident', incidentId, correction, why: 'Klopte niet.' } as const;
  await client.privacy.rectify({ requestId, change });
  const changed = { at: clock.now, byName: 'Karin' };
  const [request] = await client.privacy.requests();
  expect(request?.changes).toMatchObject([
    { ...changed, record: 'incident', fields: ['severity'] },
    { ...changed, record: 'contact', fields: ['text'], happenedAt: note.startedAt },
    { ...changed, record: 'card', fields: ['displayName', 'numbers'], happenedAt: null },
  ]);
  expect((await client.callers.card({ callerId })).history).toMatchObject([
    { kind: 'contact', text: 'Over de vijver.' },
    { kind: 'incident', severity: 'serious' },
  ]);
  expect((await client.incidents.changes({ incidentId })).changes).toMatchObject([{ fields: ['severity'] }]);

  // Whoever had the old data hears of it, or there is a reason why not.
  const answer = { requestId, outcome: 'done', answer: 'Uw naam klopt nu.' } as const;
  const missing = { code: 'FIELD', data: { field: 'othersTold' } };
  await expect(client.privacy.answerRequest(answer)).rejects.toMatchObject(missing);
  await client.privacy.answerRequest({ ...answer, othersTold: 'told', othersNote: 'De huisarts, per post.' });
  expect((await client.privacy.requests())[0]).toMatchObject({
    othersTold: 'told',
    othersNote: 'De huisarts, per post.',
  });
  await expect(client.privacy.rectify({ requestId, change })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what is not put right is kept with the caller’s own statement, which stands wherever the record is read', async () => {
  const { client, callerId, incidentId, workAs } = await afterThreat(practice);
  const { requestId } = await client.privacy.recordRequest({ ...asked, callerId, asked: 'Ik dreigde niet.' });
  const refused = { requestId, outcome: 'refused', answer: 'Twee collega’s hoorden het.' } as const;
  await client.privacy.answerRequest({ ...refused, statement: 'Ik was alleen verdrietig.' });
  const statements = [{ receivedOn: '2026-11-21', text: 'Ik was alleen verdrietig.', answer: refused.answer }];
  expect(await client.review.incident({ incidentId })).toMatchObject({ statements });
  const { requestId: access } = await client.privacy.recordRequest({
    ...{ ...asked, kind: 'access' },
    ...{ callerId, asked: 'Wat is er van mij?' },
  });
  expect(JSON.stringify(await client.privacy.access({ requestId: access, blackOut: [] }))).toContain('verdrietig');
  await workAs('anna');
  expect(await client.callers.card({ callerId })).toMatchObject({ statements });
});

test('only what is of the caller who asked can be put right with it, and nothing that is restricted', async () => {
  const { client, callerId, incidentId, clock } = await afterThreat(practice);
  const { contactId } = await client.contacts.save(aDraft({ callerId, startedAt: clock.now }));
  const { callerId: otherId } = await client.callers.create({
    ...(await client.callers.card({ callerId })).details,
    displayName: 'Wubbe Tochtlat',
  });
  const { requestId: ofOther } = await client.privacy.recordRequest({ ...asked, callerId: otherId, asked: 'Pas aan.' });
  const incident = { record: 'incident', incidentId, correction: { severity: 'serious' }, why: '' } as const;
  const note = { record: 'contact', contactId, text: 'Anders.' } as const;
  for (const change of [incident, note]) {
    await expect(client.privacy.rectify({ requestId: ofOther, change })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect((await client.review.incident({ incidentId })).incident.severity).toBe('verySerious');
  const { requestId } = await client.privacy.recordRequest({ ...asked, callerId, asked: 'Pas aan.' });
  clock.now += 60_000;
  await client.privacy.restrict({ requestId, ground: 'accuracy', reason: 'Wordt nagegaan.' });
  for (const change of [incident, note]) {
    await expect(client.privacy.rectify({ requestId, change })).rejects.toMatchObject({ code: 'RESTRICTED' });
  }
});
