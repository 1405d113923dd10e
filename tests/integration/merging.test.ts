import { describe, expect, test } from 'vitest';
import { callerReferences } from '../../src/main/core/store/callerReferences.ts';
import type { CallerDetails } from '../../src/shared/contract/callers.ts';
import type { BanTerms } from '../../src/shared/contract/measureDecision.ts';
import { everything, merge, storeOf } from '../support/merging.ts';
import { aCaller, aDraft, anIncident, someTerms } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;

const banTerms: BanTerms = {
  ...{ from: '2026-11-21', lastDay: '2026-12-20', reviewDay: '2026-12-06', scope: 'everything', scopeName: '' },
  ...{ channels: ['phone'], staysOpen: 'Schrijven kan altijd.' },
};

/** A caller of whom every table that speaks of callers has something. */
async function aCallerOfWhomMuchIsKnown({ client, workAs, userIds, clock }: PracticeCopy, details: CallerDetails) {
  await workAs('karin');
  const { callerId } = await client.callers.create(details);
  const to = { kind: 'worker', userId: userIds.bram } as const;
  const draft = aDraft({ callerId, handOver: { kind: 'callBack', to, dueAt: clock.now } });
  await client.contacts.save(draft);
  const { incidentId } = await client.incidents.record(anIncident({ callerId }));
  await client.distress.record({
    ...{ kind: 'lonely', callerId, finding: 'lonely', handedOverTo: 'nobody', remark: 'Wil graag praten.' },
  });
  await client.agreements.make({ callerId, terms: someTerms() });
  await client.exceptions.grant({ callerId, terms: { what: 'Mail', why: 'Doof', lastDay: '2026-12-31' } });
  await client.measures.decide({
    ...{ callerId, step: 'contactBan', reason: 'Dreigde.', incidentIds: [incidentId], ban: banTerms },
  });
  await client.contacts.saveDraft(aDraft({ callerId, text: `Half af over ${details.displayName}.` }));
  return callerId;
}

describe('every table that speaks of a caller', () => {
  test('does so with a foreign key, and its rows can go along with a merge', async () => {
    const opened = await practice.open();
    await opened.workAs('karin');
    const { connection, database } = storeOf(opened);
    const references = await callerReferences(database);
    expect(references.length).toBeGreaterThanOrEqual(8);
    const speaking = connection
      .prepare<[], { name: string }>(
        `select tables.name from sqlite_schema as tables, pragma_table_info(tables.name) as columns
         where tables.type = 'table' and columns.name like '%callerId' and tables.name <> 'callerNumber'`,
      )
      .all();
    const moved = references.map(({ tableName }) => tableName);
    expect(speaking.filter(({ name }) => !moved.includes(name))).toEqual([]);
    for (const { tableName, columnName } of references) {
      const columns = connection
        .prepare<[string], { name: string; type: string; pk: number }>('select * from pragma_table_info(?)')
        .all(tableName);
      const keys = columns.filter(({ pk }) => pk > 0).map(({ name, type }) => `${name} ${type}`.toLowerCase());
      expect([tableName, keys]).toEqual([tableName, ['id integer']]);
      const unique = connection
        .prepare<[string], { columns: string }>(
          `select (select group_concat(name) from pragma_index_info(indexes.name)) as columns
           from pragma_index_list(?) as indexes where indexes."unique" = 1`,
        )
        .all(tableName);
      expect([tableName, unique.filter((index) => index.columns.split(',').includes(columnName))]).toEqual([
        tableName,
        [],
      ]);
    }
  });
});

describe('a merge', () => {
  test('takes everything along, and undoing it brings everything back as it was', async () => {
    const opened = await practice.open();
    const { client, clock } = opened;
    const kept = await aCallerOfWhomMuchIsKnown(
      opened,
      aCaller({ displayName: 'J. Regenkamp', numbers: ['06 00 00 00 01', '024 000 00 01'], remark: 'Hoort slecht.' }),
    );
    clock.now += MINUTE;
    const other = await aCallerOfWhomMuchIsKnown(
      opened,
      aCaller({
        ...{ displayName: 'Johanna Regenkamp', birthDate: '1961-04-12', remark: 'Praat zacht.' },
        numbers: ['024 000 00 01', '06 00 00 00 02'],
      }),
    );
    const before = await everything(opened);
    const cards = [await client.callers.card({ callerId: kept }), await client.callers.card({ callerId: other })];
    clock.now += MINUTE;
    const compared = await client.callers.compare({ callerId: kept, otherId: other });
    expect(compared.fields).toEqual([
      { field: 'displayName', options: ['kept', 'other'], choice: 'other' },
      { field: 'birthDate', options: ['other'], choice: 'other' },
      { field: 'numbers', options: ['kept', 'other', 'both'], choice: 'both' },
      { field: 'remark', options: ['kept', 'other', 'both'], choice: 'both' },
    ]);
    expect(compared.other).toMatchObject({ contacts: 1, incidents: 1, agreement: { callsPerWeek: 2 } });
    expect(compared.other.bannedUntil).toBe(Date.parse('2026-12-20T23:00:00Z'));

    const { mergeId } = await merge(opened, kept, other);
    const { database } = storeOf(opened);
    for (const { tableName, columnName } of await callerReferences(database)) {
      const left = storeOf(opened).connection.prepare(`select * from ${tableName} where ${columnName} = ?`).all(other);
      expect([tableName, left]).toEqual([tableName, []]);
    }
    const card = await client.callers.card({ callerId: kept });
    expect(card.details).toMatchObject({
      ...{ displayName: 'Johanna Regenkamp', birthDate: '1961-04-12', remark: 'Hoort slecht.\n\nPraat zacht.' },
      numbers: ['06 00000001', '024 000 0001', '06 00000002'],
    });
    expect(card.history).toHaveLength(4);
    expect(card.merges).toEqual([
      { id: mergeId, name: 'Johanna Regenkamp', at: clock.now, workerName: 'Karin', isNewest: true },
    ]);
    await expect(client.callers.card({ callerId: other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Both bans came along; the desk sees the one picture of what they close.
    expect((await client.measures.register()).running.map((ban) => ban.callerId)).toEqual([kept, kept]);
    expect((await client.measures.ofCaller({ callerId: kept })).bans).toHaveLength(1);
    expect((await client.handOvers.ofCaller({ callerId: kept })).map(({ callerName }) => callerName)).toEqual([
      'Johanna Regenkamp',
      'Johanna Regenkamp',
    ]);
    expect((await client.contacts.drafts()).map(({ callerId }) => callerId)).toEqual([kept, kept]);
    expect(await client.callers.search({ query: 'regenkamp' })).toMatchObject([
      { id: kept, flags: [{ kind: 'contactBan' }, { kind: 'colleagueTakes' }] },
    ]);
    expect(await client.callers.search({ query: 'j regenk' })).toHaveLength(1);

    await client.callers.undoMerge({ mergeId });
    expect(await everything(opened)).toEqual(before);
    expect([await client.callers.card({ callerId: kept }), await client.callers.card({ callerId: other })]).toEqual(
      cards,
    );
    expect((await client.callers.search({ query: 'regenkamp' })).map(({ id }) => id)).toEqual([other, kept]);
    await expect(client.callers.undoMerge({ mergeId })).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const subjects = (await client.audit.list({ before: null, limit: 50 }))
      .filter(({ action }) => action === 'callers.merge' || action === 'callers.undoMerge')
      .map(({ action, subject }) => `${action} ${subject}`);
    expect(subjects.sort()).toEqual(
      [`caller ${kept}`, `caller ${other}`]
        .flatMap((one) => [`callers.merge ${one}`, `callers.undoMerge ${one}`])
        .sort(),
    );
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  test('that is undone leaves with the kept card what was added since', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('anna');
    const { callerId: kept } = await client.callers.create(
      aCaller({ displayName: 'Berend Klaver', numbers: ['0600000011'] }),
    );
    const { callerId: other } = await client.callers.create(
      aCaller({ displayName: 'B. Klaver', numbers: ['0600000012'] }),
    );
    const first = await client.contacts.save(aDraft({ callerId: other }));
    const { mergeId } = await merge(opened, kept, other);
    clock.now += MINUTE;
    const since = await client.contacts.save(aDraft({ callerId: kept, text: 'Na het samenvoegen.' }));
    // A window that has not heard of the merge yet still speaks of the other.
    const late = await client.contacts.save(aDraft({ callerId: other, text: 'Uit een ander venster.' }));
    await client.incidents.record(anIncident({ callerId: other }));
    await client.distress.record({
      ...{ kind: 'lonely', callerId: other, finding: 'lonely', handedOverTo: 'nobody', remark: '' },
    });
    expect(late.callerId).toBe(kept);
    const { details } = await client.callers.card({ callerId: kept });
    await client.callers.update({
      callerId: kept,
      details: { ...details, remark: 'Sinds vandaag.', numbers: ['06 00000011', '06 00000012', '06 00000013'] },
    });

    await client.callers.undoMerge({ mergeId });
    const [card, back] = [
      await client.callers.card({ callerId: kept }),
      await client.callers.card({ callerId: other }),
    ];
    expect(card.details).toEqual(
      aCaller({ displayName: 'Berend Klaver', numbers: ['06 00000011', '06 00000013'], remark: 'Sinds vandaag.' }),
    );
    expect(back.details).toEqual(aCaller({ displayName: 'B. Klaver', numbers: ['06 00000012'] }));
    const contactsOn = ({ history }: typeof card) =>
      history.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
    expect(contactsOn(card).sort()).toEqual([since.contactId, late.contactId].sort());
    expect(contactsOn(back)).toEqual([first.contactId]);
    expect(await client.callers.search({ query: 'klaver' })).toMatchObject([
      { id: kept, flags: [{ kind: 'colleagueTakes' }] },
      { id: other, flags: [] },
    ]);
  });

  test('of two with a call agreement goes on with the chosen one, and undoing gives both theirs back', async () => {
    const opened = await practice.open();
    const { client, workAs, clock } = opened;
    await workAs('anna');
    const { callerId: kept } = await client.callers.create(aCaller({ displayName: 'Aart Klaver' }));
    const { callerId: other } = await client.callers.create(aCaller({ displayName: 'A. Klaver' }));
    await client.agreements.make({ callerId: kept, terms: someTerms({ reason: 'Van Aart.' }) });
    await client.agreements.make({ callerId: other, terms: someTerms({ reason: 'Van A.' }) });
    const runs = async (callerId: number) =>
      (await client.agreements.ofCaller({ callerId })).agreement?.terms.reason ?? null;
    clock.now += MINUTE;
    for (const [agreement, goesOn] of [
      ['kept', 'Van Aart.'],
      ['other', 'Van A.'],
    ] as const) {
      const { mergeId } = await merge(opened, kept, other, { agreement });
      expect(await runs(kept)).toBe(goesOn);
      await client.callers.undoMerge({ mergeId });
      expect([await runs(kept), await runs(other)]).toEqual(['Van Aart.', 'Van A.']);
    }
    // What was agreed since the merge is what holds for the kept card.
    const { mergeId } = await merge(opened, kept, other, { agreement: 'other' });
    await client.agreements.make({ callerId: kept, terms: someTerms({ reason: 'Sindsdien.' }) });
    await client.callers.undoMerge({ mergeId });
    expect([await runs(kept), await runs(other)]).toEqual(['Sindsdien.', null]);
  });

  test('cannot be undone before a later one, and says which that is', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    const ids: number[] = [];
    for (const displayName of ['Aart', 'Berend', 'Coba'])
      ids.push((await client.callers.create(aCaller({ displayName }))).callerId);
    const [aart = 0, berend = 0, coba = 0] = ids;
    const first = await merge(opened, aart, berend);
    const second = await merge(opened, coba, aart, { choices: { displayName: 'kept' } });
    expect((await client.callers.card({ callerId: coba })).merges).toMatchObject([
      { id: second.mergeId, name: 'Berend', isNewest: true },
      { id: first.mergeId, name: 'Berend', isNewest: false },
    ]);
    await expect(client.callers.undoMerge(first)).rejects.toMatchObject({
      code: 'LATER_MERGE',
      data: { name: 'Berend' },
    });
    await client.callers.undoMerge(second);
    await client.callers.undoMerge(first);
    expect((await client.callers.search({ query: 'aart' })).map(({ id }) => id)).toEqual([aart]);
  });

  test('is refused with itself, with nobody, and between the demo practice and a real caller', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('karin');
    const { callerId } = await client.callers.create(aCaller());
    await expect(merge(opened, callerId, callerId)).rejects.toMatchObject({ code: 'SAME_CALLER' });
    await expect(merge(opened, callerId, 999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.setup.loadDemo();
    const { connection } = storeOf(opened);
    const demo = connection
      .prepare<[], { id: number }>('select id from caller where demo = 1 order by id')
      .all()
      .map(({ id }) => id);
    const [one = 0, two = 0] = demo;
    await expect(merge(opened, callerId, one)).rejects.toMatchObject({ code: 'ONE_IS_INVENTED' });
    await merge(opened, one, two);
    await client.setup.removeDemo();
    expect(connection.prepare('select id from caller').all()).toEqual([{ id: callerId }]);
    expect(connection.prepare('select * from callerMerge, callerMergeRow').all()).toEqual([]);
  });
});
