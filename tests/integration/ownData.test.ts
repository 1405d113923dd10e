import { expect, test } from 'vitest';
import { isToldElsewhere } from '../../src/main/core/features/ownData/columns.ts';
import { userReferences } from '../../src/main/core/store/userReferences.ts';
import { ownDataFile } from '../../src/shared/contract/ownData.ts';
import { nl } from '../../src/shared/i18n/nl/index.ts';
import { textOf } from '../support/letterCase.ts';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

test('a worker gets all that is kept of them, on paper and for a program, and nothing of callers or colleagues', async () => {
  const { client, workAs, userIds, clock } = await practice.open();
  await workAs('anna');
  const { callerId } = await client.callers.create(aCaller({ numbers: ['024 000 0199'] }));
  await client.contacts.save(aDraft({ callerId, text: 'Zwaantje belde over haar tuinhek.' }));
  const { incidentId } = await client.incidents.record(anIncident({ callerId }));
  const completion = aCompletion({ weight: 'heavier', account: 'Ze schold.', colleagueIds: [userIds.bram] });
  await client.incidents.complete({ incidentId, done: true, completion });
  await client.distress.record({
    ...({ kind: 'crisis', finding: 'notSure', handedOverTo: 'nobody' } as const),
    ...{ callerId, remark: 'Klonk anders dan anders.' },
  });
  await client.breaks.start({ kind: 'break', draftId: null });
  clock.now += 600_000;
  await client.breaks.end();
  await client.breaks.ask({ asked: { who: 'colleague', userId: userIds.bram } });
  await workAs('karin');
  await client.review.markReviewed({ incidentId, note: 'Ik heb Bram en Regenkamp gesproken (024 000 0199).' });

  await workAs('anna');
  const own = await client.ownData.read();
  expect(own.person).toMatchObject({ name: 'Anna', role: 'receptionist' });
  const part = (name: string) => own.parts.find((one) => one.part === name);
  expect(part('incidents')).toMatchObject({
    kept: { count: 36, unit: 'months' },
    items: [
      {
        facts: { part: 'reported', severity: 'serious', weight: 'heavier' },
        texts: { reviewNote: 'Ik heb collega en de beller gesproken (█████).' },
      },
    ],
  });
  expect(part('concerns')?.items).toMatchObject([{ facts: { concern: 'crisis' } }]);
  expect(part('breaks')).toMatchObject({
    kept: { count: 14, unit: 'days' },
    items: [{ facts: { break: 'break', endedAt: clock.now } }],
  });
  expect(part('takeOvers')?.items).toMatchObject([{ facts: { asked: 'colleague' } }]);
  expect(part('contacts')?.items).toMatchObject([{ day: '2026-11-21', facts: { phone: 1 } }]);
  expect(part('log')?.items[0]?.facts).toMatchObject({ month: '2026-11' });
  const others = /Zwaantje|Regenkamp|024|tuinhek|schold|Klonk|Bram|Karin/;
  expect(JSON.stringify(own)).not.toMatch(others);

  const json = await client.ownData.make({ format: 'json' });
  expect(json).toMatchObject({ name: 'mijn-gegevens.json', type: 'application/json' });
  expect(ownDataFile.parse(JSON.parse(await json.content.text()))).toEqual(own);
  const paper = await textOf((await client.ownData.make({ format: 'pdf' })).content);
  for (const words of ['Wat er van Anna wordt bewaard', 'Hoe zwaar voor jou: Zwaarder', 'Pauzes', 'Blijft 14 dagen.']) {
    expect(paper).toContain(words);
  }
  expect(paper).not.toMatch(others);

  // Bram was there, and sees that and not how heavy it was for Anna; whom she asked is hers.
  await workAs('bram');
  const ofBram = await client.ownData.read();
  expect(ofBram.parts.map((one) => one.part)).toEqual(['incidents', 'aftercare', 'log']);
  expect(ofBram.parts[0]?.items).toMatchObject([{ facts: { part: 'met', weight: 'asItWas' } }]);
  await workAs('karin');
  const log = await client.audit.list({ before: null, limit: 200 });
  expect(log.filter(({ action }) => action.startsWith('ownData'))).toEqual([]);
});

test('every column that names a worker is told in a part, or counted under words for its table', async () => {
  const { core, workAs } = await practice.open();
  await workAs('anna');
  const database = core.context.core.session.unlocked?.database;
  if (!database) throw new Error('the practice is not open');
  const columns = await userReferences(database);
  expect(columns.length).toBeGreaterThan(40);
  const words: Record<string, string> = nl.ownData.tables;
  const untold = columns.filter(
    ({ tableName, columnName }) => !isToldElsewhere(`${tableName}.${columnName}`) && !(tableName in words),
  );
  expect(untold).toEqual([]);
});
