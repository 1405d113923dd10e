import { expect, test } from 'vitest';
import { accessFile } from '../../src/shared/contract/privacyAccess.ts';
import { aBan, aFinishedBanLetter, letterCase, textOf } from '../support/letterCase.ts';
import { aDraft } from '../support/samples.ts';

const current = letterCase();

test('somebody who asks gets all that is kept of them, to read and for a program, without others', async () => {
  const opened = current();
  const { client, callerId, workAs } = opened;
  await client.contacts.save(aDraft({ callerId, text: 'Vroeg ook naar zijn buurvrouw Tineke Tochtlat.' }));
  await client.distress.record({
    ...({ kind: 'crisis', finding: 'notSure', handedOverTo: 'gpOnDuty' } as const),
    ...{ callerId, remark: 'Bram bleef aan de lijn.' },
  });
  await aFinishedBanLetter(opened, await aBan(opened));
  const request = { kind: 'access', ground: null, receivedOn: '2026-11-21', asked: 'Wat staat er van mij?' } as const;
  const { requestId } = await client.privacy.recordRequest({ callerId, ...request });

  const read = await client.privacy.access({ requestId, blackOut: [] });
  expect(read.person).toMatchObject({ name: 'Ümit Yağmurdere', birthDate: '1988-07-29', numbers: ['024 000 0199'] });
  expect(read.parts.map(({ part, keptMonths }) => [part, keptMonths])).toEqual([
    ...[
      ['contacts', 12],
      ['incidents', 36],
      ['measures', 24],
      ['letters', 24],
      ['concerns', 12],
      ['requests', 60],
    ],
  ]);
  const texts = JSON.stringify(read);
  expect(texts).toContain('Tineke Tochtlat');
  // Whoever works there is named by what they are.
  expect(texts).not.toMatch(/\bAnna\b|Ánna|ANNA|\bBram\b|Karin/);
  expect(texts).toContain('medewerker, ik weet je te vinden');

  const asked = { requestId, blackOut: ['Tineke Tochtlat'] };
  const json = await client.privacy.makeAccess({ ...asked, format: 'json' });
  expect(json).toMatchObject({ name: `inzage-${requestId}.json`, type: 'application/json' });
  const file = accessFile.parse(JSON.parse(await json.content.text()));
  expect(file).toMatchObject({ format: 'rugdekking-access', version: 1 });
  expect(JSON.stringify(file)).not.toContain('Tochtlat');
  expect(JSON.stringify(file)).toContain('zijn buurvrouw █████.');

  const pdf = await client.privacy.makeAccess({ ...asked, format: 'pdf' });
  const paper = await textOf(pdf.content);
  expect(paper).toContain('Wat er van u wordt bewaard: Ümit Yağmurdere');
  for (const part of ['Gesprekken', 'Incidenten', 'Brieven aan u', 'Gesprekken waarin er zorg was']) {
    expect(paper).toContain(part);
  }
  expect(paper).not.toMatch(/Tochtlat|\bBram\b|Karin/);
  const log = await client.audit.list({ before: null, limit: 5 });
  expect(log.filter(({ action }) => action === 'privacy.makeAccess')).toHaveLength(2);

  await client.privacy.answerRequest({ requestId, outcome: 'done', answer: 'Aangetekend verstuurd.' });
  await workAs('anna');
  await expect(client.privacy.access({ requestId, blackOut: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
