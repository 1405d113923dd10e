import { describe, expect, test } from 'vitest';
import { type PracticeCopy, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** A Monday and a Wednesday of a week without public holidays, after the start of the tests. */
const monday = '2026-11-23';
const wednesday = '2026-11-25';

async function atKarin(): Promise<PracticeCopy> {
  const opened = await practice.open();
  await opened.workAs('karin');
  return opened;
}

describe('the rotation', () => {
  test('is proposed for what is still to come of a week, and leaves out who is absent or takes no turns', async () => {
    const { client, userIds, clock } = await atKarin();
    const { rule } = await client.rotation.week({ date: monday });
    await client.rotation.setRule({ ...rule, leftOut: [userIds.karin] });
    await client.aftercare.recordAbsence({ userId: userIds.bram, firstDay: wednesday, lastDay: wednesday });
    await client.rotation.propose({ date: monday });
    const { days, turns, absences, people } = await client.rotation.week({ date: wednesday });
    expect(days).toEqual([monday, '2026-11-24', wednesday, '2026-11-26', '2026-11-27']);
    expect(absences).toEqual([{ day: wednesday, userId: userIds.bram }]);
    expect(people.find(({ userId }) => userId === userIds.karin)?.takesPart).toBe(false);
    expect(turns.filter(({ userId }) => userId === userIds.karin)).toEqual([]);
    expect(turns.filter(({ day, userId }) => day === wednesday && userId === userIds.bram)).toEqual([]);
    expect(turns).toHaveLength(18);
    clock.now = Date.parse('2026-11-26T09:00:00Z');
    const before = turns.filter(({ day }) => day < '2026-11-26');
    await client.rotation.setRule({ ...rule, leftOut: [userIds.karin, userIds.anna] });
    await client.rotation.propose({ date: monday });
    const later = (await client.rotation.week({ date: monday })).turns;
    expect(later.filter(({ day }) => day < '2026-11-26')).toEqual(before);
    expect(later.filter(({ day }) => day >= '2026-11-26').map(({ userId }) => userId)).toEqual(
      Array(4).fill(userIds.bram),
    );
  });

  test('leaves out who does not work on that day of the week', async () => {
    const { client, userIds } = await atKarin();
    const details = { name: 'Bram', role: 'receptionist', function: '', department: '' } as const;
    await client.team.update({ userId: userIds.bram, details: { ...details, workingDays: [1, 2, 6] } });
    await client.rotation.propose({ date: monday });
    const { turns, absences } = await client.rotation.week({ date: monday });
    const daysOff = [wednesday, '2026-11-26', '2026-11-27'];
    expect(absences).toEqual(daysOff.map((day) => ({ day, userId: userIds.bram })));
    const days = turns.filter(({ userId }) => userId === userIds.bram).map(({ day }) => day);
    expect(new Set(days)).toEqual(new Set([monday, '2026-11-24']));
  });

  test('is changed by hand, and told to whom it is about', async () => {
    const { client, userIds, workAs, clock } = await atKarin();
    const turn = { day: monday, part: 'afternoon', userId: userIds.anna } as const;
    await client.rotation.assign({ ...turn, duty: 'urgentLine' });
    await client.rotation.assign({ ...turn, part: 'morning', duty: 'desk' });
    await client.rotation.assign({ ...turn, userId: userIds.bram, duty: 'phone' });
    await client.rotation.assign({ ...turn, userId: userIds.bram, duty: null });
    clock.now = Date.parse(`${monday}T08:00:00Z`);
    await workAs('anna');
    expect(await client.rotation.own()).toEqual({
      today: monday,
      turns: [
        { day: monday, part: 'morning', duty: 'desk' },
        { day: monday, part: 'afternoon', duty: 'urgentLine' },
      ],
    });
    await workAs('bram');
    expect((await client.rotation.own()).turns).toEqual([]);
  });

  test('has no days that are public holidays, and none that are over', async () => {
    const { client } = await atKarin();
    expect((await client.rotation.week({ date: '2026-12-24' })).days).not.toContain('2026-12-25');
    expect((await client.rotation.week({ date: null })).monday).toBe(monday);
    await expect(client.rotation.propose({ date: '2026-11-02' })).rejects.toMatchObject({
      data: { problem: 'isOver' },
    });
  });
});
