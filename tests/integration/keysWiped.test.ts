import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newCounters } from '../../src/main/core/progress.ts';
import { listBackups } from '../../src/main/core/store/backupFiles.ts';
import { lockEarlierKeys } from '../../src/main/core/store/earlierKeys.ts';
import { runTask } from '../../src/main/core/tasks.ts';
import { openTestCore, startOfTest, temporaryFolder } from '../support/practice.ts';
import { damageRows, outcomeOf } from '../support/storeFiles.ts';
import { type PracticeCopy, passwords, practiceTemplate } from '../support/template.ts';

/** The new keys that were made. */
const made = vi.hoisted((): Uint8Array[] => []);
vi.mock('node:crypto', async (importOriginal) => {
  const crypto = await importOriginal<typeof import('node:crypto')>();
  return {
    ...crypto,
    randomFillSync(key: Uint8Array) {
      made.push(key);
      return crypto.randomFillSync(key);
    },
  };
});

const practice = practiceTemplate();
const wiped = new Uint8Array(32);

afterEach(() => {
  made.length = 0;
  vi.restoreAllMocks();
});

describe('the keys of before, on the other thread', () => {
  /** A practice with a backup, a key of before, and every task that opens that one. */
  async function tasksOf(name?: string) {
    const { client, core, workAs, folder, dataEncryptionKey } = await practice.open();
    await workAs('karin');
    await client.backup.make();
    await core.close();
    const from = path.join(folder, 'backups');
    const backups = listBackups(from);
    const earlier = await lockEarlierKeys([new Uint8Array(32).fill(7)], dataEncryptionKey);
    const known = { folder, dataEncryptionKey, earlier, counters: newCounters() };
    const chosen = name ?? backups[0]?.name ?? '';
    const file = path.join(from, chosen);
    return {
      checkBackup: () => runTask('checkBackup', { ...known, name: chosen }),
      prepareIncoming: () => runTask('prepareIncoming', { ...known, file, holders: [1], highestUserId: 3 }),
      lookAtBackups: () => runTask('lookAtBackups', known),
      lookAtElsewhere: () => runTask('lookAtElsewhere', { ...known, from, backups }),
      takeFromElsewhere: () => runTask('takeFromElsewhere', { ...known, from, name: chosen }),
      verifyLog: () => runTask('verifyLog', known),
    };
  }

  test('are wiped by every task that opens them, once it is done', async () => {
    const opening = vi.spyOn(sodium, 'crypto_secretbox_open_easy');
    for (const [name, task] of Object.entries(await tasksOf())) {
      opening.mockClear();
      await task();
      expect(opening.mock.results, name).toMatchObject([{ type: 'return', value: wiped }]);
    }
  });

  test('are wiped as well when it fails', async () => {
    const opening = vi.spyOn(sodium, 'crypto_secretbox_open_easy');
    const { checkBackup, prepareIncoming, takeFromElsewhere } = await tasksOf('store-20200101T000000Z.db');
    for (const task of [checkBackup, prepareIncoming, takeFromElsewhere]) {
      opening.mockClear();
      await expect(task()).rejects.toThrow();
      expect(opening.mock.results).toMatchObject([{ type: 'return', value: wiped }]);
    }
  });
});

describe('the key of the data, on the main thread', () => {
  const secret = passwords.karin;

  /** What the other thread opened for this one. */
  function opened({ core }: Pick<PracticeCopy, 'core'>) {
    const running = vi.spyOn(core.context.core.offMainThread, 'run');
    return () =>
      running.mock.settledResults.flatMap(({ type, value }) =>
        type === 'fulfilled' && value instanceof Object && 'dataEncryptionKey' in value
          ? [value.dataEncryptionKey]
          : [],
      );
  }

  function makeUnwritable(file: string): void {
    rmSync(file, { force: true });
    mkdirSync(file);
  }

  test('is wiped when the recovery key was right and the new password is not taken', async () => {
    const files = await practice.open();
    const keys = opened(files);
    const reset = { recoveryKey: files.recoveryKey.join(''), newPassword: 'weer-een-heel-ander' };
    expect(await outcomeOf(files.client.session.resetPassword({ ...reset, userId: 99 }))).toBe('NOT_FOUND');
    makeUnwritable(path.join(files.folder, 'keys.json'));
    await expect(files.client.session.resetPassword({ ...reset, userId: 1 })).rejects.toThrow();
    expect(keys()).toEqual([wiped, wiped]);
  });

  test('is wiped when a backup from elsewhere cannot be taken over', async () => {
    const there = await practice.open();
    await there.workAs('karin');
    const { name } = await there.client.backup.make();
    await there.core.close();
    damageRows(path.join(there.folder, 'backups', name), there.dataEncryptionKey);
    const here = await openTestCore(temporaryFolder(), { now: startOfTest });
    const keys = opened(here);
    const restoring = here.client.setup.restore({ folder: there.folder, userId: 1, secret, name });
    expect(await outcomeOf(restoring)).toBe('DAMAGED_BACKUP');
    expect(keys()).toEqual([wiped]);
  });

  test('is wiped when a renewal or a set-up that made it comes to nothing', async () => {
    const files = await practice.open();
    await files.workAs('karin');
    makeUnwritable(path.join(files.folder, 'keys.json'));
    expect(await outcomeOf(files.client.keys.renew())).toBe('EISDIR');
    const here = await openTestCore();
    makeUnwritable(here.core.context.core.session.dataFolder.unfinished);
    const form = { practiceName: 'De Linde', managerName: 'Karin', password: secret, language: 'nl' } as const;
    await expect(here.client.setup.create(form)).rejects.toThrow();
    expect(made).toEqual([wiped, wiped]);
  });

  test('is wiped when the app locks, and when a colleague takes over', async () => {
    const { core, workAs } = await practice.open();
    const current = () => core.context.core.session.unlocked?.dataEncryptionKey;
    await workAs('karin');
    const ofKarin = current();
    await workAs('anna');
    const ofAnna = current();
    await core.lock();
    expect([ofKarin, ofAnna]).toEqual([wiped, wiped]);
  });
});
