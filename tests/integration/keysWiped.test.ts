import path from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newCounters } from '../../src/main/core/features/exports/progress.ts';
import { listBackups } from '../../src/main/core/store/backupFiles.ts';
import { lockEarlierKeys } from '../../src/main/core/store/earlierKeys.ts';
import { runTask } from '../../src/main/core/tasks.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

afterEach(() => {
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
      expect(opening.mock.results, name).toMatchObject([{ type: 'return', value: new Uint8Array(32) }]);
    }
  });

  test('are wiped as well when it fails', async () => {
    const opening = vi.spyOn(sodium, 'crypto_secretbox_open_easy');
    const { checkBackup, prepareIncoming, takeFromElsewhere } = await tasksOf('store-20200101T000000Z.db');
    for (const task of [checkBackup, prepareIncoming, takeFromElsewhere]) {
      opening.mockClear();
      await expect(task()).rejects.toThrow();
      expect(opening.mock.results).toMatchObject([{ type: 'return', value: new Uint8Array(32) }]);
    }
  });
});
