import { describe, expect, test } from 'vitest';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

async function withKarin() {
  const opened = await practice.open();
  await opened.workAs('karin');
  return opened;
}

test('a manager who takes themselves off the team has no key any more, and the other one goes on', async () => {
  const { client, core, userIds } = await withKarin();
  const details = { name: 'Anna', role: 'manager', function: '', department: '' } as const;
  await client.team.update({ userId: userIds.anna, details });
  await client.team.remove({ userId: userIds.karin });
  expect(core.state()).toMatchObject({ kind: 'locked', users: [{ name: 'Anna' }, { name: 'Bram' }] });
  await expect(client.session.unlock({ userId: userIds.karin, password: passwords.karin })).rejects.toMatchObject({
    defined: true,
  });
  expect(core.state().kind).toBe('locked');
  await client.session.unlock({ userId: userIds.anna, password: passwords.anna });
  expect((await client.team.list()).find(({ id }) => id === userIds.karin)).toMatchObject({ active: false });
});

describe('the details of a worker', () => {
  test('can be changed, and the unlock screen shows the new name', async () => {
    const { client, userIds } = await withKarin();
    const details = { name: 'Anna M.', role: 'receptionist', function: 'Doktersassistent', department: 'Spoedlijn' };
    await client.team.update({ userId: userIds.anna, details: { ...details, role: 'receptionist' } });
    expect(await client.team.list()).toContainEqual(expect.objectContaining({ id: userIds.anna, ...details }));
    await client.session.lock();
    const state = await client.session.state();
    expect(state.kind === 'locked' && state.users.map(({ name }) => name)).toEqual(['Karin', 'Anna M.', 'Bram']);
  });

  test('keep one spelling of a function, whatever is typed', async () => {
    const { client, userIds } = await withKarin();
    const details = { role: 'receptionist', department: '' } as const;
    await client.team.update({ userId: userIds.anna, details: { ...details, name: 'Anna', function: 'Receptionist' } });
    await client.team.update({ userId: userIds.bram, details: { ...details, name: 'Bram', function: 'receptionist' } });
    const functions = (await client.team.list()).map((member) => member.function);
    expect(functions).toEqual(['Receptionist', 'Receptionist', '']);
  });

  test('never leave the practice without a manager, nor two with one name', async () => {
    const { client, userIds } = await withKarin();
    const details = { role: 'receptionist', function: '', department: '' } as const;
    await expect(
      client.team.update({ userId: userIds.karin, details: { ...details, name: 'Karin' } }),
    ).rejects.toMatchObject({ code: 'LAST_MANAGER' });
    await expect(
      client.team.update({ userId: userIds.anna, details: { ...details, name: 'bram' } }),
    ).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    await client.team.remove({ userId: userIds.bram });
    await expect(
      client.team.update({ userId: userIds.bram, details: { ...details, name: 'Bram' } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.team.update({ userId: userIds.anna, details: { ...details, name: 'Bram' } });
  });

  test('of the worker who changes them show at once, and the rights with them', async () => {
    const { client, userIds } = await withKarin();
    const details = { function: '', department: '' };
    await client.team.update({ userId: userIds.anna, details: { ...details, name: 'Anna', role: 'manager' } });
    await client.team.update({
      userId: userIds.karin,
      details: { ...details, name: 'Karin B.', role: 'receptionist' },
    });
    expect(await client.session.state()).toMatchObject({ user: { name: 'Karin B.', role: 'receptionist' } });
    await expect(client.team.list()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('functions and departments', () => {
  const listed = async ({ client }: PracticeCopy) =>
    (await client.team.groups()).map(({ kind, name, retired, members }) => [kind, name, retired, members]);

  async function withGroups() {
    const opened = await withKarin();
    const { client, userIds } = opened;
    const details = { role: 'receptionist', department: 'Balie' } as const;
    await client.team.update({ userId: userIds.anna, details: { ...details, name: 'Anna', function: 'Receptionist' } });
    await client.team.update({ userId: userIds.bram, details: { ...details, name: 'Bram', function: 'Telefonist' } });
    const idOf = async (name: string) => (await client.team.groups()).find((group) => group.name === name)?.id ?? 0;
    return { ...opened, idOf, details };
  }

  test('that somebody gets stand on the list, each once whatever the case', async () => {
    const opened = await withGroups();
    const { client } = opened;
    expect(await listed(opened)).toEqual([
      ['department', 'Balie', false, 2],
      ['function', 'Receptionist', false, 1],
      ['function', 'Telefonist', false, 1],
    ]);
    await expect(client.team.addGroup({ kind: 'function', name: ' RECEPTIONIST ' })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    await client.team.addGroup({ kind: 'department', name: 'Receptionist' });
    expect(await listed(opened)).toContainEqual(['department', 'Receptionist', false, 0]);
  });

  test('get another name wherever they stand, also half-typed', async () => {
    const opened = await withGroups();
    const { client, userIds, idOf, details } = opened;
    const form = `member ${userIds.anna}`;
    const typed = { ...details, name: 'Anna', function: 'Receptionist', workingDays: [1] };
    await client.unfinished.keep({ form, content: JSON.stringify(typed), callerId: null });
    const groupId = await idOf('Receptionist');
    await expect(client.team.renameGroup({ groupId, name: 'telefonist' })).rejects.toMatchObject({
      code: 'NAME_TAKEN',
    });
    await client.team.renameGroup({ groupId, name: 'Medewerker balie' });
    expect(await client.team.list()).toContainEqual(
      expect.objectContaining({ name: 'Anna', function: 'Medewerker balie' }),
    );
    const { content } = await client.unfinished.get({ form });
    expect(JSON.parse(content ?? '')).toEqual({ ...typed, function: 'Medewerker balie' });
    await client.team.renameGroup({ groupId: await idOf('Balie'), name: 'BALIE' });
    expect((await listed(opened)).map(([, name]) => name)).toEqual(['BALIE', 'Medewerker balie', 'Telefonist']);
    const [entry] = await client.audit.list({ before: null, limit: 1 });
    expect(entry).toMatchObject({ action: 'team.renameGroup', subject: expect.stringMatching(/^team group \d+$/) });
  });

  test('that are retired stay with whoever has them, and come back when somebody gets them', async () => {
    const opened = await withGroups();
    const { client, userIds, idOf, details } = opened;
    await client.team.setGroupRetired({ groupId: await idOf('Receptionist'), retired: true });
    const update = (userId: number, name: string) =>
      client.team.update({ userId, details: { ...details, name, function: 'receptionist' } });
    await update(userIds.anna, 'Anna');
    expect(await listed(opened)).toContainEqual(['function', 'Receptionist', true, 1]);
    await update(userIds.bram, 'Bram');
    expect(await listed(opened)).toContainEqual(['function', 'Receptionist', false, 2]);
    await expect(client.team.setGroupRetired({ groupId: 999, retired: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a new password from the manager', () => {
  test('opens the app, the old one no more, and it stands in the log', async () => {
    const { client, userIds } = await withKarin();
    await client.team.setPassword({ userId: userIds.anna, password: 'appels-rollen-ver-weg' });
    const [entry] = await client.audit.list({ before: null, limit: 1 });
    expect(entry).toMatchObject({ action: 'team.setPassword', subject: `user ${userIds.anna}` });
    await client.session.lock();
    await expect(client.session.unlock({ userId: userIds.anna, password: passwords.anna })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    });
    await client.session.unlock({ userId: userIds.anna, password: 'appels-rollen-ver-weg' });
    expect(await client.session.state()).toMatchObject({ user: { name: 'Anna' } });
  });

  test('is for a colleague in the team: nobody passes their own old one, or brings a former colleague back', async () => {
    const { client, userIds } = await withKarin();
    const password = 'appels-rollen-ver-weg';
    await expect(client.team.setPassword({ userId: userIds.karin, password })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await client.team.remove({ userId: userIds.bram });
    await expect(client.team.setPassword({ userId: userIds.bram, password })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await client.session.lock();
    const state = await client.session.state();
    expect(state.kind === 'locked' && state.users.map(({ name }) => name)).toEqual(['Karin', 'Anna']);
  });
});

describe('trainings', () => {
  const limits = { name: 'Grenzen stellen', kind: 'aggression', validMonths: 12 } as const;

  async function followed({ client }: PracticeCopy, userIds: number[], doneOn: string, renewBy: string | null = null) {
    const { trainingId } = await client.trainings.add(limits);
    await client.trainings.record({ trainingId, userIds, doneOn, certificate: 'map 3', renewBy });
    return trainingId;
  }

  test('say who must follow one again, two months ahead, and count it', async () => {
    const opened = await withKarin();
    const { client, userIds, clock } = opened;
    const trainingId = await followed(opened, [userIds.anna, userIds.bram], '2026-01-15');
    expect((await client.trainings.register()).due).toBe(2);
    await client.trainings.record({
      ...{ trainingId, userIds: [userIds.anna] },
      ...{ doneOn: '2026-11-20', certificate: '', renewBy: null },
    });
    const { trainings, due } = await client.trainings.register();
    expect(due).toBe(1);
    expect(trainings[0]?.trainees.map(({ name, latest }) => [name, latest?.state ?? null])).toEqual([
      ['Anna', 'valid'],
      ['Bram', 'soon'],
      ['Karin', null],
    ]);
    clock.now += 90 * 86_400_000;
    const later = (await client.trainings.register()).trainings[0]?.trainees;
    expect(later?.find(({ name }) => name === 'Bram')?.latest?.state).toBe('overdue');
  });

  test('that are given no more, and colleagues who left, remind nobody', async () => {
    const opened = await withKarin();
    const { client, userIds } = opened;
    const trainingId = await followed(opened, [userIds.anna, userIds.bram], '2025-01-15');
    await client.team.remove({ userId: userIds.bram });
    expect((await client.trainings.register()).due).toBe(1);
    await client.trainings.update({ trainingId, details: limits, retired: true });
    expect((await client.trainings.register()).due).toBe(0);
  });

  test('are seen by the worker who followed them, and by no colleague', async () => {
    const opened = await withKarin();
    const { client, userIds, workAs } = opened;
    await followed(opened, [userIds.anna], '2026-01-15', '2027-06-30');
    await workAs('anna');
    expect(await client.trainings.own()).toEqual([
      expect.objectContaining({ name: 'Grenzen stellen', renewBy: '2027-06-30', state: 'valid', latest: true }),
    ]);
    await workAs('bram');
    expect(await client.trainings.own()).toEqual([]);
  });

  test('cannot have been followed tomorrow, nor lapse before they were followed', async () => {
    const opened = await withKarin();
    const { userIds } = opened;
    await expect(followed(opened, [userIds.anna], '2026-12-31')).rejects.toMatchObject({ data: { field: 'doneOn' } });
    await expect(followed(opened, [userIds.anna], '2026-01-15', '2026-01-15')).rejects.toMatchObject({
      data: { field: 'renewBy' },
    });
  });
});

describe('coaching', () => {
  test('is seen completely by the worker and the coach, and by no other colleague', async () => {
    const { client, userIds, workAs } = await withKarin();
    const moment = { userId: userIds.anna, coachId: userIds.karin, subject: 'Lange gesprekken', onDay: '2026-11-30' };
    const { momentId } = await client.coaching.plan(moment);
    const details = { ...moment, held: true, agreed: 'Samen twee gesprekken beluisteren', agreedBy: '2026-12-07' };
    await client.coaching.update({ momentId, details });
    const [seen] = await client.coaching.list();
    expect(seen).toMatchObject({ ...details, state: 'held', workerName: 'Anna', coachName: 'Karin' });
    await workAs('anna');
    expect(await client.coaching.own()).toEqual([seen]);
    await client.coaching.markAgreedDone({ momentId, done: true });
    await workAs('bram');
    expect(await client.coaching.own()).toEqual([]);
    await expect(client.coaching.markAgreedDone({ momentId, done: false })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await workAs('karin');
    expect(await client.coaching.own()).toEqual([{ ...seen, agreedDone: true }]);
  });

  test('takes two people of the team', async () => {
    const { client, userIds } = await withKarin();
    const moment = { userId: userIds.anna, coachId: userIds.anna, subject: 'Alleen', onDay: '2026-11-30' };
    await expect(client.coaching.plan(moment)).rejects.toMatchObject({ data: { field: 'coachId' } });
    await client.team.remove({ userId: userIds.bram });
    await expect(client.coaching.plan({ ...moment, coachId: userIds.bram })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
