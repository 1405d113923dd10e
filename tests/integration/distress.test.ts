import { describe, expect, test } from 'vitest';
import type { ShareForm } from '../../src/shared/contract/concernSharing.ts';
import type { ConcernCompletion, ConcernRecord } from '../../src/shared/contract/distress.ts';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;

const aConcern = (record: Partial<ConcernRecord> = {}): ConcernRecord => ({
  ...{ kind: 'crisis', callerId: null, finding: 'thinksOfSuicide', handedOverTo: 'gpOnDuty', remark: '' },
  ...record,
});

const aCompletion = (completion: Partial<ConcernCompletion> = {}): ConcernCompletion => ({
  ...{ finding: 'thinksOfSuicide', handedOverTo: 'gpOnDuty', takenOverBy: '', takenOverAt: '', remark: '' },
  ...completion,
});

const aForm = (form: Partial<ShareForm> = {}): ShareForm => ({
  ...{ consent: 'given', vitalInterest: false, reason: '', items: ['name', 'number', 'finding'], place: '' },
  ...{ receiver: 'gpOnDuty', receiverName: '' },
  ...form,
});

/** Anna spoke with Zwaantje, who thinks of suicide. */
async function afterCrisis() {
  const opened = await practice.open();
  await opened.workAs('anna');
  const { callerId } = await opened.client.callers.create(
    aCaller({ numbers: ['06 00123456'], birthDate: '1961-04-12', generalPractitioner: 'Zonnedal' }),
  );
  const { concernId } = await opened.client.distress.record(aConcern({ callerId, remark: 'Zit op de trap.' }));
  return { ...opened, callerId, concernId };
}

const refused = { code: 'NOT_FOUND' };

describe('the register of concern', () => {
  test('is completed and corrected by whoever made it on the day itself, later by a manager, never by others', async () => {
    const { client, workAs, clock, concernId } = await afterCrisis();
    expect(await client.distress.ownToday()).toMatchObject([{ id: concernId, completedAt: null, corrected: null }]);
    const completion = aCompletion({ takenOverBy: 'dr. Zonnedal', takenOverAt: '10:20', finding: 'inDanger' });
    await client.distress.complete({ concernId, completion, done: false });
    expect(await client.distress.detail({ concernId })).toMatchObject({ completion, completedAt: null });
    await client.distress.complete({ concernId, completion, done: true });
    expect(await client.distress.ownToday()).toMatchObject([
      { completion, completedAt: clock.now, corrected: { byName: 'Anna', at: clock.now } },
    ]);
    await workAs('bram');
    expect(await client.distress.ownToday()).toEqual([]);
    await expect(client.distress.detail({ concernId })).rejects.toMatchObject(refused);
    await expect(client.distress.complete({ concernId, completion, done: true })).rejects.toMatchObject(refused);
    clock.now += DAY;
    await workAs('anna');
    expect(await client.distress.ownToday()).toEqual([]);
    await expect(client.distress.detail({ concernId })).rejects.toMatchObject(refused);
    await expect(client.distress.complete({ concernId, completion, done: true })).rejects.toMatchObject(refused);
    await expect(client.distress.sharing({ concernId })).rejects.toMatchObject(refused);
    await workAs('karin');
    const corrected = aCompletion({ finding: 'lonely', handedOverTo: 'nobody' });
    await client.distress.complete({ concernId, completion: corrected, done: true });
    expect(await client.distress.detail({ concernId })).toMatchObject({
      ...{ kind: 'lonely', completion: corrected, corrected: { byName: 'Karin' }, workerName: 'Anna' },
    });
    expect((await client.distress.register()).concerns).toMatchObject([
      { id: concernId, callerName: 'Zwaantje Regenkamp', workerName: 'Anna', kind: 'lonely', isComplete: true },
    ]);
  });

  test('without a caller gets one later, from whoever may open it', async () => {
    const { client, workAs, callerId } = await afterCrisis();
    const { concernId } = await client.distress.record(aConcern());
    await workAs('bram');
    await expect(client.distress.linkCaller({ concernId, callerId })).rejects.toMatchObject(refused);
    await workAs('anna');
    await expect(client.distress.linkCaller({ concernId, callerId: 999_999 })).rejects.toMatchObject(refused);
    await client.distress.linkCaller({ concernId, callerId });
    expect(await client.distress.detail({ concernId })).toMatchObject({ callerId, corrected: { byName: 'Anna' } });
    expect(await client.distress.ofCaller({ callerId })).toHaveLength(2);
  });

  test('shows a colleague at the caller that there was worry, who to ask and who took over, and no more', async () => {
    const { client, workAs, callerId } = await afterCrisis();
    expect(await client.distress.ofCaller({ callerId })).toMatchObject([{ finding: 'thinksOfSuicide' }]);
    await workAs('bram');
    const seen = await client.distress.ofCaller({ callerId });
    expect(seen).toEqual([
      {
        ...{ id: expect.any(Number), at: expect.any(Number), workerName: 'Anna' },
        ...{ kind: 'crisis', handedOverTo: 'gpOnDuty', finding: null },
      },
    ]);
    await workAs('karin');
    expect(await client.distress.ofCaller({ callerId })).toMatchObject([{ finding: 'thinksOfSuicide' }]);
  });

  test('has a term of its own, chosen with a reason; what is over it is shown nowhere and only counted', async () => {
    const { client, workAs, clock, callerId } = await afterCrisis();
    await workAs('karin');
    const term = async () => (await client.privacy.retention()).terms.find(({ kind }) => kind === 'concerns');
    expect(await term()).toEqual({ kind: 'concerns', months: 12, standardMonths: 12, chosen: [] });
    clock.now += 300 * DAY;
    expect(await client.distress.register()).toMatchObject({ overTerm: 0, concerns: [{}] });
    const choose = (months: number, reason: string) => client.privacy.setTerm({ kind: 'concerns', months, reason });
    await expect(choose(6, ' ')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await choose(6, 'Zo afgesproken.');
    expect(await term()).toMatchObject({
      months: 6,
      chosen: [{ months: 6, reason: 'Zo afgesproken.', setAt: clock.now, setByName: 'Karin' }],
    });
    expect(await client.distress.register()).toEqual({ overTerm: 1, concerns: [] });
    expect(await client.distress.ofCaller({ callerId })).toEqual([]);
    await choose(12, 'Toch langer.');
    expect(await client.distress.ofCaller({ callerId })).toHaveLength(1);
  });

  test('changes no figure, flag, step or notice, however much is in it', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    const { callerId } = await client.callers.create(aCaller());
    await client.contacts.save(aDraft({ callerId }));
    await client.incidents.record(anIncident({ callerId }));
    const elsewhere = async () => ({
      day: await client.review.day({ date: null }),
      today: await client.contacts.today(),
      ownDay: await client.contacts.ownDay(),
      found: await client.callers.search({ query: 'zwaantje' }),
      card: await client.callers.card({ callerId }),
      toComplete: await client.incidents.toComplete(),
      toDecide: await client.measures.toDecide(),
      register: await client.measures.register(),
      proposal: await client.measures.propose({ callerId }),
      measures: await client.measures.ofCaller({ callerId }),
      frequency: await client.agreements.ofCaller({ callerId }),
      quiet: await client.agreements.suggest(),
      attention: await client.review.attention(),
      trends: await client.trends.report({ unit: 'week', until: null, only: null }),
      aftercare: await client.aftercare.list(),
      ownIncidents: await client.incidents.own(),
    });
    const before = await elsewhere();
    for (const finding of ['inDanger', 'thinksOfSuicide', 'notSure', 'lonely', 'oftenCalling'] as const) {
      for (let nth = 0; nth < 5; nth += 1) await client.distress.record(aConcern({ callerId, finding }));
    }
    expect(await elsewhere()).toEqual(before);
  });
});

describe('telling a practitioner', () => {
  const tell = async ({ client, concernId }: Awaited<ReturnType<typeof afterCrisis>>, form: ShareForm) => {
    await client.distress.keepSharing({ concernId, form });
    return client.distress.share({ concernId, way: 'readOut' });
  };

  test('is refused without consent or a life in danger with the reason, whatever is asked first', async () => {
    const opened = await afterCrisis();
    const { client, concernId } = opened;
    await expect(client.distress.share({ concernId, way: 'readOut' })).rejects.toMatchObject({
      ...{ code: 'OBSTACLE', data: { obstacle: 'notAsked' } },
    });
    const without: [Partial<ShareForm>, string][] = [
      [{ consent: null }, 'notAsked'],
      [{ consent: 'refused' }, 'noGround'],
      [{ consent: 'couldNotAsk', reason: 'Staat op een brug.' }, 'noGround'],
      [{ consent: 'couldNotAsk', vitalInterest: true, reason: ' \n' }, 'noReason'],
      [{ items: [] }, 'nothingChosen'],
      [{ receiver: null }, 'noReceiver'],
    ];
    for (const [form, obstacle] of without) {
      await expect(tell(opened, aForm(form))).rejects.toMatchObject({ code: 'OBSTACLE', data: { obstacle } });
    }
    expect((await client.distress.sharing({ concernId })).told).toEqual([]);
    await tell(opened, aForm({ consent: 'couldNotAsk', vitalInterest: true, reason: 'Hing op, stond op een brug.' }));
    expect((await client.distress.sharing({ concernId })).told).toMatchObject([
      { ground: 'vitalInterest', reason: 'Hing op, stond op een brug.', receiver: 'gpOnDuty', byName: 'Anna' },
    ]);
  });

  test('the store itself refuses what no rule let through, and keeps what was told as it is', async () => {
    const opened = await afterCrisis();
    const { core, client, concernId } = opened;
    await client.distress.keepSharing({ concernId, form: aForm({ consent: 'refused', reason: 'Zomaar.' }) });
    const { connection } = core.context.core.session.unlocked ?? {};
    const markTold = () => connection?.exec("update concernShare set toldAt = 1, way = 'readOut', sheet = '{}'");
    expect(markTold).toThrow(/CHECK/);
    connection?.exec('update concernShare set consent = null');
    expect(markTold).toThrow(/CHECK/);
    await tell(opened, aForm());
    expect(() => connection?.exec("update concernShare set reason = 'Anders.'")).toThrow(/stays as it is/);
  });

  test('tells the least by default, only what was chosen, and neither the reason nor advice', async () => {
    const opened = await afterCrisis();
    const { client, concernId } = opened;
    const begun = await client.distress.sharing({ concernId });
    expect(begun.form).toEqual({
      ...{ consent: null, vitalInterest: false, reason: '', items: ['name', 'number', 'finding'] },
      ...{ place: '', receiver: null, receiverName: '' },
    });
    expect(begun.available).toEqual(['name', 'number', 'birthDate', 'place', 'callTime', 'finding', 'remark']);
    expect(begun).toMatchObject({ ownGp: { name: 'Zonnedal', number: '', check: null }, obstacle: 'notAsked' });
    expect(begun.sheet.lines.map(({ text }) => text)).toEqual([
      'Zwaantje Regenkamp',
      '06 00123456',
      'De beller denkt aan zelfmoord.',
    ]);
    const form = aForm({ consent: 'refused', vitalInterest: true, reason: 'Ligt een mes klaar.', items: ['finding'] });
    const { sheet, obstacle } = await client.distress.keepSharing({ concernId, form });
    expect(obstacle).toBeNull();
    const words = JSON.stringify(sheet);
    expect(words).not.toMatch(/Zwaantje|00123456|mes klaar|trap|Anna|advies/);
    expect(sheet.closing).toContain('U bepaalt hoe u contact opneemt.');
    expect(await client.distress.sharing({ concernId })).toMatchObject({ form, sheet });
  });

  test('makes a tagged A4 of it, for whoever may open the record, and nothing of it stands in the audit log', async () => {
    const opened = await afterCrisis();
    const { client, workAs, concernId } = opened;
    const { shareId } = await tell(opened, aForm({ items: ['name', 'finding', 'place'], place: 'Dromenweg 12' }));
    const file = await client.distress.shareDocument({ shareId });
    expect(file.name).toBe(`voor-de-huisarts-${shareId}.pdf`);
    const pdf = Buffer.from(await file.content.arrayBuffer()).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toMatch(/MediaBox \[0 0 595\.28 841\.89\]/);
    await workAs('bram');
    await expect(client.distress.shareDocument({ shareId })).rejects.toMatchObject(refused);
    await workAs('karin');
    const entries = await client.audit.list({ before: null, limit: 200 });
    const about = entries
      .filter(({ action }) => action.startsWith('distress.'))
      .map(({ action, subject }) => [action, subject]);
    expect(about).toEqual(
      expect.arrayContaining([
        ['distress.share', `concern ${concernId}`],
        ['distress.shareDocument', `concern ${concernId}`],
        ['distress.keepSharing', `concern ${concernId}`],
      ]),
    );
    // Names are looked up while reading; what is kept has none.
    const kept = entries.map(({ about: name, ...entry }) => entry);
    expect(JSON.stringify(kept)).not.toMatch(/Zwaantje|Dromenweg|zelfmoord/);
  });

  test('goes with the demo practice, as all that was noted about its people', async () => {
    const { client, workAs, core } = await practice.open();
    await workAs('karin');
    await client.setup.loadDemo();
    const [invented] = await client.callers.search({ query: 'a', limit: 1 });
    const { concernId } = await client.distress.record(aConcern({ callerId: invented?.id ?? null }));
    await client.distress.keepSharing({ concernId, form: aForm() });
    await client.distress.share({ concernId, way: 'readOut' });
    await client.setup.removeDemo();
    const { connection } = core.context.core.session.unlocked ?? {};
    expect(connection?.prepare('select count(*) from concernShare').pluck().get()).toBe(0);
  });
});

/** How many rows there are in every table. */
function rowsOf({ core }: Pick<PracticeCopy, 'core'>): Record<string, unknown> {
  const { connection } = core.context.core.session.unlocked ?? {};
  const tables = connection?.prepare<[], string>("select name from sqlite_schema where type = 'table'").pluck().all();
  return Object.fromEntries(
    (tables ?? []).map((table) => [table, connection?.prepare(`select count(*) from "${table}"`).pluck().get()]),
  );
}

test('reading the script, the numbers and the text from 113 leaves no row behind', async () => {
  const opened = await practice.open();
  await opened.workAs('anna');
  const before = rowsOf(opened);
  await opened.client.distress.directory();
  await opened.client.distress.triage();
  await opened.client.distress.ownSentences();
  await opened.client.distress.ownToday();
  await opened.client.breaks.state();
  await opened.client.breaks.colleagues();
  await opened.client.aftercare.own();
  await opened.client.settings.get();
  expect(rowsOf(opened)).toEqual(before);
});
