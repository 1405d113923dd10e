import { cpSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, flipBit } from '../support/files.ts';
import { startOfTest, temporaryFolder } from '../support/practice.ts';
import { aCaller } from '../support/samples.ts';
import { damageRows, PAGE, storeIn } from '../support/storeFiles.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

describe('putting a backup back', () => {
  /** A practice with a caller in a backup, another one that came later, and a store that was damaged then. */
  async function damagedAfterBackup() {
    const whole = await practice.open();
    await whole.workAs('karin');
    await whole.client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
    const backup = await whole.client.backup.make();
    await whole.client.callers.create(aCaller({ displayName: 'Later Gekomen' }));
    await whole.core.close();
    flipBit(storeIn(whole), PAGE / 2);
    const damaged = await practice.open(whole, { now: startOfTest + 60_000 });
    return { ...damaged, backup };
  }

  async function namesIn({ client }: PracticeCopy): Promise<string[]> {
    const [zwaantje, later] = [
      await client.callers.search({ query: 'Zwaan' }),
      await client.callers.search({ query: 'Later' }),
    ];
    return [...zwaantje, ...later].map(({ displayName }) => displayName);
  }

  test('gives what was in it, and keeps the damaged store beside it', async () => {
    const damaged = await damagedAfterBackup();
    const { client, core, folder, backup } = damaged;
    const before = filesIn(folder);
    await expect(client.backup.recoverable()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await damaged.workAs('karin');
    expect(await client.backup.recoverable()).toMatchObject([{ ...backup, opens: 'yes' }]);
    await client.backup.restore({ name: backup.name });
    expect(core.state()).toMatchObject({ kind: 'locked' });
    await expect(client.backup.restore({ name: backup.name })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await damaged.workAs('karin');
    expect(await namesIn(damaged)).toEqual(['Zwaantje Regenkamp']);
    expect(await client.audit.verify()).toMatchObject({ brokenAt: null });
    const log = await client.audit.list({ before: null, limit: 3 });
    expect(log).toMatchObject([
      { action: 'audit.verify' },
      { action: 'session.unlock' },
      { action: 'backup.restore', subject: backup.name },
    ]);
    await core.close();
    const after = filesIn(folder);
    expect(after.get('store.db-before-restore-20261121T090100Z')).toEqual(before.get('store.db'));
    expect(after.get(`backups/${backup.name}`)).toEqual(before.get(`backups/${backup.name}`));
    expect(after.get('keys.json')).toBeDefined();
  });

  test('says of each when it was read through and what that showed, and reads one through when asked', async () => {
    const damaged = await damagedAfterBackup();
    const { client, folder, clock, backup } = damaged;
    const { name, madeAt } = backup;
    await damaged.workAs('karin');
    expect(await client.backup.recoverable()).toMatchObject([
      { opens: 'yes', lastCheck: { at: madeAt, isWhole: true } },
    ]);
    clock.now += 60_000;
    expect(await client.backup.checkRecoverable({ name })).toEqual({ at: clock.now, isWhole: true });
    const file = path.join(folder, 'backups', name);
    damageRows(file, damaged.dataEncryptionKey);
    clock.now += 60_000;
    expect(await client.backup.checkRecoverable({ name })).toEqual({ at: clock.now, isWhole: false });
    // It opens all the same: that says less.
    const known = [{ opens: 'yes', lastCheck: { at: clock.now, isWhole: false } }];
    expect(await client.backup.recoverable()).toMatchObject(known);
    clock.now += 60_000;
    await expect(client.backup.restore({ name })).rejects.toMatchObject({ code: 'DAMAGED_BACKUP' });
    expect(await client.backup.recoverable()).toMatchObject([{ lastCheck: { at: clock.now, isWhole: false } }]);
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.alloc(4096)]));
    expect(await client.backup.recoverable()).toMatchObject([{ lastCheck: null }]);
    await expect(client.backup.checkRecoverable({ name: '../store.db' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('from a stick opens on another computer, with a password of then', async () => {
    const whole = await practice.open();
    await whole.workAs('karin');
    await whole.client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
    const { name } = await whole.client.backup.make();
    const stick = temporaryFolder();
    await whole.client.backup.setSecondPlace({ folder: stick });
    const copies = path.join(stick, 'Rugdekking back-ups');
    const folder = temporaryFolder();
    cpSync(copies, path.join(folder, 'backups'), { recursive: true });
    renameSync(path.join(folder, 'backups', 'keys.json'), path.join(folder, 'keys.json'));

    const moved = await practice.open({ ...whole, folder }, { now: startOfTest + 60_000 });
    await moved.workAs('karin');
    expect(moved.core.state()).toMatchObject({ kind: 'blocked', problem: 'missingStore', mayRestore: true });
    await moved.client.backup.restore({ name });
    await moved.workAs('karin');
    expect(await namesIn(moved)).toEqual(['Zwaantje Regenkamp']);
  });

  test('that is damaged too replaces nothing; another can still be chosen', async () => {
    const damaged = await damagedAfterBackup();
    const { client, folder, backup } = damaged;
    const good = path.join(folder, 'backups', backup.name);
    const bad = ['store-20261119T090000Z.db', 'store-20261118T090000Z.db', 'store-20261117T090000Z.db'] as const;
    for (const name of bad) writeFileSync(path.join(folder, 'backups', name), readFileSync(good));
    flipBit(path.join(folder, 'backups', bad[0]), 100);
    flipBit(path.join(folder, 'backups', bad[1]), statSync(good).size / 2);
    writeFileSync(path.join(folder, 'backups', bad[2]), '');
    await damaged.workAs('anna');
    const before = filesIn(folder);
    for (const name of bad) {
      await expect(client.backup.restore({ name })).rejects.toMatchObject({ code: 'DAMAGED_BACKUP', defined: true });
    }
    for (const name of ['../store.db', 'store.db', '../keys.json', 'store-20200101T000000Z.db']) {
      await expect(client.backup.restore({ name })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const after = filesIn(folder);
    // Only what was found is noted.
    for (const files of [before, after]) files.delete('backups-checked.json');
    expect(after).toEqual(before);
    await client.backup.restore({ name: backup.name });
    await damaged.workAs('anna');
    expect(await namesIn(damaged)).toEqual(['Zwaantje Regenkamp']);
  });

  test('keeps every store that stood there, also twice in one second', async () => {
    const damaged = await damagedAfterBackup();
    const { client, core, folder, backup } = damaged;
    for (let nth = 0; nth < 2; nth += 1) {
      await damaged.workAs('karin');
      await client.backup.restore({ name: backup.name });
      flipBit(storeIn(damaged), PAGE / 2);
    }
    await core.close();
    const kept = [...filesIn(folder).keys()].filter((name) => name.includes('before-restore'));
    expect(kept).toEqual(['store.db-before-restore-20261121T090100Z', 'store.db-before-restore-20261121T090100Z-2']);
  });

  test('also helps when the store is gone', async () => {
    const damaged = await damagedAfterBackup();
    rmSync(storeIn(damaged));
    await damaged.workAs('anna');
    await damaged.client.backup.restore({ name: damaged.backup.name });
    await damaged.workAs('anna');
    expect(await namesIn(damaged)).toEqual(['Zwaantje Regenkamp']);
  });

  test('a worker who came after it does not share an id with the next one', async () => {
    const whole = await practice.open();
    await whole.workAs('karin');
    const backup = await whole.client.backup.make();
    const someone = { role: 'receptionist', language: 'nl' } as const;
    const gone = await whole.client.team.add({ ...someone, name: 'Cato', password: 'wachtwoord-van-cato' });
    await whole.core.close();
    rmSync(storeIn(whole));
    const restored = await practice.open(whole);
    await restored.workAs('karin');
    await restored.client.backup.restore({ name: backup.name });
    await restored.workAs('karin');
    const added = await restored.client.team.add({ ...someone, name: 'Dirk', password: 'wachtwoord-van-dirk' });
    expect(added.userId).toBeGreaterThan(gone.userId);
    await restored.core.lock();
    const asCato = restored.client.session.unlock({ userId: gone.userId, password: 'wachtwoord-van-cato' });
    await expect(asCato).rejects.toMatchObject({ code: 'NOT_IN_STORE', defined: true });
    expect(restored.core.state().kind).toBe('locked');
  });
});

describe('backups', () => {
  test('make room once a day: the newest of each of ten days stays, and leftovers of one that was cut short go', async () => {
    const files = practice.copy();
    const backups = path.join(files.folder, 'backups');
    const whole = readFileSync(storeIn(files));
    const names = Array.from(
      { length: 12 },
      (_, index) => `store-202611${String(index + 7).padStart(2, '0')}T080000Z.db`,
    );
    for (const name of [
      ...names,
      'store-20261118T070000Z.db',
      'store-20261101T080000Z.db.unfinished',
      'vakantie.jpg',
    ]) {
      writeFileSync(path.join(backups, name), whole);
    }
    const { client, clock } = await practice.open(files);
    clock.now = startOfTest;
    await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    const expected = [...names.slice(-9), 'store-20261121T090000Z.db', 'vakantie.jpg'];
    await expect.poll(() => [...filesIn(backups).keys()], { timeout: 15_000 }).toEqual(expected);
  });

  test('that fails removes none', async () => {
    const files = practice.copy();
    const backups = path.join(files.folder, 'backups');
    const old = Array.from({ length: 12 }, (_, index) => `store-202610${String(index + 10)}T080000Z.db`);
    for (const name of old) writeFileSync(path.join(backups, name), 'as it was');
    damageRows(storeIn(files), files.dataEncryptionKey);
    const { client, core } = await practice.open(files);
    await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    await expect.poll(() => core.state().kind, { timeout: 15_000 }).toBe('blocked');
    expect([...filesIn(backups).keys()].filter((name) => name.endsWith('.db'))).toEqual(old);
  });
});
