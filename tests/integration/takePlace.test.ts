import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { dataFolderAt } from '../../src/main/core/store/folder.ts';
import { finishTakingPlace, readPlaceTaken } from '../../src/main/core/store/takePlace.ts';
import { startOfTest, temporaryFolder } from '../support/practice.ts';
import { aCaller } from '../support/samples.ts';
import { storeIn } from '../support/storeFiles.ts';
import { practiceTemplate } from '../support/template.ts';

vi.setConfig({ testTimeout: 60_000 });
const practice = practiceTemplate();
const script = path.join(import.meta.dirname, '../support/takePlaceToKill.ts');
const aside = 'store.db-before-restore-20261121T090000Z';

/** What stands in each file that is about a store, by its name. */
function storesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.startsWith('store.db'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

test('a store that takes the place of another is killed at each step: the next start has the one or the other, whole', () => {
  const before = { 'store.db': 'old', 'store.db-wal': 'its log', 'store.db.restoring': 'new' };
  const after = { 'store.db': 'new', [aside]: 'old', [`${aside}-wal`]: 'its log' };
  let outcome = '';
  let finished = 0;
  for (let step = 1; outcome === ''; step += 1) {
    expect(step).toBeLessThan(20);
    const folder = temporaryFolder();
    for (const [name, content] of Object.entries(before)) writeFileSync(path.join(folder, name), content);
    const run = spawnSync(process.execPath, [script, folder, String(step), String(startOfTest)], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    outcome = run.stdout;
    finishTakingPlace(dataFolderAt(folder));
    const found = storesIn(folder);
    if (found['store.db'] === 'new') {
      expect(found).toEqual(after);
      expect(readPlaceTaken(dataFolderAt(folder))).toMatchObject({ action: 'backup.restore' });
      finished += 1;
    } else expect(found).toEqual(before);
  }
  expect(finished).toBeGreaterThan(4);
});

test('a start after the store lost its name and the other did not have it yet goes on with the other', async () => {
  const opened = await practice.open();
  await opened.workAs('karin');
  await opened.client.callers.create(aCaller({ displayName: 'Zwaantje Regenkamp' }));
  const { name } = await opened.client.backup.make();
  await opened.core.close();
  const store = storeIn(opened);
  copyFileSync(path.join(opened.folder, 'backups', name), `${store}.incoming-restore-20261121T090000Z`);
  renameSync(store, path.join(opened.folder, aside));

  const again = await practice.open(opened);
  expect(again.core.state().kind).toBe('locked');
  await again.workAs('karin');
  expect(await again.client.callers.search({ query: 'Zwaan' })).toHaveLength(1);
  expect(await again.client.audit.list({ before: null, limit: 2 })).toMatchObject([
    { action: 'session.unlock' },
    { action: 'backup.restore' },
  ]);
  expect(await again.client.backup.aside()).toMatchObject([{ name: aside }]);
});
