import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUpWhenDue } from '../../src/main/core/features/backup/backUp.ts';
import { connect } from '../../src/main/core/store/open.ts';
import { filesIn, flipBit } from '../support/files.ts';
import { startOfTest } from '../support/practice.ts';
import { aCaller } from '../support/samples.ts';
import { storeIn } from '../support/storeFiles.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();
const HOUR = 3_600_000;

describe('the backups of a day', () => {
  test('are one at the first unlock, one after midday, and one at a lock at the end of the day', async () => {
    const { core, client, clock, workAs, folder } = await practice.open();
    const { session } = core.context.core;
    const made = () => [...filesIn(path.join(folder, 'backups')).keys()].map((name) => name.slice(15, 21));
    await workAs('karin');
    await backUpWhenDue(core.context.core);
    expect(made()).toEqual(['090000']);
    await client.callers.create(aCaller());
    clock.now = startOfTest + HOUR;
    await backUpWhenDue(core.context.core);
    expect(made()).toEqual(['090000']);
    clock.now = startOfTest + 2 * HOUR;
    await backUpWhenDue(core.context.core);
    // Nothing changed any more.
    clock.now = startOfTest + 8 * HOUR;
    await core.lock();
    await session.workUnderWay.get('backup')?.done;
    expect(made()).toEqual(['090000', '110000']);
    await workAs('karin');
    await client.callers.create(aCaller({ displayName: 'Later Gekomen' }));
    await core.lock();
    expect(core.state().kind).toBe('locked');
    await session.workUnderWay.get('backup')?.done;
    expect(made()).toEqual(['090000', '110000', '170000']);
  });

  test('are made before the program ends, when it ends with a lock', async () => {
    const { core, client, clock, workAs, folder } = await practice.open();
    await workAs('karin');
    await client.backup.make();
    await client.callers.create(aCaller());
    clock.now = startOfTest + 8 * HOUR;
    await core.close();
    expect([...filesIn(path.join(folder, 'backups')).keys()]).toEqual([
      'store-20261121T090000Z.db',
      'store-20261121T170000Z.db',
    ]);
  });
});

describe('a backup', () => {
  test('that is stopped leaves nothing, and those that were there: within half a second, also of a large store', async () => {
    const files = practice.copy();
    // As much as a store of years takes.
    const store = connect(storeIn(files), files.dataEncryptionKey);
    store.exec('create table ballast (content blob)');
    store.prepare('insert into ballast values (zeroblob(?))').run(40_000_000);
    store.close();
    const { client, workAs, folder } = await practice.open(files);
    await workAs('karin');
    const first = await client.backup.make();
    const inBackups = () => readdirSync(path.join(folder, 'backups'));
    const before = inBackups();
    const making = client.backup.make();
    const outcome = expect(making).rejects.toMatchObject({ code: 'STOPPED', defined: true });
    await expect.poll(() => inBackups().length, { interval: 1 }).toBeGreaterThan(before.length);
    expect(await client.backup.progress()).toMatchObject({ total: 100 });
    const stoppedAt = performance.now();
    await client.backup.cancel();
    await outcome;
    expect(performance.now() - stoppedAt).toBeLessThan(500);
    expect(await client.backup.progress()).toBeNull();
    expect(inBackups()).toEqual(before);
    expect(await client.backup.list()).toEqual([{ ...first, lastCheck: { at: startOfTest, isWhole: true } }]);
  });

  test('never takes the name of another, also with a clock that stands still', async () => {
    const { client, workAs } = await practice.open();
    await workAs('karin');
    const [first, second] = [await client.backup.make(), await client.backup.make()];
    expect(second.name).not.toBe(first.name);
    expect(await client.backup.list()).toHaveLength(2);
  });

  test('is read through when a manager asks, and says whether it is whole', async () => {
    const { client, workAs, folder } = await practice.open();
    await workAs('karin');
    const { name } = await client.backup.make();
    await client.backup.check({ name });
    const file = path.join(folder, 'backups', name);
    flipBit(file, statSync(file).size - 2000);
    await expect(client.backup.check({ name })).rejects.toMatchObject({ code: 'DAMAGED_BACKUP', defined: true });
    expect(await client.backup.list()).toMatchObject([{ name, lastCheck: { isWhole: false } }]);
    expect(await client.audit.list({ before: null, limit: 1 })).toMatchObject([{ action: 'backup.check' }]);
    await expect(client.backup.check({ name: '../store.db' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The store itself is not what was damaged.
    await expect(client.backup.make()).resolves.toBeDefined();
  });

  test('that turned out to be damaged pushes out no whole one, and is not the last good one', async () => {
    const { core, client, clock, workAs, folder } = await practice.open();
    await workAs('karin');
    const [whole, damaged] = [await client.backup.make(), await client.backup.make()];
    const file = path.join(folder, 'backups', damaged.name);
    flipBit(file, statSync(file).size - 2000);
    await client.backup.check({ name: damaged.name }).catch(() => {});
    expect(core.state()).toMatchObject({ lastBackupAt: whole.madeAt });
    // The one of the next day leaves one of this day.
    clock.now += 24 * HOUR;
    const next = await client.backup.make();
    expect((await client.backup.list()).map(({ name }) => name)).toEqual([next.name, damaged.name, whole.name]);
    await client.backup.remove({ name: next.name });
    await client.backup.remove({ name: whole.name });
    expect((await client.review.attention()).late).toMatchObject([{ kind: 'backup', lastAt: null }]);
  });

  test('is removed when a manager asks, and nothing else ever is', async () => {
    const { client, workAs, folder } = await practice.open();
    await workAs('karin');
    const { name } = await client.backup.make();
    writeFileSync(path.join(folder, 'backups', 'vakantie.jpg'), '');
    for (const other of ['../store.db', '../keys.json', 'vakantie.jpg']) {
      await expect(client.backup.remove({ name: other })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await client.backup.remove({ name });
    expect([...filesIn(path.join(folder, 'backups')).keys()]).toEqual(['vakantie.jpg']);
    expect(await client.audit.list({ before: null, limit: 1 })).toMatchObject([
      { action: 'backup.remove', subject: name },
    ]);
  });
});

describe('the desk', () => {
  test('says that the last good backup is over three days old when a new one did not work, until one does', async () => {
    const { core, client, clock, workAs, folder } = await practice.open();
    await workAs('karin');
    const { madeAt, name } = await client.backup.make();
    clock.now += 72 * HOUR + 60_000;
    await workAs('karin');
    // One is made at each unlock.
    expect(await client.backup.late()).toBeNull();
    expect((await client.review.attention()).late).toMatchObject([{ kind: 'backup', lastAt: madeAt }]);
    const making = backUpWhenDue(core.context.core);
    core.context.core.session.workUnderWay.stop('backup');
    await making;
    expect(await client.backup.late()).toEqual({ lastAt: madeAt });
    await client.backup.remove({ name });
    expect(await client.backup.late()).toEqual({ lastAt: null });
    await client.backup.make();
    expect(await client.backup.late()).toBeNull();
    expect((await client.review.attention()).late).toEqual([]);
    expect([...filesIn(path.join(folder, 'backups')).keys()]).toHaveLength(1);
  });

  test('says that there is none any more, also when no try has failed', async () => {
    const { core, client, workAs } = await practice.open();
    await workAs('karin');
    const { name } = await client.backup.make();
    await workAs('karin');
    // There is one of today: none is due.
    await backUpWhenDue(core.context.core);
    await client.backup.remove({ name });
    expect(await client.backup.late()).toEqual({ lastAt: null });
    expect((await client.review.attention()).late).toMatchObject([{ kind: 'backup', lastAt: null }]);
    await backUpWhenDue(core.context.core);
    expect(await client.backup.late()).toBeNull();
  });
});
