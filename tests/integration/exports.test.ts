import { TZDate } from '@date-fns/tz';
import { describe, expect, test, vi } from 'vitest';
import { aCaller, aCompletion, aDraft, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const november = { from: '2026-11-01', lastDay: '2026-11-30' };

const at = (day: number, hour: number) => new TZDate(2026, 10, day, hour, 15, 'Europe/Amsterdam').getTime();

async function lines(content: Blob): Promise<string[]> {
  const text = await content.text();
  return text.replace('\uFEFF', '').trim().split('\r\n');
}

/** Bram met a caller whose name a spreadsheet would take for a formula. */
async function aFewDays(): Promise<PracticeCopy> {
  const opened = await practice.open();
  const { client, clock, workAs } = opened;
  clock.now = at(17, 9);
  await workAs('bram');
  const { callerId } = await client.callers.create(aCaller({ displayName: '=HYPERLINK("x")' }));
  for (let nth = 0; nth < 3; nth += 1) await client.contacts.save(aDraft({ callerId, startedAt: clock.now }));
  await client.contacts.save(aDraft({ startedAt: clock.now, channel: 'desk' }));
  const { incidentId } = await client.incidents.record(anIncident({ callerId, behaviours: ['threat'] }));
  const completion = aCompletion({ cause: 'waiting', words: 'Geheime woorden', account: 'Geheim verslag' });
  await client.incidents.complete({ incidentId, completion, done: true });
  clock.now = at(21, 10);
  await workAs('karin');
  return opened;
}

describe('an export', () => {
  test('of incidents has a row for each, no formula, and nothing of what was written about them', async () => {
    const { client } = await aFewDays();
    const made = await client.exports.make({ request: { what: 'incidents', period: november }, format: 'csv' });
    expect(made).toMatchObject({ name: 'incidents-2026-11-01-2026-11-30.csv', type: 'text/csv;charset=utf-8' });
    const [head, row, ...more] = await lines(made.content);
    expect(head).toContain('"Nr.";"Datum";"Tijd";"Wie";"Beller"');
    expect(row).toBe(
      `"1";"2026-11-17";"09:15";"Bram";"'=HYPERLINK(""x"")";"Telefoon";"Dreigen";"Ernstig";"Beëindigd";"Wachttijd of wachtrij";"nee"`,
    );
    expect(more).toEqual([]);
    expect(await made.content.text()).not.toContain('Gehei');
    const october = { from: '2026-10-01', lastDay: '2026-10-31' };
    const none = await client.exports.make({ request: { what: 'incidents', period: october }, format: 'csv' });
    expect(await lines(none.content)).toHaveLength(1);
  });

  test('of contacts counts each day by channel', async () => {
    const { client } = await aFewDays();
    const { content } = await client.exports.make({ request: { what: 'contacts', period: november }, format: 'csv' });
    const [head, ...rows] = await lines(content);
    expect(head).toContain('"Totaal"');
    expect(rows).toEqual(['"2026-11-17";"dinsdag";"3";"1";"0";"0";"0";"4"']);
  });

  test('of trends is what the page shows', async () => {
    const { client } = await aFewDays();
    const question = { unit: 'week', until: null, only: null } as const;
    await client.trends.saveEvent({
      eventId: null,
      event: { kind: 'mailing', from: '2026-11-17', lastDay: '2026-11-17', what: '@griep' },
    });
    const { name, content } = await client.exports.make({ request: { what: 'trends', question }, format: 'csv' });
    expect(name).toBe('trends-2026-05-25-2026-11-22.csv');
    const rows = await lines(content);
    expect(rows[0]).toBe('"Onderdeel";"Wat";"Van";"Tot en met";"Contacten";"Incidenten";"Per 100";"Bijzonder"');
    expect(rows).toContain(
      '"Tijdlijn";"week van 2026-11-16";"2026-11-16";"2026-11-22";"4";"1";"25";"Mailing verstuurd (@griep)"',
    );
    expect(rows).toContain('"Naar oorzaak";"Wachttijd of wachtrij";"2026-05-25";"2026-11-22";"4";"1";"25";""');
    expect(rows.some((row) => row.includes('Naar functie'))).toBe(false);
  });

  test('of measures is the register of those days', async () => {
    const { client } = await aFewDays();
    await client.measures.decide({
      ...{ callerId: 1, step: 'conversation', reason: '-1 keer gedreigd' },
      ...{ incidentIds: [1], ban: null },
    });
    const { content } = await client.exports.make({ request: { what: 'measures', period: november }, format: 'csv' });
    const [, row] = await lines(content);
    expect(row).toContain(`"'=HYPERLINK(""x"")";"Gesprek";"2026-11-21";"Karin"`);
    expect(row).toContain(`"'-1 keer gedreigd"`);
  });

  test('of the audit log has every entry with its hash; exporting stands in it, with what and of when', async () => {
    const { client } = await aFewDays();
    await client.exports.make({ request: { what: 'contacts', period: november }, format: 'pdf' });
    const { content } = await client.exports.make({ request: { what: 'audit', period: november }, format: 'csv' });
    const [newest] = await client.audit.list({ before: null, limit: 1 });
    expect(newest).toMatchObject({
      action: 'exports.make',
      subject: 'audit 2026-11-01 2026-11-30 csv',
      userName: 'Karin',
    });
    const rows = await lines(content);
    expect(rows).toHaveLength((newest?.id ?? 0) - 1 + 1);
    const exported = '"Geëxporteerd";"Aantal contacten, 2026-11-01 t/m 2026-11-30, PDF"';
    expect(rows.at(-1)).toContain(exported);
    expect(rows.at(-1)).toMatch(/;"[0-9a-f]{64}"$/);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
  });

  test('as PDF is a PDF, on the other thread, one at a time', async () => {
    const { client } = await aFewDays();
    const request = { what: 'incidents', period: november } as const;
    const first = client.exports.make({ request, format: 'pdf' });
    await expect(client.exports.make({ request, format: 'pdf' })).rejects.toMatchObject({ code: 'BUSY' });
    expect(await client.exports.progress()).toMatchObject({ done: expect.any(Number), total: expect.any(Number) });
    const { content, type } = await first;
    expect(type).toBe('application/pdf');
    expect((await content.text()).startsWith('%PDF-1.7')).toBe(true);
    expect(await client.exports.progress()).toBeNull();
  });

  test('says beforehand how long it will be, where it can be long', async () => {
    const { client } = await aFewDays();
    const rowsOf = async (what: 'incidents' | 'audit' | 'measures' | 'contacts', period = november) =>
      (await client.exports.size({ request: { what, period } })).rows;
    const october = { from: '2026-10-01', lastDay: '2026-10-31' };
    expect([await rowsOf('incidents'), await rowsOf('incidents', october)]).toEqual([1, 0]);
    expect([await rowsOf('measures'), await rowsOf('contacts')]).toEqual([0, null]);
    const { content } = await client.exports.make({ request: { what: 'audit', period: november }, format: 'csv' });
    // The export itself is an entry more.
    expect(await rowsOf('audit')).toBe((await lines(content)).length - 1 + 1);
  });

  test('that is stopped gives nothing and leaves no word in the log', async () => {
    const { client } = await aFewDays();
    const making = client.exports.make({ request: { what: 'incidents', period: november }, format: 'csv' });
    const ended = expect(making).rejects.toMatchObject({ code: 'CANCELLED' });
    await vi.waitFor(async () => expect(await client.exports.progress()).not.toBeNull());
    await client.exports.cancel();
    await ended;
    const log = await client.audit.list({ before: null, limit: 50 });
    expect(log.filter(({ action }) => action === 'exports.make')).toEqual([]);
    expect(await client.exports.progress()).toBeNull();
  });

  test('is given to nobody who is no manager, nor to an app that was locked meanwhile', async () => {
    const { client, core, workAs } = await aFewDays();
    const request = { what: 'audit', period: november } as const;
    const making = client.exports.make({ request, format: 'csv' });
    const ended = expect(making).rejects.toMatchObject({ code: 'LOCKED' });
    await core.lock();
    await ended;
    await workAs('anna');
    await expect(client.exports.make({ request, format: 'csv' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
