import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import sodium from 'libsodium-wrappers-sumo';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openCore } from '../../src/main/core/core.ts';
import { TaskFailure } from '../../src/main/core/offMainThread.ts';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import { base64 } from '../../src/main/core/store/keyBytes.ts';
import { type KeyFile, keyCheck, readKeyFile, writeKeyFile } from '../../src/main/core/store/keyFile.ts';
import { unwrapKey, wrapKey } from '../../src/main/core/store/keyWrapping.ts';
import { isHolderKey, type LockedKey, withChecksum } from '../../src/main/core/store/lockedKey.ts';
import { startOfTest, testOptions } from '../support/options.ts';
import { outcomeOf } from '../support/storeFiles.ts';
import { passwords, practiceTemplate } from '../support/template.ts';
import { wrapAsBefore } from '../support/wrappedBefore.ts';

const practice = practiceTemplate();

const keysOf = (folder: string): KeyFile => {
  const file = readKeyFile(dataFolderAt(folder));
  if (!file) throw new Error('there is no key file');
  return file;
};

describe('the wait after wrong passwords', () => {
  test('takes no notice of the clock or a new start, and tries at once are one try', async () => {
    const { folder, userIds } = practice.copy();
    const time = { clock: startOfTest, uptime: 1000 };
    async function start() {
      const core = await openCore({ ...testOptions(folder, () => time.clock), uptime: () => time.uptime });
      onTestFinished(() => core.close());
      return { core, client: createRouterClient(core.router, { context: core.context }) };
    }
    const first = await start();
    const tryOn = ({ client }: typeof first, password = 'niet-het-goede') =>
      outcomeOf(client.session.unlock({ userId: userIds.anna, password }));
    for (let nth = 0; nth < 3; nth += 1) expect(await tryOn(first)).toBe('WRONG_PASSWORD');
    for (const jump of [600_000, 86_400_000, -86_400_000 * 400]) {
      time.clock = startOfTest + jump;
      expect(await tryOn(first, passwords.anna)).toBe('TOO_SOON');
    }
    time.uptime += 4999;
    expect(await tryOn(first, passwords.anna)).toBe('TOO_SOON');
    await first.core.close();

    const second = await start();
    expect(await tryOn(second, passwords.anna)).toBe('TOO_SOON');
    time.uptime += 5000;
    const atOnce = await Promise.all(Array.from({ length: 6 }, () => tryOn(second)));
    expect(atOnce).toEqual(['WRONG_PASSWORD', ...Array(5).fill('TOO_SOON')]);
    // Four wrong ones: ten seconds from now, whoever puts the file of before back.
    const before = readFileSync(path.join(folder, 'keys.json'));
    writeFileSync(path.join(folder, 'keys.json'), String(before).replace('"count": 4', '"count": 0'));
    time.uptime += 9999;
    expect(await tryOn(second, passwords.anna)).toBe('TOO_SOON');
    time.uptime += 1;
    expect(await tryOn(second, passwords.anna)).toBe('done');
  });
});

describe('wrong passwords', () => {
  test('are in the log as soon as anybody opens the store, once, whoever they were tried on', async () => {
    const { client, userIds, workAs } = await practice.open();
    const wrong = (userId: number) => outcomeOf(client.session.unlock({ userId, password: 'niet-het-goede' }));
    const inLog = async () => {
      const entries = await client.audit.list({ before: null, limit: 50 });
      return entries.filter(({ action }) => action.startsWith('session.wrong')).map(({ subject }) => subject);
    };
    await wrong(userIds.anna);
    await wrong(userIds.anna);
    await outcomeOf(client.session.resetPassword({ userId: 1, recoveryKey: '0000', newPassword: 'een-heel-nieuw' }));
    await workAs('karin');
    expect(await inLog()).toEqual(['1 times', `user ${userIds.anna}, 2 times`]);
    await wrong(userIds.anna);
    await workAs('karin');
    expect(await inLog()).toEqual([`user ${userIds.anna}, 1 times`, '1 times', `user ${userIds.anna}, 2 times`]);
    await workAs('anna');
    await workAs('karin');
    expect(await inLog()).toHaveLength(3);
  });
});

describe('a key file of version 1', () => {
  /** The key file as it was when the password wrapped the data encryption key itself. */
  async function asBefore(folder: string, dataEncryptionKey: Uint8Array): Promise<void> {
    const file = keysOf(folder);
    const wrappedBefore = (secret: string) => wrapAsBefore(secret, dataEncryptionKey);
    const users = await Promise.all(
      file.users.map(async ({ id, name }, index) => ({
        id,
        name,
        key: await wrappedBefore(Object.values(passwords)[index] ?? ''),
        failures: { count: 0, lastAt: 0 },
      })),
    );
    const recovery = { ...file.recovery, key: await wrappedBefore('00000000'), failures: { count: 0, lastAt: 0 } };
    const { version: _version, earlier: _earlier, renewal: _renewal, ...rest } = file;
    writeFileSync(path.join(folder, 'keys.json'), JSON.stringify({ ...rest, version: 1, users, recovery }));
  }

  test('opens, and each worker gets a key that can be renewed at their next unlock', async () => {
    const files = practice.copy();
    await asBefore(files.folder, files.dataEncryptionKey);
    const { client, core } = await practice.open(files);
    await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
    expect(core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Anna' } });
    const renewable = () =>
      keysOf(files.folder)
        .users.filter(({ key }) => isHolderKey(key))
        .map(({ name }) => name);
    expect(renewable()).toEqual(['Anna']);
    expect(JSON.parse(readFileSync(path.join(files.folder, 'keys.json'), 'utf8')).version).toBe(2);
    await client.session.lock();
    await client.session.unlock({ userId: files.userIds.karin, password: passwords.karin });
    expect(renewable()).toEqual(['Karin', 'Anna']);
    await core.lock();
    expect(await outcomeOf(client.session.unlock({ userId: files.userIds.anna, password: passwords.karin }))).toBe(
      'WRONG_PASSWORD',
    );
    await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
  });
});

describe('a bit that is turned over in one key', () => {
  /** The key file with a character of a part of this key changed. */
  function damaged(key: LockedKey, part: 'publicKey' | 'dataKey' | 'salt' | 'nonce' | 'ciphertext'): LockedKey {
    if (!isHolderKey(key)) throw new Error('it is a key of version 1');
    const turned = (text: string) => `${String.fromCharCode(text.charCodeAt(0) ^ 1)}${text.slice(1)}`;
    if (part === 'publicKey' || part === 'dataKey') return { ...key, [part]: turned(key[part]) };
    return { ...key, privateKey: { ...key.privateKey, [part]: turned(key.privateKey[part]) } };
  }

  test('is no wrong password: it says that the key is damaged, and a new password or the recovery key mends it', async () => {
    const files = practice.copy();
    const file = keysOf(files.folder);
    const parts = ['salt', 'nonce', 'ciphertext', 'publicKey', 'dataKey'] as const;
    for (const part of parts) {
      const users = file.users.map((user) => (user.name === 'Anna' ? { ...user, key: damaged(user.key, part) } : user));
      writeKeyFile(dataFolderAt(files.folder), { ...file, users });
      const { client, core } = await practice.open(files);
      const asAnna = client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
      await expect(asAnna).rejects.toMatchObject({ code: 'DAMAGED_KEY', defined: true });
      expect(core.state().kind).toBe('locked');
      if (part !== 'dataKey') await core.close();
      else {
        await core.context.core.session.unlock(files.userIds.karin, files.dataEncryptionKey.slice());
        await client.team.setPassword({ userId: files.userIds.anna, password: passwords.anna });
        await client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
        expect(core.state()).toMatchObject({ kind: 'unlocked', user: { name: 'Anna' } });
      }
    }
  });

  test('of the recovery key says the same', async () => {
    const files = practice.copy();
    const file = keysOf(files.folder);
    const recovery = { ...file.recovery, key: damaged(file.recovery.key, 'ciphertext') };
    writeKeyFile(dataFolderAt(files.folder), { ...file, recovery });
    const { client } = await practice.open(files);
    const recoveryKey = files.recoveryKey.join('');
    const resetting = client.session.resetPassword({ userId: 1, recoveryKey, newPassword: 'een-heel-nieuw-woord' });
    await expect(resetting).rejects.toMatchObject({ code: 'DAMAGED_KEY', defined: true });
  });
});

describe('a key file that somebody made who never had the key', () => {
  test('is not taken for that of the practice, though a password opens it', async () => {
    const files = practice.copy();
    const file = keysOf(files.folder);
    const planted = new Uint8Array(32).fill(7);
    const sealed = await wrapKey('any', planted);
    const [karin, ...others] = file.users;
    if (!karin || !isHolderKey(karin.key)) throw new Error('Karin has no key');
    const dataKey = base64(sodium.crypto_box_seal(planted, new Uint8Array(Buffer.from(karin.key.publicKey, 'base64'))));
    const users = [{ ...karin, key: withChecksum({ ...karin.key, dataKey, vouched: sealed.vouched }) }, ...others];
    writeKeyFile(dataFolderAt(files.folder), { ...file, check: keyCheck(planted), users });
    const { client, core } = await practice.open(files);
    expect(await outcomeOf(client.session.unlock({ userId: files.userIds.karin, password: passwords.karin }))).toBe(
      'LOCKED',
    );
    expect(core.state()).toMatchObject({ kind: 'blocked', problem: 'damagedKeys' });
  });
});

describe('a password that could not be tried', () => {
  const reasons = {
    'the thread has ended': () => new Error('the thread has ended'),
    'it lacked memory': () => new TaskFailure('unwrapKey', 'unknown', 'Error main/core/store/keyWrapping.ts:1:1'),
  };

  test.each(Object.entries(reasons))(
    'because %s is a defect, which costs no try and damages nothing',
    async (_why, reason) => {
      const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const { client, core, folder, userIds } = await practice.open();
      const before = readFileSync(path.join(folder, 'keys.json'));
      const asAnna = { userId: userIds.anna, password: passwords.anna };
      const run = vi.spyOn(core.context.core.offMainThread, 'run');
      for (let nth = 0; nth < 4; nth += 1) {
        run.mockRejectedValueOnce(reason());
        await expect(client.session.unlock(asAnna)).rejects.not.toHaveProperty('defined', true);
        expect(core.state()).toMatchObject({ kind: 'locked' });
      }
      expect(logged.mock.calls).toEqual(Array(4).fill(['defect in session.unlock:', expect.any(String)]));
      expect(readFileSync(path.join(folder, 'keys.json'))).toEqual(before);
      await client.session.unlock(asAnna);
      await client.session.unlock({ userId: userIds.karin, password: passwords.karin });
      const log = await client.audit.list({ before: null, limit: 20 });
      expect(log.map(({ action }) => action)).not.toContain('session.wrongPassword');
    },
  );

  test('for want of memory is told by the keys themselves as no damage and no wrong password', async () => {
    const key = await wrapKey('een-woord', new Uint8Array(32));
    const failing = ['crypto_pwhash', 'crypto_secretbox_open_easy', 'crypto_box_seal_open'] as const;
    for (const name of failing) {
      const shortOfMemory =
        name === 'crypto_pwhash' ? new Error('invalid usage') : new WebAssembly.RuntimeError('abort');
      const lacking = vi.spyOn(sodium, name).mockImplementationOnce(() => {
        throw shortOfMemory;
      });
      await expect(unwrapKey('een-woord', key, [])).rejects.toBe(shortOfMemory);
      lacking.mockRestore();
    }
    expect(await unwrapKey('een-woord', key, [])).toMatchObject({ dataEncryptionKey: new Uint8Array(32) });
    expect(await unwrapKey('een-ander', key, [])).toBeNull();
  });

  test.each([{ salt: 'AAAA' }, { nonce: 'AAAA' }, { ciphertext: 'AAAA' }, { memory: 2 ** 40 }, { passes: 2 ** 30 }])(
    'because a key from before checksums has %o is damaged, and nothing is derived',
    async (part) => {
      const files = practice.copy();
      const file = keysOf(files.folder);
      const key = { ...(await wrapAsBefore(passwords.anna, files.dataEncryptionKey)), ...part };
      const users = file.users.map((user) => (user.id === files.userIds.anna ? { ...user, key } : user));
      writeKeyFile(dataFolderAt(files.folder), { ...file, users });
      const { client, core } = await practice.open(files);
      const run = vi.spyOn(core.context.core.offMainThread, 'run');
      const asAnna = client.session.unlock({ userId: files.userIds.anna, password: passwords.anna });
      await expect(asAnna).rejects.toMatchObject({ code: 'DAMAGED_KEY', defined: true });
      expect(core.state()).toMatchObject({ kind: 'locked' });
      expect(run).not.toHaveBeenCalled();
    },
  );
});
