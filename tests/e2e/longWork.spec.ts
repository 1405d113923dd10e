import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { session as en } from '../../src/shared/i18n/en/session.ts';
import { session as nl } from '../../src/shared/i18n/nl/session.ts';
import { tryToUnlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { deskPictures } from './support/looks.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

const { karin } = workers;
const texts = () => inLanguage({ nl: nl.blocked, en: en.blocked });
const inFolder = ({ dataFolder }: App, name: string): string => path.join(dataFolder, name);

test('going on tells how far it is and can be stopped', async ({ stoppedApp: app, practice }) => {
  runScript('slowStore.ts', inFolder(app, 'store.db'), practice.secrets.dataEncryptionKey, 'open');
  const newest = { id: 99_999, at: Date.now(), hash: '0'.repeat(64) };
  writeFileSync(inFolder(app, 'log-tail.json'), JSON.stringify(newest));
  await app.start();
  await tryToUnlock(app.desk, karin);
  await app.desk.getByRole('checkbox', { name: texts().goOn.understood.missingWork }).check();
  await app.desk.getByRole('button', { name: texts().goOn.confirm, exact: true }).click();
  await stopLongWork(app, texts().goOn.going, 'blocked-goOn-progress');
  await expect(app.desk.getByText(texts().goOn.stopped)).toBeVisible();
  await expect(app.desk.getByRole('button', { name: texts().goOn.confirm, exact: true })).toBeFocused();
  expect(readdirSync(app.dataFolder).filter((name) => /before|restoring/.test(name))).toEqual([]);
});

test('mending tells how far it is and can be stopped', async ({ stoppedApp: app, practice }) => {
  runScript('slowStore.ts', inFolder(app, 'store.db'), practice.secrets.dataEncryptionKey, 'index');
  await app.start();
  await tryToUnlock(app.desk, karin);
  await stopLongWork(app, texts().mending.title, 'blocked-mending');
  await expect(app.desk.getByText(texts().mending.stopped)).toBeVisible();
  await expect(app.desk.getByRole('button', { name: texts().tryAgain })).toBeFocused();
  await deskPictures(app, 'blocked-mending-stopped');
});

/** How far it is, looked at; then stopped with the keyboard. */
async function stopLongWork(app: App, label: string, screen: string): Promise<void> {
  const progress = app.desk.getByRole('progressbar', { name: label });
  await expect.poll(() => progress.getAttribute('value').then(Number)).toBeGreaterThan(0);
  await progress.scrollIntoViewIfNeeded();
  await deskPictures(app, screen);
  await expectAccessible(app.desk);
  await app.desk.getByRole('button', { name: say('Stop'), exact: true }).press('Enter');
  await expect(progress).toBeHidden();
}
