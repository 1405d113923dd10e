import { describe, expect, test } from 'vitest';
import { anIncident } from '../support/samples.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Somebody uses the program now and then for so long. */
async function use({ client, clock }: PracticeCopy, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 10) {
    await client.session.active();
    clock.now += 10 * MINUTE;
  }
  await client.session.active();
}

const levelOf = async ({ client }: PracticeCopy) => (await client.breaks.state()).level;
const rowsOf = ({ core }: PracticeCopy, table: string) =>
  core.context.core.session.unlocked?.connection.prepare(`select * from ${table}`).all() ?? [];

describe('the bucket', () => {
  test('leaks by time at work, not by the clock, and is as full the next morning but for the night', async () => {
    const opened = await practice.open();
    const { client, clock, workAs } = opened;
    await workAs('anna');
    await client.session.active();
    for (let nth = 0; nth < 3; nth += 1) await client.incidents.record(anIncident());
    const full = await levelOf(opened);
    await use(opened, 60);
    const afterWork = await levelOf(opened);
    expect(full - afterWork).toBeCloseTo(0.5 / 5, 6);
    clock.now += 3 * HOUR;
    expect(await levelOf(opened)).toBe(afterWork);
    clock.now += 11 * HOUR;
    expect(afterWork - (await levelOf(opened))).toBeCloseTo(1 / 5, 6);
    expect(await client.breaks.state()).toMatchObject({ prompt: true, because: { incidents: 0, carriedOver: true } });
  });

  test('leaks for whoever is at work, and not for who was at this desk before', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    await client.session.active();
    for (let nth = 0; nth < 2; nth += 1) await client.incidents.record(anIncident());
    const level = await levelOf(opened);
    await workAs('bram');
    await use(opened, 20);
    await workAs('anna');
    await client.session.active();
    expect(await levelOf(opened)).toBe(level);
  });

  test('counts a call of concern by its own drops, and an incident recorded twice by oneself once', async () => {
    const opened = await practice.open();
    const { client, workAs, core } = opened;
    await workAs('anna');
    const concern = { callerId: null, handedOverTo: 'nobody', remark: '' } as const;
    await client.distress.record({ ...concern, kind: 'lonely', finding: 'lonely' });
    await client.distress.record({ ...concern, kind: 'crisis', finding: 'inDanger' });
    expect(await levelOf(opened)).toBeCloseTo(4 / 5, 6);
    expect((await client.breaks.state()).because).toMatchObject({ incidents: 0, concerns: 2 });
    const first = await client.incidents.record(anIncident());
    const second = await client.incidents.record(anIncident());
    const link = core.context.core.session.unlocked?.connection.prepare(
      'update incident set duplicateOfId = ? where id = ?',
    );
    link?.run(first.incidentId, second.incidentId);
    expect(await levelOf(opened)).toBeCloseTo(6 / 5, 6);
  });

  test('forgets after two weeks, and keeps nothing older', async () => {
    const opened = await practice.open();
    const { client, clock, workAs, userIds } = opened;
    await workAs('anna');
    await client.session.active();
    for (let nth = 0; nth < 3; nth += 1) await client.incidents.record(anIncident());
    await client.breaks.start({ kind: 'break', draftId: null });
    await client.breaks.end();
    await client.breaks.snooze();
    await client.breaks.ask({ asked: { who: 'teamLead' } });
    clock.now += 14 * DAY + MINUTE;
    await client.session.unlock({ userId: userIds.bram, password: passwords.bram });
    for (const table of ['breakEvent', 'takeOverRequest']) expect([table, rowsOf(opened, table)]).toEqual([table, []]);
    expect(rowsOf(opened, 'workSpan')).toMatchObject([{ userId: userIds.bram }]);
    await workAs('anna');
    expect(await client.breaks.state()).toMatchObject({ level: 0, prompt: false });
  });
});

describe('a worker’s own tally', () => {
  async function aDay(opened: PracticeCopy): Promise<void> {
    const { client, clock, workAs } = opened;
    await workAs('anna');
    await use(opened, 10);
    const { incidentId } = await client.incidents.record(anIncident());
    const completion = { cause: null, aggressionKind: null, words: '', account: '', witnesses: '' };
    await client.incidents.complete({ incidentId, done: true, completion: { ...completion, weight: 'heavier' } });
    await client.breaks.snooze();
    await client.breaks.start({ kind: 'break', draftId: null });
    clock.now += 10 * MINUTE;
    await client.breaks.start({ kind: 'otherWork', draftId: null });
    clock.now += 15 * MINUTE;
  }

  test('shows everything that stands behind the bucket', async () => {
    const opened = await practice.open();
    const begin = opened.clock.now;
    await aDay(opened);
    const at = begin + 10 * MINUTE;
    expect(await opened.client.breaks.tally()).toEqual({
      keptDays: 14,
      drops: [{ kind: 'incident', at, severity: 'serious', weight: 'heavier', drops: 3 }],
      breaks: [
        { kind: 'otherWork', from: at + 10 * MINUTE, until: null },
        { kind: 'break', from: at, until: at + 10 * MINUTE },
      ],
      snoozes: [at],
      work: [{ from: begin, until: at }],
    });
  });

  test('goes into a file that can be read, in the worker’s language', async () => {
    const opened = await practice.open();
    await aDay(opened);
    const { name, type, content } = await opened.client.breaks.exportTally();
    expect([name, type]).toEqual(['rugdekking-pauzes.csv', 'text/csv']);
    expect((await content.text()).replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      '"Van";"Tot";"Wat";"Druppels"',
      '"2026-11-21 10:00";"2026-11-21 10:10";"Aan het werk";""',
      '"2026-11-21 10:10";"";"Incident: ernstig, zwaarder";"3"',
      '"2026-11-21 10:10";"2026-11-21 10:20";"Pauze";""',
      '"2026-11-21 10:10";"";"Voorstel uitgesteld";""',
      '"2026-11-21 10:20";"";"Ander werk";""',
    ]);
  });

  test('can be erased: the bucket is empty, the report stays, and of nobody else anything goes', async () => {
    const opened = await practice.open();
    const { client, workAs, userIds } = opened;
    await workAs('bram');
    await client.session.active();
    await client.breaks.start({ kind: 'break', draftId: null });
    await aDay(opened);
    await client.breaks.eraseTally();
    expect(await client.breaks.state()).toMatchObject({ level: 0, line: 'none', running: null, request: null });
    expect(await client.breaks.tally()).toMatchObject({ drops: [], breaks: [], snoozes: [], work: [] });
    expect(rowsOf(opened, 'incident')).toMatchObject([{ userId: userIds.anna, weight: 'asItWas' }]);
    for (const table of ['breakEvent', 'workSpan']) {
      expect(rowsOf(opened, table)).toMatchObject([{ userId: userIds.bram }]);
    }
    opened.clock.now += MINUTE;
    await client.incidents.record(anIncident());
    expect(await levelOf(opened)).toBeCloseTo(2 / 5, 6);
  });

  test('is not in the audit log, which managers read', async () => {
    const opened = await practice.open();
    await aDay(opened);
    await opened.client.breaks.exportTally();
    await opened.client.breaks.eraseTally();
    const actions = rowsOf(opened, 'auditEntry').map((row) => JSON.stringify(row));
    expect(actions.some((action) => action.includes('incidents.complete'))).toBe(true);
    expect(actions.filter((action) => /breaks|session.active|snooze/.test(action))).toEqual([]);
  });
});

describe('a password that somebody else knows', () => {
  test('given by a manager, opens nothing of what stood behind the bucket', async () => {
    const { client, workAs, userIds, clock } = await practice.open();
    await workAs('anna');
    await client.session.active();
    for (let nth = 0; nth < 3; nth += 1) await client.incidents.record(anIncident());
    await client.breaks.start({ kind: 'break', draftId: null });
    clock.now += MINUTE;
    await workAs('karin');
    const password = 'paarse-paraplu-in-de-kast';
    await client.team.setPassword({ userId: userIds.anna, password });
    clock.now += MINUTE;
    await client.session.unlock({ userId: userIds.anna, password });
    expect(await client.breaks.state()).toMatchObject({ level: 0, running: null });
    expect(await client.breaks.tally()).toMatchObject({ drops: [], breaks: [], work: [{ from: clock.now }] });
  });

  test('set with the recovery key, neither', async () => {
    const { client, workAs, userIds, clock, recoveryKey } = await practice.open();
    await workAs('anna');
    for (let nth = 0; nth < 3; nth += 1) await client.incidents.record(anIncident());
    await client.breaks.snooze();
    clock.now += MINUTE;
    const newPassword = 'paarse-paraplu-in-de-kast';
    await client.session.resetPassword({ userId: userIds.anna, recoveryKey: recoveryKey.join(' '), newPassword });
    expect(await client.breaks.tally()).toMatchObject({ drops: [], breaks: [], snoozes: [] });
  });

  test('but one that the worker changes oneself leaves it as it is', async () => {
    const opened = await practice.open();
    const { client, workAs } = opened;
    await workAs('anna');
    await client.incidents.record(anIncident());
    const level = await levelOf(opened);
    await client.session.changePassword({
      currentPassword: passwords.anna,
      newPassword: 'paarse-paraplu-in-de-kast',
    });
    expect(await levelOf(opened)).toBe(level);
  });
});

describe('asking somebody to take over', () => {
  test('one colleague is asked by name and answers with one press; nobody else sees it', async () => {
    const { client, workAs, userIds, clock } = await practice.open();
    await workAs('anna');
    expect(await client.breaks.colleagues()).toEqual({
      colleagues: [
        { id: userIds.bram, name: 'Bram' },
        { id: userIds.karin, name: 'Karin' },
      ],
      hasTeamLead: true,
    });
    await client.breaks.ask({ asked: { who: 'colleague', userId: userIds.bram } });
    expect(await client.breaks.state()).toMatchObject({
      request: { askedName: 'Bram', answer: 'open', answeredBy: null },
    });
    await workAs('karin');
    expect(await client.breaks.requests()).toEqual([]);
    await workAs('bram');
    const [request] = await client.breaks.requests();
    expect(request).toEqual({ id: expect.any(Number), workerName: 'Anna', at: clock.now });
    const id = request?.id ?? 0;
    await workAs('karin');
    await expect(client.breaks.answerRequest({ id, takesOver: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('bram');
    await client.breaks.answerRequest({ id, takesOver: true });
    expect(await client.breaks.requests()).toEqual([]);
    await expect(client.breaks.answerRequest({ id, takesOver: false })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await workAs('anna');
    expect(await client.breaks.state()).toMatchObject({ request: { answer: 'takesOver', answeredBy: 'Bram' } });
    await client.breaks.withdraw();
    expect(await client.breaks.state()).toMatchObject({ request: null });
  });

  test('the team lead is whoever manages; a manager is not asked by oneself', async () => {
    const { client, workAs } = await practice.open();
    await workAs('anna');
    await client.breaks.ask({ asked: { who: 'teamLead' } });
    await workAs('bram');
    expect(await client.breaks.requests()).toEqual([]);
    await workAs('karin');
    expect(await client.breaks.requests()).toMatchObject([{ workerName: 'Anna' }]);
    expect(await client.breaks.colleagues()).toMatchObject({ hasTeamLead: false });
    await client.breaks.answerRequest({ id: (await client.breaks.requests())[0]?.id ?? 0, takesOver: false });
    await workAs('anna');
    expect(await client.breaks.state()).toMatchObject({ request: { answer: 'notNow', answeredBy: 'Karin' } });
  });

  test('is over after some hours, and can be taken back', async () => {
    const { client, workAs, clock, userIds } = await practice.open();
    await workAs('anna');
    const asked = { who: 'colleague', userId: userIds.bram } as const;
    await client.breaks.ask({ asked });
    clock.now += 4 * HOUR;
    expect(await client.breaks.state()).toMatchObject({ request: null });
    await client.breaks.ask({ asked });
    await client.breaks.withdraw();
    await workAs('bram');
    expect(await client.breaks.requests()).toEqual([]);
    await expect(client.breaks.ask({ asked })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what a break interrupts', () => {
  test('is known for as long as it lasts', async () => {
    const { client, workAs } = await practice.open();
    const draftId = crypto.randomUUID();
    await workAs('anna');
    await client.breaks.start({ kind: 'break', draftId });
    expect((await client.breaks.state()).running).toMatchObject({ kind: 'break', draftId });
    await client.breaks.end();
    expect((await client.breaks.state()).running).toBeNull();
  });
});
