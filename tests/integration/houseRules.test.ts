import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/practice.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

const words = (text: string) => ({ nl: { title: 'Huisregels', text }, en: { title: '', text: '' } });
const decided = { document: 'houseRules', words: words('Wees rustig.'), note: 'Kort gemaakt' } as const;

async function atWork(worker: 'karin' | 'anna') {
  const opened = await practice.open();
  await opened.workAs(worker);
  const find = async (document = 'houseRules') =>
    (await opened.client.houseRules.list()).find((one) => one.document === document);
  return { ...opened, find };
}

describe('a text of the practice', () => {
  test('that came with the product is there for everybody, and asks nobody to confirm anything', async () => {
    const { client } = await atWork('anna');
    const list = await client.houseRules.list();
    expect(list.map(({ document, version }) => [document, version])).toEqual([
      ['houseRules', 0],
      ['aggressionOnPhone', 0],
      ['aggressionAtDesk', 0],
      ['afterIncident', 0],
    ]);
    expect(list.filter(({ asksReading }) => asksReading)).toEqual([]);
    for (const { words: both } of list) {
      for (const { title, blocks } of [both.nl, both.en])
        expect([title.length > 0, blocks.length > 3]).toEqual([true, true]);
    }
    const confirming = client.houseRules.confirmRead({ document: 'houseRules', version: 1 });
    await expect(confirming).rejects.toMatchObject({ code: 'CHANGED' });
  });

  test('that a manager decided on is read by everybody, version by version, and the manager sees by whom', async () => {
    const { client, workAs, find } = await atWork('karin');
    await client.houseRules.decide(decided);
    await workAs('anna');
    expect(await find()).toMatchObject({ version: 1, asksReading: true, decided: { byName: 'Karin' } });
    for (const version of [1, 1]) await client.houseRules.confirmRead({ document: 'houseRules', version });
    expect(await find()).toMatchObject({ asksReading: false });

    await workAs('karin');
    await client.houseRules.decide({ ...decided, words: words('Wees rustig en vriendelijk.'), note: 'Vriendelijk' });
    await workAs('anna');
    expect(await find()).toMatchObject({ version: 2, asksReading: true });
    const old = client.houseRules.confirmRead({ document: 'houseRules', version: 1 });
    await expect(old).rejects.toMatchObject({ code: 'CHANGED' });
    await workAs('karin');
    await client.houseRules.confirmRead({ document: 'houseRules', version: 2 });
    const [overview] = await client.houseRules.overview();
    expect(overview?.readers.map(({ name, version }) => [name, version])).toEqual([
      ['Anna', 1],
      ['Bram', null],
      ['Karin', 2],
    ]);
    expect(overview?.before.map(({ version, words: { nl }, decided: by }) => [version, nl.text, by?.note])).toEqual([
      [1, 'Wees rustig.', 'Kort gemaakt'],
      [0, expect.stringContaining('Bij spoed krijgt iedereen altijd hulp.'), undefined],
    ]);
  });

  test('is withdrawn from the desk, kept for the manager, and comes back when it is decided on again', async () => {
    const { client, find } = await atWork('karin');
    await client.houseRules.withdraw({ document: 'houseRules' });
    expect(await find()).toBeUndefined();
    expect((await client.houseRules.overview())[0]).toMatchObject({ isWithdrawn: true, before: [{ version: 0 }] });
    const again = client.houseRules.withdraw({ document: 'houseRules' });
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.houseRules.decide(decided);
    expect(await find()).toMatchObject({ version: 2, asksReading: true });
  });

  test('can be a new one, in one language at least, and is printed with its version', async () => {
    const { client, find } = await atWork('karin');
    const empty = { nl: { title: 'Sleutels', text: ' ' }, en: { title: '', text: '' } };
    const nothing = client.houseRules.decide({ document: null, words: empty, note: '' });
    await expect(nothing).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { document } = await client.houseRules.decide({
      document: null,
      words: { nl: { title: 'Sleutels', text: '# Wie\n- Karin heeft er een.' }, en: { title: '', text: '' } },
      note: '',
    });
    expect((await find(document))?.words.nl.blocks.map(({ kind }) => kind)).toEqual(['heading', 'item']);
    const file = await client.houseRules.file({ document, language: 'en' });
    const pdf = path.join(temporaryFolder(), 'rule.pdf');
    writeFileSync(pdf, Buffer.from(await file.content.arrayBuffer()));
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
    const said = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
    for (const text of [
      'Oefenpraktijk De Linde',
      'Sleutels',
      'Karin heeft er een.',
      'Versie 1, vastgesteld op 21 november 2026',
    ])
      expect(said).toContain(text);
  });
});
