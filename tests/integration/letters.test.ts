import { describe, expect, test } from 'vitest';
import { aBan, aFinishedBanLetter, letterCase, letterhead, textOf } from '../support/letterCase.ts';

const current = letterCase();

describe('a letter about a ban', () => {
  test.each([
    [
      'nl',
      'Op 21 november 2026 om 10:00 uur, aan de telefoon: u schold en u bedreigde een medewerker.',
      'van 21 november 2026 tot en met 20 december 2026',
      'tot 20 december 2028',
      'Bij spoed krijgt u altijd hulp.',
      'Bladzijde 1 van',
    ],
    [
      'en',
      'On 21 November 2026 at 10:00, on the phone: you used abusive language and you threatened a staff member.',
      'from 21 November 2026 up to and including 20 December 2026',
      'until 20 December 2028',
      'In an emergency you always get help.',
      'Page 1 of',
    ],
  ] as const)(
    'in %s reads back from its PDF with everything it must say',
    async (language, happened, period, kept, emergencies, page) => {
      const letterId = await aFinishedBanLetter(current(), await aBan(current()), language);
      const file = await current().client.letters.document({ letterId });
      const text = await textOf(file.content);
      for (const said of [
        'Oefenpraktijk De Linde',
        'Verzonnenlaan 1',
        '024 000 00 00',
        'Ümit Yağmurdere',
        happened,
        period,
        kept,
        emergencies,
        page,
        letterhead.objectionsTo,
        letterhead.objectionTerm,
        'U zei dat u iemand zou opwachten.',
        'Een brief schrijven kan altijd.',
      ])
        expect(text).toContain(said);
      expect(text).not.toMatch(/[{}]/);
      expect(text).not.toMatch(/Anna|Karin/);
    },
  );

  test('names the worker only when that is chosen', async () => {
    const about = { of: 'measure', id: await aBan(current()) } as const;
    const { client } = current();
    expect((await client.letters.about(about)).aboutWorker).toBe(true);
    const compose = (nameWorker: boolean) =>
      client.letters.compose({ about, kind: 'contactBan', language: 'nl', nameWorker });
    expect((await compose(false)).text).not.toContain('Anna');
    expect((await compose(true)).text).toContain('Dit geldt voor contact met Anna.');
  });

  test('stays as it is once it is finished; a new one takes its place', async () => {
    const { client, core } = current();
    const measureId = await aBan(current());
    const about = { of: 'measure', id: measureId } as const;
    const letterId = await aFinishedBanLetter(current(), measureId);
    const [before] = (await client.letters.about(about)).letters;
    const content = { subject: 'Anders', recipient: 'Iemand', text: 'Andere tekst' };
    const change = { about, letterId, kind: 'contactBan', language: 'nl', replacesId: null, content } as const;
    await expect(client.letters.save(change)).rejects.toMatchObject({ code: 'FINAL' });
    await expect(client.letters.finalise({ letterId })).rejects.toMatchObject({ code: 'FINAL' });
    await expect(client.letters.discard({ letterId })).rejects.toMatchObject({ code: 'FINAL' });
    const { database } = core.context.core.session.unlocked ?? {};
    const force = database?.updateTable('letter').set({ text: 'Andere tekst' }).where('id', '=', letterId).execute();
    await expect(force).rejects.toThrow('a finished letter stays as it is');
    current().clock.now += 86_400_000;
    // A day without use locks the app.
    await current().workAs('karin');
    await client.letters.updateLetterhead({ ...letterhead, address: 'Elders 2' });
    expect((await client.letters.about(about)).letters).toEqual([before]);
    expect(await textOf((await client.letters.document({ letterId })).content)).toContain('Verzonnenlaan 1');

    const newer = await client.letters.save({ ...change, letterId: null, replacesId: letterId });
    expect((await client.letters.about(about)).letters.at(-1)?.replacedById).toBeNull();
    await client.letters.finalise(newer);
    expect((await client.letters.about(about)).letters.map(({ id, replacedById }) => [id, replacedById])).toEqual([
      [newer.letterId, null],
      [letterId, newer.letterId],
    ]);
    const again = client.letters.save({ ...change, letterId: null, replacesId: letterId });
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('always says that emergencies get through, whatever is typed', async () => {
    const { client } = current();
    const about = { of: 'measure', id: await aBan(current()) } as const;
    const content = { subject: 'Kort', recipient: 'Ümit', text: 'U mag niet meer bellen.' };
    const { letterId } = await client.letters.save({
      about,
      letterId: null,
      kind: 'contactBan',
      language: 'nl',
      replacesId: null,
      content,
    });
    await client.letters.finalise({ letterId });
    expect(await textOf((await client.letters.document({ letterId })).content)).toContain(
      'Bij spoed krijgt u altijd hulp.',
    );
    expect((await client.letters.about(about)).letters[0]?.content.text).toContain('Bij spoed krijgt u altijd hulp.');
  });

  test('is not finished with a field in braces, nor without a letterhead; only a finished one is printed or sent', async () => {
    const { client } = current();
    const about = { of: 'measure', id: await aBan(current()) } as const;
    const content = { subject: 'Besluit', recipient: 'Ümit', text: 'Beste {naam}, tot ziens.' };
    const letter = { about, letterId: null, kind: 'contactBan', language: 'nl', replacesId: null, content } as const;
    const { letterId } = await client.letters.save(letter);
    await expect(client.letters.finalise({ letterId })).rejects.toMatchObject({
      code: 'EMPTY_FIELD',
      data: { field: 'naam' },
    });
    await expect(client.letters.document({ letterId })).rejects.toMatchObject({ code: 'NOT_FINAL' });
    const sending = client.letters.markSent({ letterId, on: '2026-11-21', way: 'post' });
    await expect(sending).rejects.toMatchObject({ code: 'NOT_FINAL' });
    await client.letters.save({ ...letter, letterId, content: { ...content, text: 'Beste Ümit, tot ziens.' } });
    await client.letters.updateLetterhead({ ...letterhead, address: '', objectionTerm: '' });
    await expect(client.letters.finalise({ letterId })).rejects.toMatchObject({
      ...{ code: 'INCOMPLETE_LETTERHEAD', data: { missing: ['address', 'objectionTerm'] } },
    });
    await client.letters.updateLetterhead(letterhead);
    await client.letters.finalise({ letterId });
    await client.letters.markSent({ letterId, on: '2026-11-21', way: 'registeredPost' });
    expect((await client.letters.about(about)).letters[0]?.sent).toEqual({ on: '2026-11-21', way: 'registeredPost' });
  });

  test('answers an objection, and lifts the ban', async () => {
    const { client } = current();
    const measureId = await aBan(current());
    const about = { of: 'measure', id: measureId } as const;
    const { objectionId } = await client.measures.recordObjection({
      measureId,
      receivedOn: '2026-11-23',
      text: 'Ik was niet boos.',
    });
    await client.measures.answerObjection({ objectionId, outcome: 'rejected', text: 'Het besluit blijft.' });
    const answer = await client.letters.compose({
      about,
      kind: 'answerToObjection',
      language: 'nl',
      nameWorker: false,
    });
    for (const said of ['23 november 2026', 'Ik was niet boos.', 'Het besluit blijft.'])
      expect(answer.text).toContain(said);
    expect(answer.text).not.toMatch(/[{}]/);
    await client.measures.lift({ measureId, reason: 'Bood excuses aan.' });
    expect((await client.letters.about(about)).kinds).toEqual(['lifting', 'contactBan', 'answerToObjection']);
    const lifting = await client.letters.compose({ about, kind: 'lifting', language: 'nl', nameWorker: false });
    expect(lifting.text).toContain('21 november 2028');
    expect(lifting.text).not.toMatch(/[{}]/);
  });
});

describe('a letter about an agreement', () => {
  test('says how many calls at which moments, until when, and goes with the agreement', async () => {
    const { client, callerId } = current();
    const { agreementId } = await client.agreements.make({
      callerId,
      terms: {
        callsPerWeek: 2,
        moments: [{ weekday: 2, from: '14:00', until: '14:30' }],
        startsOn: '2026-11-21',
        lastDay: '2027-01-15',
        reviewOn: '2026-12-19',
        reason: 'Zo is er altijd tijd voor een rustig gesprek.',
        agreedWith: 'Ümit zelf',
      },
    });
    const about = { of: 'agreement', id: agreementId } as const;
    expect(await client.letters.about(about)).toMatchObject({ letters: [], kinds: ['agreement'], missing: [] });
    const content = await client.letters.compose({ about, kind: 'agreement', language: 'nl', nameWorker: false });
    for (const said of ['U belt 2 keer per week.', 'dinsdag tussen 14:00 en 14:30 uur', 'tot en met 15 januari 2027'])
      expect(content.text).toContain(said);
    expect(content.text).not.toMatch(/[{}]/);
    const letter = { about, kind: 'agreement', language: 'nl', replacesId: null, content } as const;
    const { letterId } = await client.letters.save({ ...letter, letterId: null });
    await client.letters.finalise({ letterId });
    expect((await client.letters.about(about)).letters).toHaveLength(1);
  });
});

test('letters and dossiers about invented people go with the practice to try things with', async () => {
  const { client, core } = current();
  await client.setup.loadDemo();
  const [demo] = await client.measures.toDecide();
  if (!demo) throw new Error('nothing calls for a step');
  const incidentIds = demo.incidents.map(({ id }) => id);
  const decided = { callerId: demo.callerId, reason: 'Dreigde.', incidentIds, ban: null };
  const warning = await client.measures.decide({ ...decided, step: 'warning' });
  const about = { of: 'measure', id: warning.measureId } as const;
  const content = { subject: 'Waarschuwing', recipient: 'Iemand', text: 'Tekst' };
  const letter = { about, kind: 'warning', language: 'nl', content, letterId: null } as const;
  const first = await client.letters.save({ ...letter, replacesId: null });
  await client.letters.finalise(first);
  await client.letters.save({ ...letter, replacesId: first.letterId });
  const report = await client.measures.decide({ ...decided, step: 'policeReport' });
  await client.policeReports.make({ measureId: report.measureId, language: 'nl' });
  await client.setup.removeDemo();
  const { database } = core.context.core.session.unlocked ?? {};
  expect(await database?.selectFrom('letter').selectAll().execute()).toEqual([]);
  expect(await database?.selectFrom('policeDossier').selectAll().execute()).toEqual([]);
});

describe('the practice’s own templates', () => {
  test('are kept with who and when, refuse an unknown field by name, and go back to the start', async () => {
    const { client, clock } = current();
    const template = { kind: 'contactBan', language: 'nl', subject: 'Besluit', text: 'Dag {naam}.' } as const;
    const wrong = client.letters.saveTemplate({ ...template, text: 'Dag {achternaam}.' });
    await expect(wrong).rejects.toMatchObject({ code: 'UNKNOWN_FIELD', data: { field: 'achternaam' } });
    await client.letters.saveTemplate(template);
    const find = async () =>
      (await client.letters.templates()).find(({ kind, language }) => kind === 'contactBan' && language === 'nl');
    expect(await find()).toEqual({ ...template, changed: { at: clock.now, byName: 'Karin' } });
    const about = { of: 'measure', id: await aBan(current()) } as const;
    const { text } = await client.letters.compose({ about, kind: 'contactBan', language: 'nl', nameWorker: false });
    expect(text).toMatch(/^Dag Ümit Yağmurdere\.\n\nBij spoed krijgt u altijd hulp\./);
    await client.letters.resetTemplate({ kind: 'contactBan', language: 'nl' });
    expect(await find()).toMatchObject({ changed: null, text: expect.stringContaining('{gebeurtenissen}') });
  });
});
