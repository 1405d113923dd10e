import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, flipBit } from '../support/files.ts';
import { managerPassword, openTestCore, startOfTest, temporaryFolder } from '../support/practice.ts';
import { aCaller } from '../support/samples.ts';
import { damageRows } from '../support/storeFiles.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** A stick with a backup that has a caller, and the practice it came from. */
async function aStick() {
  const opened = await practice.open();
  await opened.workAs('karin');
  await opened.client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
  const { name } = await opened.client.backup.make();
  const stick = temporaryFolder();
  await opened.client.backup.setSecondPlace({ folder: stick });
  return { ...opened, name, stick, copies: path.join(stick, 'Rugdekking back-ups') };
}

const newComputer = () => openTestCore(temporaryFolder(), { now: startOfTest + 60_000 });

describe('a backup from elsewhere at the set-up', () => {
  test('is found on a stick, opened with a password of then, and the app runs on it', async () => {
    const { stick, copies, name } = await aStick();
    const before = filesIn(copies);
    const { client, core } = await newComputer();
    const { backups, users } = await client.setup.lookForBackups({ folder: stick });
    expect(backups).toMatchObject([{ name, madeAt: startOfTest }]);
    expect(users.map((user) => user.name)).toEqual(['Karin', 'Anna', 'Bram']);

    const karin = { folder: stick, userId: 1 };
    const wrong = client.setup.openBackups({ ...karin, secret: 'een-verkeerd-wachtwoord' });
    await expect(wrong).rejects.toMatchObject({ code: 'WRONG_SECRET', data: { waitSeconds: 0 } });
    expect(await client.setup.openBackups({ ...karin, secret: managerPassword })).toMatchObject([
      { name, opens: 'yes' },
    ]);
    await client.setup.restore({ ...karin, secret: managerPassword, name });

    expect(core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Karin' } });
    expect(await client.callers.search({ query: 'Zwaan' })).toMatchObject([{ displayName: 'Zwaantje Regenkamp' }]);
    const log = await client.audit.list({ before: null, limit: 9 });
    expect(log).toContainEqual(expect.objectContaining({ action: 'setup.restore', subject: name }));
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
    expect(filesIn(copies)).toEqual(before);
    await expect(client.setup.lookForBackups({ folder: stick })).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  });

  test('opens with the recovery key, also when it is under an earlier data key; the lock screen asks who', async () => {
    const { client: there, copies, name, recoveryKey, workAs } = await aStick();
    await there.keys.renew();
    await workAs('karin');
    // What the second place gets from then on: the keys of now beside the backup of before.
    await there.backup.setSecondPlace({ folder: path.dirname(copies) });
    const { client, core, folder } = await newComputer();
    const secret = recoveryKey.join(' ').toLowerCase();
    await client.setup.restore({ folder: copies, userId: null, secret, name });
    expect(core.state()).toMatchObject({
      kind: 'locked',
      users: [{ name: 'Karin' }, { name: 'Anna' }, { name: 'Bram' }],
    });
    await client.session.unlock({ userId: 1, password: managerPassword });
    expect(await client.callers.search({ query: 'Zwaan' })).toHaveLength(1);
    expect(readdirSync(folder).filter((file) => /^store\.db\.(taken|unfinished)/.test(file))).toEqual([]);
  });

  test('that is damaged, not there or of nobody says so, and leaves nothing behind', async () => {
    const { stick, copies, name, dataEncryptionKey } = await aStick();
    const { client, core, folder } = await newComputer();
    const problemOf = (at: string) =>
      client.setup.lookForBackups({ folder: at }).then(
        () => null,
        (error) => error.data.problem,
      );
    expect(await problemOf(path.join(stick, 'nergens'))).toBe('absent');
    expect(await problemOf('Rugdekking back-ups')).toBe('absent');
    expect(await problemOf(temporaryFolder())).toBe('noBackups');
    const withoutKeys = temporaryFolder();
    copyFileSync(path.join(copies, name), path.join(withoutKeys, name));
    expect(await problemOf(withoutKeys)).toBe('noKeys');
    writeFileSync(path.join(withoutKeys, 'keys.json'), 'not what it was');
    expect(await problemOf(withoutKeys)).toBe('damagedKeys');

    const bad = 'store-20261120T090000Z.db';
    writeFileSync(path.join(copies, bad), readFileSync(path.join(copies, name)));
    flipBit(path.join(copies, bad), 100);
    const half = 'store-20261119T090000Z.db';
    writeFileSync(path.join(copies, half), readFileSync(path.join(copies, name)));
    damageRows(path.join(copies, half), dataEncryptionKey);
    const karin = { folder: stick, userId: 1, secret: managerPassword };
    expect(await client.setup.openBackups(karin)).toMatchObject([{ opens: 'yes' }, { opens: 'no' }, { opens: 'yes' }]);
    const restoring = client.setup.restore({ ...karin, name: half });
    await expect(restoring).rejects.toMatchObject({ code: 'DAMAGED_BACKUP', defined: true });
    for (const other of ['../store.db', 'keys.json', 'store-20200101T000000Z.db']) {
      await expect(client.setup.restore({ ...karin, name: other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(client.setup.restore({ ...karin, userId: 99, name })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(core.state().kind).toBe('new');
    expect(readdirSync(folder).filter((file) => /store|keys/.test(file))).toEqual([]);
  });

  test('is also found in a copied data folder; who came after it is told so', async () => {
    const { client: there, core: old, folder: data, name } = await aStick();
    const cato = { name: 'Cato', role: 'receptionist', language: 'nl', password: 'wachtwoord-van-cato' } as const;
    const { userId } = await there.team.add(cato);
    await old.close();
    const copied = temporaryFolder();
    mkdirSync(path.join(copied, 'data'));
    renameSync(data, path.join(copied, 'data'));
    rmSync(path.join(copied, 'data', 'store.db'));
    const { client, core } = await newComputer();
    for (const folder of [copied, path.join(copied, 'data'), path.join(copied, 'data', 'backups')])
      expect((await client.setup.lookForBackups({ folder })).backups).toMatchObject([{ name }]);
    await client.setup.restore({ folder: copied, userId, secret: cato.password, name });
    expect(core.state().kind).toBe('locked');
    const unlocking = client.session.unlock({ userId, password: cato.password });
    await expect(unlocking).rejects.toMatchObject({ code: 'NOT_IN_STORE', defined: true });
    expect(core.state().kind).toBe('locked');
  });
});
