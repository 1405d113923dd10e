import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  managerPassword,
  openTestCore,
  openTestPractice,
  receptionistPassword,
  temporaryFolder,
  workAsReceptionist,
} from '../support/practice.ts';

describe('set-up', () => {
  test('makes an encrypted store and leaves the manager at work', async () => {
    const { client, folder } = await openTestPractice();
    expect(await client.session.state()).toMatchObject({
      kind: 'unlocked',
      user: { name: 'Karin', role: 'manager' },
      practiceName: 'Oefenpraktijk De Linde',
      recoveryKeyConfirmed: false,
    });
    expect(readFileSync(path.join(folder, 'store.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  test('refuses a second practice in the same folder', async () => {
    const { client } = await openTestPractice();
    const again = { practiceName: 'X', managerName: 'Y', password: managerPassword, language: 'nl' as const };
    await expect(client.setup.create(again)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  });

  test('the recovery key is confirmed by two of its groups, however they are typed', async () => {
    const { client } = await openTestPractice();
    const pending = await client.setup.pendingRecoveryKey();
    const typed = (pending?.askedGroups ?? []).map((group) => pending?.groups[group - 1] ?? '');
    await expect(client.setup.confirmRecoveryKey({ groups: ['0000', typed[1] ?? ''] })).rejects.toMatchObject({
      code: 'WRONG_GROUP',
      data: { group: pending?.askedGroups[0] },
    });
    await client.setup.confirmRecoveryKey({ groups: typed.map((group) => ` ${group.toLowerCase()} `) });
    expect(await client.session.state()).toMatchObject({ recoveryKeyConfirmed: true });
    expect(await client.setup.pendingRecoveryKey()).toBeNull();
  });

  test('gives the recovery key as a PDF', async () => {
    const { client } = await openTestPractice();
    const { content, name } = await client.setup.recoveryKeyDocument();
    expect(name).toBe('rugdekking-herstelsleutel.pdf');
    expect(
      Buffer.from(await content.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

describe('unlocking', () => {
  test('opens the same store with the password, and not with another', async () => {
    const practice = await openTestPractice();
    await practice.client.session.lock();
    expect(await practice.client.session.state()).toMatchObject({ kind: 'locked', users: [{ name: 'Karin' }] });
    const userId = 1;
    await expect(practice.client.session.unlock({ userId, password: 'not-this-one' })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    });
    await practice.client.session.unlock({ userId, password: managerPassword });
    expect(await practice.client.session.state()).toMatchObject({ kind: 'unlocked' });
  });

  test('slows down after wrong passwords, also after a new start', async () => {
    const practice = await openTestPractice();
    await practice.client.session.lock();
    for (let nth = 0; nth < 3; nth += 1) {
      await practice.client.session.unlock({ userId: 1, password: 'wrong-again-and-again' }).catch(() => undefined);
    }
    await practice.core.close();
    const restarted = await openTestCore(practice.folder, practice.clock);
    await expect(restarted.client.session.unlock({ userId: 1, password: managerPassword })).rejects.toMatchObject({
      code: 'TOO_SOON',
      data: { waitSeconds: 5 },
    });
    practice.clock.now += 5000;
    await restarted.client.session.unlock({ userId: 1, password: managerPassword });
    const log = await restarted.client.audit.list({ before: null, limit: 10 });
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'session.wrongPassword', subject: 'user 1, 3 times' }),
    );
  });

  test('the recovery key opens the same store elsewhere and gives a new password', async () => {
    const practice = await openTestPractice();
    const { callerId } = await practice.client.callers.create(invented('Zwaantje Regenkamp'));
    await practice.core.close();
    const elsewhere = await openTestCore(practice.folder, practice.clock);
    const newPassword = 'heel-iets-anders-nu';
    await elsewhere.client.session.resetPassword({
      userId: 1,
      recoveryKey: practice.recoveryKey.join('-').toLowerCase(),
      newPassword,
    });
    expect((await elsewhere.client.callers.card({ callerId })).details.displayName).toBe('Zwaantje Regenkamp');
    await elsewhere.client.session.lock();
    await expect(elsewhere.client.session.unlock({ userId: 1, password: managerPassword })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
    });
    await elsewhere.client.session.unlock({ userId: 1, password: newPassword });
  });

  test('a removed worker opens nothing any more', async () => {
    const practice = await openTestPractice();
    const userId = await workAsReceptionist(practice);
    await practice.client.session.unlock({ userId: 1, password: managerPassword });
    await practice.client.team.remove({ userId });
    await practice.client.session.lock();
    await expect(practice.client.session.unlock({ userId, password: receptionistPassword })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('locks after the idle time of the house rule, not before', async () => {
    const { core, client, clock } = await openTestPractice();
    clock.now += 5 * 60_000 - 1;
    await core.context.core.session.lockWhenIdle();
    expect(core.state().kind).toBe('unlocked');
    await client.session.active();
    clock.now += 5 * 60_000 - 1;
    await core.context.core.session.lockWhenIdle();
    expect(core.state().kind).toBe('unlocked');
    clock.now += 1;
    await core.context.core.session.lockWhenIdle();
    expect(core.state().kind).toBe('locked');
  });

  test('a first unlock of the day makes a checked backup', async () => {
    const practice = await openTestPractice();
    practice.clock.now += 86_400_000;
    await practice.client.session.lock();
    await practice.client.session.unlock({ userId: 1, password: managerPassword });
    await expect.poll(() => practice.client.backup.list(), { timeout: 15_000 }).toHaveLength(1);
  });
});

describe('an empty folder', () => {
  test('is new', async () => {
    const { client, folder } = await openTestCore(temporaryFolder());
    expect(await client.session.state()).toEqual({ kind: 'new', dataFolder: folder, canChooseFolder: false });
  });
});

function invented(displayName: string) {
  return {
    displayName,
    birthDate: null,
    numbers: [],
    generalPractitioner: '',
    generalPractitionerNumber: '',
    addressForm: '',
    spokenLanguage: '',
    checkFirst: '',
    postalAddress: '',
    remark: '',
  };
}
