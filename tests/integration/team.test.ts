import { describe, expect, test } from 'vitest';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

async function withKarin() {
  const opened = await practice.open();
  await opened.workAs('karin');
  return opened;
}

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
