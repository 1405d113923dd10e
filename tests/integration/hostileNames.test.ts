import { expect, test } from 'vitest';
import { accessFile } from '../../src/shared/contract/privacyAccess.ts';
import { textOf } from '../support/letterCase.ts';
import { aCaller, aDraft, anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** What is typed as a name, and what is left of it. */
const names: Record<string, string> = {
  '<img src=x onerror=alert(1)> Jansen': '<img src=x onerror=alert(1)> Jansen',
  '=HYPERLINK("http://nergens.example";"klik")': '=HYPERLINK("http://nergens.example";"klik")',
  'Regenkamp \u202egpj.exe\u2066': 'Regenkamp gpj.exe',
  'Zwaan\0tje\x1b[31m\r\nRood': 'Zwaan tje [31m Rood',
  '"; drop table caller; --': '"; drop table caller; --',
};
const unseen = /(?![\n\t\f])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u;

/** The cells of a CSV as a spreadsheet reads them. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/"((?:[^"]|"")*)"(?:;|\r?\n|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
}

test('a name that is a page, a formula, a command or turns its direction is that text in every file it comes in', async () => {
  const { client, workAs } = await practice.open();
  await workAs('anna');
  const callers: { callerId: number; name: string }[] = [];
  for (const [typed, name] of Object.entries(names)) {
    const { callerId } = await client.callers.create(aCaller({ displayName: typed }));
    await client.contacts.save(aDraft({ callerId, text: `Belde: ${typed}` }));
    await client.incidents.record(anIncident({ callerId }));
    callers.push({ callerId, name });
  }
  await workAs('karin');
  const request = { what: 'incidents', period: { from: '2026-11-01', lastDay: '2026-11-30' } } as const;
  const csv = await (await client.exports.make({ request, format: 'csv' })).content.text();
  const cells = cellsOf(csv);
  for (const { name } of callers) expect(cells).toContain(/^[=+\-@]/.test(name) ? `'${name}` : name);
  // Every cell between quotes, none that a spreadsheet could take for a formula, and no line of its own.
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(csv.replace('\ufeff', '').replaceAll('\r\n', '')).not.toMatch(unseen);

  const day = await textOf((await client.review.dayReport({ date: '2026-11-21', withCallers: true })).content);
  expect(day).toContain('<img src=x');
  expect(day).not.toMatch(unseen);
  const asked = { kind: 'access', ground: null, receivedOn: '2026-11-21', asked: 'Wat staat er?' } as const;
  for (const { callerId, name } of callers) {
    const { requestId } = await client.privacy.recordRequest({ ...asked, callerId });
    const json = await client.privacy.makeAccess({ requestId, blackOut: [], format: 'json' });
    const text = await json.content.text();
    expect(text).not.toMatch(unseen);
    const file = accessFile.parse(JSON.parse(text));
    expect(file.person.name).toBe(name);
    expect(JSON.stringify(file)).not.toMatch(/\\u00(?!0a|09)|\\u202e/);
    // Each name is on one paper too many for a test that is quick: the page and the one that turns.
    if (!/img|gpj/.test(name)) continue;
    const paper = await textOf((await client.privacy.makeAccess({ requestId, blackOut: [], format: 'pdf' })).content);
    expect(paper.replaceAll(/\s/g, '')).toContain(name.replaceAll(/\s/g, ''));
    expect(paper).not.toMatch(unseen);
  }
});
