import { describe, expect, test } from 'vitest';
import { aBan, aFinishedBanLetter, letterCase, letterhead, textOf } from '../support/letterCase.ts';
import { aCompletion } from '../support/samples.ts';

const current = letterCase();

describe('a dossier for the police', () => {
  async function aReport(): Promise<number> {
    const { client, callerId, incidentId } = current();
    const { measureId } = await client.measures.decide({
      ...{ callerId, step: 'policeReport', reason: 'Aangifte van bedreiging.', incidentIds: [incidentId], ban: null },
    });
    return measureId;
  }

  test('holds the chain and the address of the practice, no worker’s name and no text that nobody reviewed', async () => {
    const { client } = current();
    const ban = await aBan(current());
    const letterId = await aFinishedBanLetter(current(), ban);
    await client.letters.markSent({ letterId, on: '2026-11-21', way: 'registeredPost' });
    const measureId = await aReport();
    const before = await client.policeReports.ofMeasure({ measureId });
    expect(before.reportBefore).toBe('2026-11-24');
    expect(before.texts.map(({ source }) => source)).toEqual(['words', 'account', 'reason', 'letter']);
    const bare = await textOf((await client.policeReports.make({ measureId, language: 'nl' })).content);
    for (const said of [
      'Verzonnenlaan 1',
      'Ümit Yağmurdere',
      '29 juli 1988',
      '024 000 0199',
      'publieke taak (VPT)',
      '21 november 2026, 10:00',
      'aan de telefoon',
      'schelden, bedreigen',
      'heel ernstig',
      'medewerker 1',
      'contactverbod',
      'Van 21 november 2026 tot en met 20 december 2026',
      'Verstuurd op 21 november 2026, aangetekend',
    ])
      expect(bare).toContain(said);
    expect(bare).not.toMatch(/Anna|Bram|Karin|Ánna|ik weet je|suiker|opwachten|Bij spoed/i);

    const words = before.texts.find(({ source }) => source === 'words');
    if (!words) throw new Error('there are no words');
    const review = { measureId, source: words.source, sourceId: words.sourceId, fingerprint: words.fingerprint };
    await client.policeReports.reviewText({ ...review, free: true });
    const reviewed = await textOf((await client.policeReports.make({ measureId, language: 'nl' })).content);
    expect(reviewed).toContain('medewerker 1, ik weet je te vinden');
    expect(reviewed).not.toMatch(/Anna|Bram|Karin|Ánna|suiker|opwachten/i);

    await client.policeReports.reviewText({ ...review, free: false });
    const dossiers = (await client.policeReports.ofMeasure({ measureId })).dossiers;
    expect(dossiers).toMatchObject([{ madeByName: 'Karin' }, { madeByName: 'Karin' }]);
    const again = await textOf((await client.policeReports.document({ dossierId: dossiers[0]?.id ?? 0 })).content);
    expect(again).toBe(reviewed);
  });

  test('leaves a text out again that was changed after it was reviewed', async () => {
    const { client, incidentId } = current();
    const measureId = await aReport();
    const { texts } = await client.policeReports.ofMeasure({ measureId });
    for (const { source, sourceId, fingerprint } of texts)
      await client.policeReports.reviewText({ measureId, source, sourceId, fingerprint, free: true });
    await current().workAs('anna');
    await client.incidents.complete({
      incidentId,
      done: true,
      completion: aCompletion({ words: 'Nieuwe woorden over medicijnen' }),
    });
    await current().workAs('karin');
    const words = (await client.policeReports.ofMeasure({ measureId })).texts.find(({ source }) => source === 'words');
    expect(words).toMatchObject({ text: 'Nieuwe woorden over medicijnen', reviewed: null });
    const stale = client.policeReports.reviewText({
      ...{ measureId, source: 'words', sourceId: incidentId, fingerprint: texts[0]?.fingerprint ?? '', free: true },
    });
    await expect(stale).rejects.toMatchObject({ code: 'CHANGED' });
    const text = await textOf((await client.policeReports.make({ measureId, language: 'en' })).content);
    expect(text).toContain('Dossier with a report to the police');
    expect(text).toContain('staff member 1');
    expect(text).not.toContain('medicijnen');
  });

  test('is not made without the address of the practice; number and contact of the report are kept', async () => {
    const { client } = current();
    const measureId = await aReport();
    await client.letters.updateLetterhead({ ...letterhead, address: '' });
    const made = client.policeReports.make({ measureId, language: 'nl' });
    await expect(made).rejects.toMatchObject({ code: 'INCOMPLETE_LETTERHEAD', data: { missing: ['address'] } });
    expect((await client.policeReports.ofMeasure({ measureId })).dossiers).toEqual([]);
    const report = { reportedOn: '2026-11-23', reportNumber: 'PL-0000-1', policeContact: 'Wijkagent Verzonnen' };
    await client.policeReports.recordReport({ measureId, report });
    expect((await client.policeReports.ofMeasure({ measureId })).report).toEqual(report);
  });
});
