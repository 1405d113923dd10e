import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import { readKeyFile, readKeys, writeKeyFile } from '../../src/main/core/store/keyFile.ts';
import { readKeyFileText } from '../../src/main/core/store/keyFileText.ts';
import { unwrapKey } from '../../src/main/core/store/keyWrapping.ts';
import { isHolderKey, type LockedKey, withChecksum } from '../../src/main/core/store/lockedKey.ts';
import { flipBit } from '../support/files.ts';
import { rewriteKeys } from '../support/keyFiles.ts';
import { openTestCore, startOfTest, temporaryFolder } from '../support/practice.ts';
import { passwords, practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const keysIn = (folder: string) => path.join(folder, 'keys.json');

describe('one bit of the key file that is turned over', () => {
  test('wherever it is, costs nothing, and is told of unless it is in the copy', () => {
    const content = readFileSync(keysIn(practice.copy().folder));
    const whole = JSON.stringify(readKeyFileText(String(content))?.content);
    const outcomes = new Set<string>();
    const copyAt = content.indexOf('"copy"');
    // Of each byte another bit, every bit where the two meet, and of the copy a part: one place in it is as another.
    const bytes = [...content.keys()].filter((byte) => byte < copyAt + 20 || byte % 16 === 0);
    const bits = bytes.flatMap((byte) => {
      const all = byte > copyAt - 20 && byte < copyAt + 20;
      return [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => all || bit === (byte * 3) % 8).map((bit) => ({ byte, bit }));
    });
    for (const { byte, bit } of bits) {
      const damaged = Buffer.from(content);
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << bit);
      const read = readKeyFileText(String(damaged));
      const isSame = JSON.stringify(read?.content) === whole;
      const outcome = isSame ? (read?.damage ?? 'in the copy') : `lost at ${byte}, ${bit}`;
      outcomes.add(outcome);
    }
    expect([...outcomes].sort()).toEqual(['in the copy', 'mended']);
  });

  test.each([
    ['in its form', '"users": ['],
    ['in a name', 'Karin'],
    ['in the check value', '"check": "'],
    ['in the number of changes', '"revision": '],
  ])('%s is said on the lock screen and in the log, and the next unlock mends it', async (_where, text) => {
    const files = practice.copy();
    const file = readKeyFile({ keys: keysIn(files.folder) });
    flipBit(keysIn(files.folder), readFileSync(keysIn(files.folder), 'utf8').indexOf(text) + text.length - 1);
    const { core, client, workAs } = await practice.open(files);
    expect(core.state()).toMatchObject({
      kind: 'locked',
      keysDamage: 'mended',
      users: file?.users.map(({ id }) => ({ id })),
    });
    await workAs('karin');
    const log = await client.audit.list({ before: null, limit: 2 });
    expect(log.map(({ action }) => action)).toEqual(['session.unlock', 'keys.mended']);
    expect(readKeys({ keys: keysIn(files.folder) })).toMatchObject({ damage: null, isWhole: true });
    await core.lock();
    expect(core.state()).toMatchObject({ kind: 'locked', keysDamage: null });
  });
});

describe('a key file without a copy of itself, as versions before wrote it', () => {
  test('says nothing, and has one after the next unlock', async () => {
    const files = practice.copy();
    rewriteKeys(keysIn(files.folder), (text) => text);
    const { core, workAs } = await practice.open(files);
    expect(core.state()).toMatchObject({ kind: 'locked', keysDamage: null });
    await workAs('karin');
    expect(readKeys({ keys: keysIn(files.folder) })).toMatchObject({ damage: null, isWhole: true });
  });

  test('of which the copy is damaged too says so, and whoever has a whole key opens the app', async () => {
    const files = practice.copy();
    const text = readFileSync(keysIn(files.folder), 'utf8');
    const copyAt = text.indexOf('"copy": "') + 100;
    writeFileSync(keysIn(files.folder), `${text.slice(0, copyAt)}!${text.slice(copyAt + 1)}`.replace('Karin', 'Kasin'));
    const { core, client } = await practice.open(files);
    expect(core.state()).toMatchObject({ kind: 'locked', keysDamage: 'unmended' });
    await client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    const log = await client.audit.list({ before: null, limit: 2 });
    expect(log.map(({ action }) => action)).toEqual(['session.unlock', 'keys.unmended']);
  });
});

describe('a key that would take longer to open than any that the program makes', () => {
  type Cost = { passes: number } | { memory: number };

  function dearer(key: LockedKey, cost: Cost): LockedKey {
    return isHolderKey(key) ? withChecksum({ ...key, privateKey: { ...key.privateKey, ...cost } }) : key;
  }

  /** The key file as whoever can write it makes it: nothing in it but this is damaged. */
  function makeDearer(folder: string, cost: Cost) {
    const file = readKeyFile(dataFolderAt(folder));
    if (!file) throw new Error('there is no key file');
    const users = file.users.map((user) => (user.name === 'Anna' ? { ...user, key: dearer(user.key, cost) } : user));
    writeKeyFile(dataFolderAt(folder), {
      ...file,
      users,
      recovery: { ...file.recovery, key: dearer(file.recovery.key, cost) },
    });
    return users.find(({ name }) => name === 'Anna')?.key;
  }

  const costs: Cost[] = [{ passes: 400 }, { passes: 2 ** 32 }, { memory: 2 ** 30 }];

  test.each(costs)('with %o is told of as damaged at once, and whoever has another key opens the app', async (cost) => {
    const files = practice.copy();
    const key = makeDearer(files.folder, cost);
    const { client, core, workAs, userIds } = await practice.open(files);
    const unlocking = client.session.unlock({ userId: userIds.anna, password: passwords.anna });
    await expect(unlocking).rejects.toMatchObject({ code: 'DAMAGED_KEY' });
    const resetting = client.session.resetPassword({
      ...{ userId: userIds.anna, recoveryKey: files.recoveryKey.join(''), newPassword: 'weer-een-heel-ander' },
    });
    await expect(resetting).rejects.toMatchObject({ code: 'DAMAGED_KEY' });
    await workAs('karin');
    expect(core.state()).toMatchObject({ kind: 'unlocked' });
    if (!key) throw new Error('Anna has no key');
    await expect(unwrapKey(passwords.anna, key, [])).rejects.toMatchObject({ problem: 'damagedKeys' });
  });

  test('is told of when it comes from elsewhere, and the set-up goes on', async () => {
    const there = await practice.open();
    await there.workAs('karin');
    await there.client.backup.make();
    await there.core.close();
    makeDearer(there.folder, { passes: 400 });
    const { client, core } = await openTestCore(temporaryFolder(), { now: startOfTest });
    for (const [userId, secret] of [
      [there.userIds.anna, passwords.anna],
      [null, there.recoveryKey.join('')],
    ] as const) {
      const opening = client.setup.openBackups({ folder: there.folder, userId, secret });
      await expect(opening).rejects.toMatchObject({ code: 'SOURCE', data: { problem: 'damagedKeys' } });
    }
    expect(core.state()).toMatchObject({ kind: 'new' });
  });
});
