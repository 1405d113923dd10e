import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { connect, schemaVersion } from '../../src/main/core/store/open.ts';
import { filesIn } from '../support/files.ts';
import { aCaller } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const later = vi.hoisted(() => ({ migrations: [] as string[] }));

vi.mock('../../src/main/core/store/migrations/index.ts', async (original) => {
  const { migrations } = await original<typeof import('../../src/main/core/store/migrations/index.ts')>();
  later.migrations.push(...migrations);
  return later;
});

const practice = practiceTemplate();

async function practiceWithCaller() {
  const open = await practice.open();
  await open.workAs('karin');
  const { callerId } = await open.client.callers.create(aCaller());
  await open.core.close();
  return { ...open, callerId, version: later.migrations.length };
}

test('a newer program makes a backup of the store as it was, and then brings it to its own version', async () => {
  const older = await practiceWithCaller();
  later.migrations.push('create table invented (id integer primary key)');
  const updated = await practice.open(older);
  await updated.workAs('karin');
  expect((await updated.client.callers.card({ callerId: older.callerId })).details.displayName).toBe(
    'Zwaantje Regenkamp',
  );
  expect(await updated.client.audit.verify()).toMatchObject({ brokenAt: null });
  const [backup] = await updated.client.backup.list();
  expect(backup?.name).toBe('store-20261121T090000Z-before-update.db');
  const asItWas = connect(path.join(older.folder, 'backups', backup?.name ?? ''), older.dataEncryptionKey);
  expect(schemaVersion(asItWas)).toBe(older.version);
  expect(asItWas.prepare('select displayName from caller').all()).toEqual([{ displayName: 'Zwaantje Regenkamp' }]);
  asItWas.close();
});

test('an update that fails leaves the store as it was, and the backup beside it', async () => {
  const older = await practiceWithCaller();
  later.migrations.push('create table half (id integer primary key); create table caller (id integer)');
  const before = filesIn(older.folder).get('store.db');
  const updated = await practice.open(older);
  await updated.workAs('karin');
  expect(updated.core.state()).toMatchObject({ kind: 'blocked' });
  const backups = () => [...filesIn(path.join(older.folder, 'backups')).keys()];
  const made = backups();
  expect(made.at(-1)).toMatch(/-before-update\.db$/);
  // Trying again makes no more of them.
  updated.clock.now += 60_000;
  await updated.client.session.retry();
  await updated.workAs('karin');
  expect(updated.core.state()).toMatchObject({ kind: 'blocked', problem: 'failedMigration' });
  expect(backups()).toEqual(made);
  await updated.core.close();
  expect(filesIn(older.folder).get('store.db')).toEqual(before);
  later.migrations.pop();
  const again = await practice.open(older);
  await again.workAs('karin');
  expect((await again.client.callers.card({ callerId: older.callerId })).details.displayName).toBe(
    'Zwaantje Regenkamp',
  );
});
