import { describe, expect, test } from 'vitest';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the weeks of the whole team', () => {
  /** Makes Anna, Bram and two more who answer the phone take so many breaks in one week. */
  async function aWeek(opened: PracticeCopy, breaksOf: readonly number[]): Promise<void> {
    const connection = opened.core.context.core.session.unlocked?.connection;
    const { anna, bram } = opened.userIds;
    const addUser = connection?.prepare(
      "insert into user (name, role, language, theme, createdAt) values (?, 'receptionist', 'nl', 'system', 1)",
    );
    const others = ['Teun', 'Wies'].map((name) => Number(addUser?.run(name).lastInsertRowid));
    const addBreak = connection?.prepare(
      "insert into breakEvent (userId, kind, startedAt, endedAt) values (?, 'break', ?, ?)",
    );
    for (const [index, userId] of [anna, bram, ...others].entries()) {
      for (let nth = 0; nth < (breaksOf[index] ?? 0); nth += 1) {
        const at = opened.clock.now + nth * HOUR;
        addBreak?.run(userId, at, at + 10 * MINUTE);
      }
    }
  }

  const unlock = ({ client, userIds }: PracticeCopy) =>
    client.session.unlock({ userId: userIds.karin, password: passwords.karin });

  test('are told when they are over, rounded, and never change after that', async () => {
    const opened = await practice.open();
    await opened.workAs('karin');
    await aWeek(opened, [4, 3, 5]);
    await unlock(opened);
    const thisWeek = '2026-11-16';
    expect((await opened.client.breaks.teamWeeks()).map(({ monday }) => monday)).not.toContain(thisWeek);
    opened.clock.now += 3 * DAY;
    await unlock(opened);
    const [told] = await opened.client.breaks.teamWeeks();
    expect(told).toEqual({ monday: thisWeek, breaks: 10, prompts: null });
    await opened.workAs('anna');
    await opened.client.breaks.eraseTally();
    await unlock(opened);
    expect((await opened.client.breaks.teamWeeks())[0]).toEqual(told);
  });

  test.each([
    ['two took one', [9, 9, 0, 0]],
    ['one took them all', [30, 0, 0, 0]],
    ['nobody took one', [0, 0, 0, 0]],
  ])('are not told when %s', async (_what, breaksOf) => {
    const opened = await practice.open();
    await opened.workAs('karin');
    await aWeek(opened, breaksOf);
    // A manager is not counted: what is left after taking off one's own part would be two people's.
    for (let nth = 0; nth < 5; nth += 1) {
      await opened.client.breaks.start({ kind: 'break', draftId: null });
      opened.clock.now += 10 * MINUTE;
      await opened.client.breaks.end();
    }
    opened.clock.now += 3 * DAY;
    await unlock(opened);
    expect((await opened.client.breaks.teamWeeks())[0]).toEqual({ monday: '2026-11-16', breaks: null, prompts: null });
  });
});
