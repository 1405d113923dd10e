import { describe, expect, test } from 'vitest';
import { caller, practicesWith, recordIncident } from '../support/searching.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const practiceWith = practicesWith(practice);

describe('a name that is typed wrong', () => {
  const people = [
    ...["Friso van 't Pimpelveld", 'Zwaantje van Regenkamp', "Ilse d'Ancona", 'Coba Tijmpad', 'Barend Klaver'],
    ...['Marc Klaverbos', 'Mark Tijmpad'],
  ].map((name) => caller(name));

  test.each([
    ['zwantje', ['Zwaantje van Regenkamp']],
    ['zwaantej', ['Zwaantje van Regenkamp']],
    ['REGENKMAP', ['Zwaantje van Regenkamp']],
    ['regenkapm zwaan', ['Zwaantje van Regenkamp']],
    ['regekamb', ['Zwaantje van Regenkamp']],
    ['reegnk', ['Zwaantje van Regenkamp']],
    ['pimplveld', ["Friso van 't Pimpelveld"]],
    ['pmpelvedl', ["Friso van 't Pimpelveld"]],
    ['klavre', ['Barend Klaver']],
    ['mark klaverbos', ['Marc Klaverbos']],
    ['van de regenkamp', ['Zwaantje van Regenkamp']],
    ['het pimpelveld', ["Friso van 't Pimpelveld"]],
    ['v/d tijmpad coba', ['Coba Tijmpad']],
    ['coba van der tijmpadt', ['Coba Tijmpad']],
  ])('%j finds who looks like it, and says so', async (typed, expected) => {
    const { search, lookAlikes } = await practiceWith(...people);
    expect(await search(typed)).toEqual([]);
    expect(await lookAlikes(typed)).toEqual(expected);
  });

  test.each(['zwa', 'klaver', "van 't pimp", 'd ancona', "d'ancona", 'dancona', 'ancona', 'd’Anc'])(
    '%j is right, and finds nobody else',
    async (typed) => {
      const { search, lookAlikes } = await practiceWith(...people);
      expect((await search(typed)).length).toBeGreaterThan(0);
      expect(await lookAlikes(typed)).toEqual([]);
    },
  );

  test.each(['xq', 'kla ver', 'zxcvbnm', 'zwn', 'verbod', 'anoniem', 'Onbekend', 'geen nummer', '061', ''])(
    '%j is like nobody',
    async (typed) => {
      const { search, lookAlikes } = await practiceWith(...people, caller('Anouk Verboden'), caller('Onbekens'));
      if (typed !== 'verbod') expect(await search(typed)).toEqual([]);
      expect(await lookAlikes(typed)).toEqual([]);
    },
  );

  test('finds those who stand out first, and a name that was changed a moment ago', async () => {
    const opened = await practiceWith(caller('Aart Klaver'), caller('Berend Klaver'));
    const { lookAlikes, client, ids } = opened;
    expect(await lookAlikes('klavre')).toEqual(['Berend Klaver', 'Aart Klaver']);
    await recordIncident(opened, ids[0] ?? 0, 'insult');
    expect(await lookAlikes('klavre')).toEqual(['Aart Klaver', 'Berend Klaver']);
    await client.callers.update({ callerId: ids[0] ?? 0, details: caller('Aart Kiezelven') });
    expect(await lookAlikes('klavre')).toEqual(['Berend Klaver']);
    expect(await lookAlikes('kiezelvne')).toEqual(['Aart Kiezelven']);
  });
});
