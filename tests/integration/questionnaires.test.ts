import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/shared/contract/questionnaires.ts';
import { textOf } from '../support/letterCase.ts';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const DAY = 86_400_000;
const lastDay = '2026-12-05';

const quiet: Answers = {
  ...{ abuse: 'never', threat: 'never', sexual: 'never', colleagues: 'never' },
  ...{ reported: 'notApplicable', supported: 'noAnswer' },
};

/** A team of seven: five at the desk, Karin and Bram elsewhere. A key for each would take seconds; nobody needs one. */
async function team(): Promise<PracticeCopy & { ids: number[]; workAsId: (id: number) => Promise<void> }> {
  const opened = await practice.open();
  await opened.workAs('karin');
  const { database } = opened.core.context.core.session.unlocked ?? {};
  if (!database) throw new Error('locked');
  await database.updateTable('user').set({ function: 'Manager' }).where('id', '=', opened.userIds.karin).execute();
  await database.updateTable('user').set({ function: 'Balie' }).where('id', '=', opened.userIds.anna).execute();
  for (const name of ['Cato', 'Dirk', 'Evi', 'Frits']) {
    await database
      .insertInto('user')
      .values({
        name,
        role: 'receptionist',
        language: 'nl',
        theme: 'system',
        active: 1,
        createdAt: 1,
        function: 'Balie',
      })
      .execute();
  }
  const ids = (await database.selectFrom('user').select('id').orderBy('id').execute()).map(({ id }) => id);
  const workAsId = (id: number) => opened.core.context.core.session.unlock(id, opened.dataEncryptionKey.slice());
  return { ...opened, ids, workAsId };
}

async function openOne({ client }: PracticeCopy): Promise<number> {
  await client.questionnaires.open({ lastDay });
  const { open } = await client.questionnaires.list();
  return open?.id ?? 0;
}

describe('a questionnaire', () => {
  test('is answered once by everybody who was asked, until the end of its last day, and then has a result', async () => {
    const opened = await team();
    const { client, ids, workAsId, clock } = opened;
    const questionnaireId = await openOne(opened);
    for (const id of ids) {
      await workAsId(id);
      expect(await client.questionnaires.mine()).toEqual({ toAnswer: { id: questionnaireId, lastDay } });
      await client.questionnaires.answer({ questionnaireId, answers: { ...quiet, abuse: 'weekly' } });
      expect(await client.questionnaires.mine()).toEqual({ toAnswer: null });
      await expect(client.questionnaires.answer({ questionnaireId, answers: quiet })).rejects.toMatchObject({
        code: 'ALREADY_ANSWERED',
      });
    }
    await opened.workAs('karin');
    expect(await client.questionnaires.list()).toMatchObject({ open: { asked: 7, answered: 7 }, closed: [] });
    clock.now += 30 * DAY;
    const { open, closed } = await client.questionnaires.list();
    expect(open).toBeNull();
    // Two are left beside the five at the desk, so that these are kept back with them.
    expect(closed[0]?.result).toMatchObject({ asked: 7, answered: 7, groups: [] });
    expect(closed[0]?.result.everybody?.abuse).toEqual([0, 0, 0, 7, 0, 0]);
    await workAsId(ids[3] ?? 0);
    await expect(client.questionnaires.answer({ questionnaireId, answers: quiet })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('tells of a function with five answers when nobody else answered', async () => {
    const opened = await team();
    const { client, ids, workAsId, clock, userIds } = opened;
    const questionnaireId = await openOne(opened);
    for (const id of ids.filter((one) => one !== userIds.karin && one !== userIds.bram)) {
      await workAsId(id);
      await client.questionnaires.answer({ questionnaireId, answers: quiet });
    }
    clock.now += 30 * DAY;
    await opened.workAs('karin');
    const { closed } = await client.questionnaires.list();
    expect(closed[0]?.result.groups).toEqual([expect.objectContaining({ name: 'Balie', size: 5 })]);
    expect(closed[0]?.result.everybody).toEqual(closed[0]?.result.groups[0]?.counts);
    const period = { from: '2026-12-01', lastDay: '2026-12-31' };
    const { content } = await client.exports.make({ request: { what: 'questionnaires', period }, format: 'csv' });
    expect(await content.text()).toMatch(/schold je uit.*Balie.*nooit.*5.*5/);
  });

  test('follows a function that gets another name, while it is open and when it is over', async () => {
    const opened = await team();
    const { client, ids, workAsId, clock, userIds } = opened;
    await client.team.addGroup({ kind: 'function', name: 'Balie' });
    const groupId = (await client.team.groups())[0]?.id ?? 0;
    const questionnaireId = await openOne(opened);
    const desk = ids.filter((one) => one !== userIds.karin && one !== userIds.bram);
    const answer = async (id = 0) => {
      await workAsId(id);
      await client.questionnaires.answer({ questionnaireId, answers: quiet });
    };
    await answer(desk[0]);
    await opened.workAs('karin');
    await client.team.renameGroup({ groupId, name: 'Receptie' });
    for (const id of desk.slice(1)) await answer(id);
    clock.now += 30 * DAY;
    await opened.workAs('karin');
    const told = async () => (await client.questionnaires.list()).closed[0]?.result.groups.map(({ name }) => name);
    expect(await told()).toEqual(['Receptie']);
    await client.team.renameGroup({ groupId, name: 'Ontvangst' });
    expect(await told()).toEqual(['Ontvangst']);
  });

  test('cannot be closed sooner, only be open longer or be thrown away unread', async () => {
    const opened = await team();
    const { client, ids, workAsId, clock } = opened;
    const questionnaireId = await openOne(opened);
    for (const id of ids) {
      await workAsId(id);
      await client.questionnaires.answer({ questionnaireId, answers: quiet });
    }
    await opened.workAs('karin');
    await expect(client.questionnaires.open({ lastDay })).rejects.toMatchObject({ code: 'ALREADY_OPEN' });
    await expect(client.questionnaires.extend({ questionnaireId, lastDay: '2026-12-04' })).rejects.toThrow();
    await expect(client.questionnaires.extend({ questionnaireId, lastDay: '2027-03-01' })).rejects.toMatchObject({
      data: { problem: 'tooLate' },
    });
    await client.questionnaires.extend({ questionnaireId, lastDay: '2026-12-12' });
    expect((await client.questionnaires.list()).open).toMatchObject({ lastDay: '2026-12-12' });
    await client.questionnaires.withdraw({ questionnaireId });
    clock.now += 30 * DAY;
    expect(await client.questionnaires.list()).toEqual({ open: null, closed: [] });
  });

  test('is not opened for a team of which no result could ever be told', async () => {
    const opened = await practice.open();
    await opened.workAs('karin');
    await expect(opened.client.questionnaires.open({ lastDay })).rejects.toMatchObject({ code: 'TOO_FEW' });
  });

  test('asks for the function that somebody had when it was opened', async () => {
    const opened = await team();
    const { client, ids, workAsId, clock, userIds } = opened;
    const questionnaireId = await openOne(opened);
    await client.team.update({
      userId: userIds.anna,
      details: { name: 'Anna', role: 'receptionist', function: 'Alleen Anna', department: '' },
    });
    for (const id of ids.filter((one) => one !== userIds.karin && one !== userIds.bram)) {
      await workAsId(id);
      await client.questionnaires.answer({ questionnaireId, answers: quiet });
    }
    clock.now += 30 * DAY;
    await opened.workAs('karin');
    const { closed } = await client.questionnaires.list();
    expect(closed[0]?.result.groups.map(({ name }) => name)).toEqual(['Balie']);
  });
});

describe('nobody can tell who answered what', () => {
  /** The bytes of the store without its encryption. */
  function plainStore({ core }: PracticeCopy): Buffer {
    const connection = core.context.core.session.unlocked?.connection;
    connection?.pragma('wal_checkpoint(truncate)');
    return connection?.serialize() ?? Buffer.alloc(0);
  }

  async function rowsOf({ core }: PracticeCopy) {
    const { database } = core.context.core.session.unlocked ?? {};
    if (!database) throw new Error('locked');
    return {
      answers: await database.selectFrom('questionnaireAnswer').selectAll().execute(),
      invitations: await database.selectFrom('questionnaireInvitation').selectAll().execute(),
      log: await database.selectFrom('auditEntry').select(['action', 'subject', 'userId']).orderBy('id').execute(),
    };
  }

  test('from the rows, their ids, their order in the file, or the audit log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), async (order) => {
        const opened = await team();
        const { client, ids, workAsId } = opened;
        const questionnaireId = await openOne(opened);
        const seen = new Map<string, Set<string>>();
        const choices = ['never', 'onceOrTwice', 'monthly', 'weekly', 'daily', 'noAnswer', 'never'] as const;
        for (const index of order) {
          await workAsId(ids[index] ?? 0);
          const abuse = choices[index] ?? 'never';
          await client.questionnaires.answer({ questionnaireId, answers: { ...quiet, abuse } });
          for (const { id, answers } of (await rowsOf(opened)).answers) {
            seen.set(answers, (seen.get(answers) ?? new Set()).add(id));
          }
        }
        const { answers, invitations, log } = await rowsOf(opened);
        expect(answers.map((row) => Object.keys(row).sort())).toEqual(
          answers.map(() => ['answers', 'function', 'id', 'questionnaireId']),
        );
        // An answer gets another id whenever somebody answers after it.
        expect(seen.get(JSON.stringify({ ...quiet, abuse: choices[order[0] ?? 0] }))?.size).toBeGreaterThan(1);
        expect(invitations.map(({ userId }) => userId)).toEqual(ids);
        expect(log.filter(({ action }) => action.startsWith('questionnaires.'))).toEqual([
          { action: 'questionnaires.open', subject: `questionnaire ${questionnaireId}`, userId: ids[0] },
        ]);
        // A page of the store is filled from its end: what was written later stands before what was written sooner.
        const bytes = plainStore(opened);
        const places = answers.map(({ id }) => ({ id, at: bytes.indexOf(id) })).sort((a, b) => b.at - a.at);
        expect(places.map(({ id }) => id)).toEqual(answers.map(({ id }) => id).sort());
        expect(places.every(({ id, at }) => bytes.indexOf(id, at + 1) === -1)).toBe(true);
      }),
      { numRuns: 3 },
    );
  });

  test('when it is closed: the single answers are gone, from the file too', async () => {
    const opened = await team();
    const { client, ids, workAsId, clock } = opened;
    const questionnaireId = await openOne(opened);
    for (const id of ids) {
      await workAsId(id);
      await client.questionnaires.answer({ questionnaireId, answers: quiet });
    }
    const written = (await rowsOf(opened)).answers.map(({ id }) => id);
    expect(plainStore(opened).includes(written[0] ?? '-')).toBe(true);
    clock.now += 30 * DAY;
    await opened.workAs('karin');
    // Both windows ask at once.
    const [first, second] = await Promise.all([client.questionnaires.list(), client.questionnaires.list()]);
    expect(first).toEqual(second);
    expect(first.closed[0]?.result.answered).toBe(7);
    const { answers, invitations } = await rowsOf(opened);
    expect([...answers, ...invitations]).toEqual([]);
    const bytes = plainStore(opened);
    expect(written.filter((id) => bytes.includes(id))).toEqual([]);
    expect(bytes.includes(JSON.stringify(quiet))).toBe(false);
  });
});

describe('the result on paper', () => {
  const period = { from: '2026-12-01', lastDay: '2026-12-31' };
  /** The text of the PDF after so many of the five at the desk, and maybe everybody else, answered. */
  async function onPaper(atDesk: number, others: boolean) {
    const opened = await team();
    const { client, ids, workAsId, clock, userIds } = opened;
    const elsewhere = [userIds.karin, userIds.bram];
    const desk = ids.filter((id) => !elsewhere.includes(id)).slice(0, atDesk);
    const questionnaireId = await openOne(opened);
    for (const id of [...desk, ...(others ? elsewhere : [])]) {
      await workAsId(id);
      const abuse = id === userIds.anna ? 'daily' : 'never';
      await client.questionnaires.answer({ questionnaireId, answers: { ...quiet, abuse } });
    }
    clock.now += 30 * DAY;
    await opened.workAs('karin');
    const { content, name } = await client.exports.make({
      ...{ request: { what: 'questionnaires', period }, format: 'pdf' },
    });
    const names = ['Karin', 'Anna', 'Bram', 'Cato', 'Dirk', 'Evi', 'Frits'];
    const text = await textOf(content);
    const whole = `${name} ${text} ${Buffer.from(await content.arrayBuffer()).toString('latin1')}`;
    // The head says who made it; nobody else stands in it, and Karin nowhere else.
    expect(names.filter((name) => name !== 'Karin' && whole.includes(name))).toEqual([]);
    expect(text.match(/Karin/g)?.length ?? 0).toBeLessThanOrEqual(1);
    return text;
  }

  test('tells of a function with five answers, in numbers and nothing else', async () => {
    const text = await onPaper(5, false);
    expect(text).toMatch(/Balie/);
    expect(text).toMatch(/bijna elke dag 1 5/i);
    expect(text).toMatch(/nooit 4 5/i);
  });

  test('tells of everybody together where a function would give away who is left', async () => {
    const text = await onPaper(5, true);
    expect(text).not.toMatch(/Balie|Manager/);
    expect(text).toMatch(/nooit 6 7/i);
  });

  test('says nothing of fewer than five answers', async () => {
    const text = await onPaper(4, false);
    expect(text).not.toMatch(/Balie|elke dag|nooit/i);
  });
});
