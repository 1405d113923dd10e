import { describe, expect, test } from 'vitest';
import { startOfTest } from '../support/options.ts';
import { aCaller, aCompletion, anIncident } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;

/** An insult that Anna met and completed, of a caller she knows, with Anna at work. */
async function afterInsult(): Promise<PracticeCopy & { callerId: number; incidentId: number }> {
  const opened = await practice.open();
  await opened.workAs('anna');
  const { callerId } = await opened.client.callers.create(aCaller());
  const { incidentId } = await opened.client.incidents.record(anIncident({ callerId }));
  const completion = aCompletion({ words: 'Sukkels.', account: 'Belde over de uitslag.', weight: 'heavier' });
  await opened.client.incidents.complete({ incidentId, completion, done: true });
  opened.clock.now += MINUTE;
  return { ...opened, callerId, incidentId };
}

const threat = { behaviours: ['threat'], severity: 'verySerious', account: 'Dreigde langs te komen.' } as const;
const decided = { step: 'conversation', reason: 'Noemde een collega een sukkel.', ban: null } as const;

describe('correcting an incident', () => {
  test('changes it and keeps what it was, with who changed what and when', async () => {
    const { client, callerId, incidentId, workAs, clock } = await afterInsult();
    const correction = { ...threat, behaviours: [...threat.behaviours], callerId: null };
    await client.incidents.correct({ incidentId, correction, why: 'Verkeerde beller' });
    clock.now += MINUTE;
    await workAs('karin');
    const moved = { happened: { day: '2026-11-20', time: '09:30' }, callerId };
    await client.incidents.correct({ incidentId, correction: moved, why: '' });
    const { changes } = await client.incidents.changes({ incidentId });
    expect(changes).toMatchObject([
      { byName: 'Karin', how: 'corrected', why: '', fields: ['callerId', 'occurredAt'] },
      { byName: 'Anna', why: 'Verkeerde beller', fields: ['callerId', 'behaviours', 'severity', 'account'] },
    ]);
    expect(changes[1]).toMatchObject({
      at: startOfTest + MINUTE,
      before: { callerName: 'Zwaantje Regenkamp', behaviours: ['insult'], account: 'Belde over de uitslag.' },
      after: { callerName: null, behaviours: ['threat'], account: 'Dreigde langs te komen.' },
    });
    expect(changes[0]).toMatchObject({ before: { callerName: null }, after: { callerName: 'Zwaantje Regenkamp' } });
    const { incident } = await client.review.incident({ incidentId });
    expect(incident).toMatchObject({
      ...{ callerId, severity: 'verySerious', corrections: 2 },
      occurredAt: Date.parse('2026-11-20T08:30:00Z'),
    });
    expect(await client.audit.list({ before: null, limit: 20 })).toContainEqual(
      expect.objectContaining({ action: 'incidents.correct', subject: `incident ${incidentId}` }),
    );
  });

  test('is for its reporter and for a manager, and for nobody else', async () => {
    const { client, incidentId, workAs } = await afterInsult();
    await workAs('bram');
    const correction = { words: 'Iets anders.' };
    for (const call of [
      client.incidents.correct({ incidentId, correction, why: '' }),
      client.incidents.correctable({ incidentId }),
      client.incidents.changes({ incidentId }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await client.incidents.own()).toEqual([]);
  });

  test('never shows a manager the weight, nor lets anybody but the worker change it', async () => {
    const { client, incidentId, workAs } = await afterInsult();
    await client.incidents.complete({ incidentId, completion: { weight: 'lighter' }, done: false });
    await client.incidents.correct({ incidentId, correction: { words: 'Sufferds.' }, why: '' });
    await workAs('karin');
    const seen = [
      await client.incidents.changes({ incidentId }),
      await client.incidents.correctable({ incidentId }),
      await client.review.incident({ incidentId }),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/weight|lighter|heavier/);
    await client.incidents.correct({ incidentId, correction: { words: 'Sukkels!' }, why: '' });
    await workAs('anna');
    expect(await client.incidents.own()).toMatchObject([{ weight: 'lighter', completion: { words: 'Sukkels!' } }]);
  });

  test('is refused for a time to come, and makes no version when nothing differs', async () => {
    const { client, incidentId } = await afterInsult();
    const tomorrow = { happened: { day: '2026-11-22', time: '09:00' } };
    await expect(client.incidents.correct({ incidentId, correction: tomorrow, why: '' })).rejects.toMatchObject({
      code: 'FIELD',
      data: { field: 'happened', problem: 'future' },
    });
    await client.incidents.correct({ incidentId, correction: { words: 'Sukkels.' }, why: '' });
    expect(await client.incidents.changes({ incidentId })).toEqual({ changes: [], measures: [] });
  });
});

describe('what an incident was', () => {
  test('is not changed or taken away, and goes with its incident', async () => {
    const { client, core, incidentId, callerId } = await afterInsult();
    await client.incidents.correct({ incidentId, correction: { callerId: null }, why: '' });
    const connection = core.context.core.session.unlocked?.connection;
    const run = (sql: string) => () => connection?.exec(sql);
    expect(run(`update incidentVersion set facts = '{}'`)).toThrow('stays as it is');
    expect(run('update incidentVersion set replacedAt = 1')).toThrow('stays as it is');
    expect(run('delete from incidentVersion')).toThrow('stays with it');
    expect(run(`update incidentVersion set callerId = ${callerId}`)).not.toThrow();
    expect(run('delete from incident')).not.toThrow();
    expect(connection?.prepare('select count(*) as count from incidentVersion').get()).toEqual({ count: 0 });
  });

  test('is what a measure rests on, also when the incident turns out to be about somebody else', async () => {
    const { client, incidentId, callerId, workAs, clock } = await afterInsult();
    await workAs('karin');
    const { measureId } = await client.measures.decide({ ...decided, callerId, incidentIds: [incidentId] });
    clock.now += MINUTE;
    const correction = { ...threat, behaviours: [...threat.behaviours], callerId: null };
    await client.incidents.correct({ incidentId, correction, why: '' });
    const { incidents } = await client.measures.detail({ measureId });
    expect(incidents).toMatchObject([
      {
        behaviours: ['insult'],
        severity: 'serious',
        account: 'Belde over de uitslag.',
        correctedAt: clock.now,
        ofOtherCaller: true,
      },
    ]);
    const { changes, measures } = await client.incidents.changes({ incidentId });
    expect(changes).toHaveLength(1);
    expect(measures).toEqual([{ id: measureId, step: 'conversation', decidedAt: clock.now - MINUTE }]);
  });

  test('is kept when the reporter adds to what was discussed: one change, however many letters it took', async () => {
    const { client, workAs, clock } = await afterInsult();
    const { incidentId } = await client.incidents.record(anIncident());
    await client.incidents.complete({ incidentId, completion: { words: 'Nie' }, done: false });
    await workAs('karin');
    await client.review.markReviewed({ incidentId, note: '' });
    await workAs('anna');
    clock.now += MINUTE;
    for (const words of ['Niet', 'Niet zo', 'Niet zo handig']) {
      await client.incidents.complete({ incidentId, completion: { words }, done: false });
    }
    await client.incidents.complete({ incidentId, completion: {}, done: true });
    expect(await client.incidents.changes({ incidentId })).toMatchObject({
      changes: [{ how: 'completed', byName: 'Anna', before: { words: 'Nie' }, after: { words: 'Niet zo handig' } }],
    });
  });

  test('is kept when a caller is linked to what was completed', async () => {
    const { client, callerId } = await afterInsult();
    const { incidentId } = await client.incidents.record(anIncident());
    await client.incidents.complete({ incidentId, completion: aCompletion(), done: true });
    await client.contacts.link({ work: { kind: 'incident', id: incidentId }, callerId });
    expect(await client.incidents.changes({ incidentId })).toMatchObject({
      changes: [{ how: 'linked', fields: ['callerId'], after: { callerName: 'Zwaantje Regenkamp' } }],
    });
  });

  test('goes with the demo practice, also when it was about one of its people', async () => {
    const { client, incidentId, workAs } = await afterInsult();
    await workAs('karin');
    await client.setup.loadDemo();
    const [invented] = await client.callers.search({ query: 'a', limit: 1 });
    await client.incidents.correct({ incidentId, correction: { callerId: invented?.id ?? null }, why: '' });
    await client.incidents.correct({ incidentId, correction: { callerId: null }, why: '' });
    await client.setup.removeDemo();
    const { changes } = await client.incidents.changes({ incidentId });
    expect(changes.at(-1)).toMatchObject({ before: { callerName: 'Zwaantje Regenkamp' } });
  });
});
