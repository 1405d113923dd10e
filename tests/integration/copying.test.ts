import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lookAtBackups } from '../../src/main/core/features/backup/lookAtBackups.ts';
import { cancel, newCounters, progressOf, Stopped } from '../../src/main/core/progress.ts';
import { listBackups } from '../../src/main/core/store/backupFiles.ts';
import { copyDurably, copyFiles } from '../../src/main/core/store/copyStore.ts';
import { lookAtElsewhere, takeFromElsewhere } from '../../src/main/core/store/elsewhere.ts';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import type { Step } from '../../src/main/core/store/integrity.ts';
import { mendStore } from '../../src/main/core/store/mend.ts';
import { prepareIncoming } from '../../src/main/core/store/restore.ts';
import { copyToSecondPlace } from '../../src/main/core/store/secondPlace.ts';
import { checksums } from '../faults/practice.ts';
import { temporaryFolder } from '../support/practice.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

/** A practice that was closed, with a backup of four megabytes. */
async function withLargeBackup() {
  const { core, client, clock, workAs, folder, dataEncryptionKey: key } = await practice.open();
  await workAs('karin');
  const { connection } = core.context.core.session.unlocked ?? {};
  connection?.exec('create table large (bytes blob); insert into large values (randomblob(4000000))');
  await client.backup.make();
  await core.close();
  const dataFolder = dataFolderAt(folder);
  const [newest] = listBackups(dataFolder.backups);
  if (!newest) throw new Error('no backup was made');
  const stick = temporaryFolder();
  mkdirSync(path.join(stick, 'Rugdekking back-ups'));
  return { dataFolder, newest, stick, key, now: clock.now, file: path.join(dataFolder.backups, newest.name) };
}

type Large = Awaited<ReturnType<typeof withLargeBackup>>;

const elsewhere = () => dataFolderAt(temporaryFolder());

const copies: Record<string, (large: Large, step: Step) => unknown> = {
  'to a stick': ({ dataFolder, stick, key, now }, step) =>
    copyToSecondPlace({
      ...{ dataFolder, chosen: stick, dataEncryptionKey: key, now, timeZone: 'Europe/Amsterdam' },
      ...{ notBefore: null, step },
    }),
  'that is put back': ({ dataFolder, file, key }, step) =>
    prepareIncoming(dataFolder, { file, keys: [key], holders: [1], highestUserId: 9 }, step),
  'from a stick': ({ dataFolder, file, key }, step) => takeFromElsewhere(dataFolder, file, [key], step),
  'that is looked at on a stick': ({ dataFolder, newest, key }, step) =>
    lookAtElsewhere(elsewhere(), { folder: dataFolder.backups, backups: [newest] }, [key], step),
  'of a store that is mended': ({ dataFolder, key, now }, step) => mendStore(dataFolder, key, now, step),
};

test('a copy of a whole file tells how far it is in every part of it, and whoever stops it leaves nothing', async () => {
  const large = await withLargeBackup();
  const places = () => [large.dataFolder.folder, large.stick].map(checksums);
  const before = places();
  for (const [which, copy] of Object.entries(copies)) {
    const told: number[] = [];
    const stopsSoon = async () =>
      copy(large, (done, total) => {
        if (done > 0) told.push(done / total);
        if (told.length === 3) throw new Stopped();
      });
    await expect(stopsSoon(), which).rejects.toMatchObject({ code: 'STOPPED' });
    expect(told.at(-1), which).toBeLessThan(0.9);
    const after = places();
    // What is small goes to a stick first, and stays.
    for (const sums of after) delete sums['Rugdekking back-ups/keys.json'];
    expect(after, which).toEqual(before);
  }
  await expectStoreCopied(large, before[0]);
});

/** The copy of the store in which is counted what the backups lack. */
async function expectStoreCopied({ dataFolder, key }: Large, before: unknown): Promise<void> {
  const counters = newCounters();
  const looking = { folder: dataFolder.folder, dataEncryptionKey: key, earlier: [], counters };
  expect(await lookAtBackups(looking)).toMatchObject([{ opens: 'yes', lost: { contacts: 0 } }]);
  expect(progressOf(counters)).toEqual({ done: 1000, total: 1000 });
  cancel(counters);
  await expect(lookAtBackups(looking)).rejects.toMatchObject({ code: 'STOPPED' });
  expect(checksums(dataFolder.folder)).toEqual(before);
}

test('a copy is what was copied, to the last byte, and none is ahead of what it tells', async () => {
  const { dataFolder, stick, file, newest } = await withLargeBackup();
  const [durable, plain] = ['durable.db', 'plain.db'].map((name) => path.join(stick, name));
  const told: number[] = [];
  copyDurably(file, durable ?? '', (done, total) => {
    expect(total).toBe(newest.bytes);
    told.push(done);
  });
  copyFiles([[file, plain ?? '']], () => {});
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.at(-1)).toBe(newest.bytes);
  const copied = checksums(stick);
  const sum = checksums(dataFolder.backups)[newest.name];
  expect(copied).toMatchObject({ 'durable.db': sum, 'plain.db': sum });
});
