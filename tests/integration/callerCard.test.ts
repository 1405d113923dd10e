import { expect, test } from 'vitest';
import { aCaller, anIncident, someTerms } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

test('a number that others have too is named with them, the most recent first, and nobody is named twice', async () => {
  const { client, workAs, clock } = await practice.open();
  await workAs('anna');
  const add = async (displayName: string, ...numbers: string[]) => {
    clock.now += 1000;
    return (await client.callers.create(aCaller({ displayName, numbers }))).callerId;
  };
  const alone = await add('Aart Klaver', '06 00 00 00 31');
  const berend = await add('Berend Tijmpad', '06 00 00 00 32', '024 000 00 30');
  for (const name of ['Coba', 'Dirkje', 'Evert', 'Floor']) await add(`${name} Tijmpad`, '+31 24 000 00 30');
  const sharedBy = async (callerId: number) => (await client.callers.card({ callerId })).sharedNumbers;
  expect(await sharedBy(alone)).toEqual([]);
  expect(await sharedBy(berend)).toEqual([
    { number: '024 000 0030', names: ['Floor Tijmpad', 'Evert Tijmpad', 'Dirkje Tijmpad'], more: 1 },
  ]);
  await add('Gerrit Tijmpad', '0600000032');
  expect(await sharedBy(berend)).toMatchObject([{ names: ['Gerrit Tijmpad'], more: 0 }, { more: 1 }]);
});

test('the postal address of a caller stands above a letter to them', async () => {
  const { client, workAs } = await practice.open();
  await workAs('karin');
  const postalAddress = 'Bosweg 1\n1234 AB Verzonnen';
  const { callerId } = await client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp', postalAddress }));
  const { incidentId } = await client.incidents.record(anIncident({ callerId }));
  const reason = 'Schold en dreigde.';
  const { measureId } = await client.measures.decide({
    ...{ callerId, step: 'warning', reason, incidentIds: [incidentId], ban: null },
  });
  const { agreementId } = await client.agreements.make({ callerId, terms: someTerms() });
  const compose = async (of: 'measure' | 'agreement', id: number, kind: 'warning' | 'agreement') =>
    (await client.letters.compose({ about: { of, id }, kind, language: 'nl', nameWorker: true })).recipient;
  expect(await compose('measure', measureId, 'warning')).toBe(`Zwaantje Regenkamp\n${postalAddress}`);
  expect(await compose('agreement', agreementId, 'agreement')).toBe(`Zwaantje Regenkamp\n${postalAddress}`);
  await client.callers.update({ callerId, details: aCaller({ displayName: 'Zwaantje Regenkamp' }) });
  expect(await compose('measure', measureId, 'warning')).toBe('Zwaantje Regenkamp');
});

test('the caller’s own GP has the number of the telephone list, and of another practice the one that was typed', async () => {
  const { client, workAs } = await practice.open();
  await workAs('karin');
  const gp = { kind: 'gp', name: 'Zonnedal', number: '024 000 00 41', reach: '' } as const;
  await client.distress.addDirectoryEntry(gp);
  const listed = async () => (await client.distress.directory()).find(({ kind }) => kind === 'gp');
  const here = await client.callers.create(aCaller({ displayName: 'Aart Klaver', generalPractitioner: 'zonnedal' }));
  const elsewhere = { generalPractitioner: 'Vermeer', generalPractitionerNumber: '0031240000042' };
  const away = await client.callers.create(aCaller({ displayName: 'Coba Klaver', ...elsewhere }));
  const ownGp = async ({ callerId }: { callerId: number }) => (await client.callers.card({ callerId })).ownGp;
  expect(await ownGp(here)).toMatchObject({ name: 'Zonnedal', number: '024 000 00 41', check: 'checked' });
  expect(await ownGp(away)).toEqual({ name: 'Vermeer', number: '024 000 0042', check: null, checkedOn: null });
  const { concernId } = await client.distress.record({
    ...{ kind: 'crisis', callerId: here.callerId, finding: 'notSure', handedOverTo: 'ownGp', remark: '' },
  });
  expect((await client.distress.sharing({ concernId })).ownGp).toMatchObject({ number: '024 000 00 41' });

  // The list is the one place where a number is kept up; cards follow it, whatever somebody is called.
  const entry = (await listed())?.id ?? 0;
  await client.distress.updateDirectoryEntry({ id: entry, name: 'Zonnedal-Berk', number: '024 000 00 43', reach: '' });
  expect(await ownGp(here)).toMatchObject({ name: 'Zonnedal-Berk', number: '024 000 00 43' });
  await client.session.setPreferences({ language: 'en', theme: 'system' });
  expect(await ownGp(here)).toMatchObject({ name: 'Zonnedal-Berk', number: '024 000 00 43' });
  await client.distress.removeDirectoryEntry({ id: (await listed())?.id ?? 0 });
  expect(await ownGp(here)).toEqual({ name: 'Zonnedal-Berk', number: '024 000 0043', check: null, checkedOn: null });

  const bad = client.callers.update({
    callerId: away.callerId,
    details: aCaller({ displayName: 'Coba Klaver', ...elsewhere, generalPractitionerNumber: '024 12' }),
  });
  await expect(bad).rejects.toMatchObject({ code: 'BAD_NUMBER', data: { number: '024 12' } });
});
