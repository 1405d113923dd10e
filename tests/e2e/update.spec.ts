import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, expectAccessible, test } from './support/app.ts';
import { deskPictures } from './support/looks.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { say } from './support/words.ts';

const { karin } = workers;

test('an update of the data tells how far it is, can be stopped, and outlasts a crash in the middle', async ({
  stoppedApp: app,
  practice,
}) => {
  runScript('slowStore.ts', path.join(app.dataFolder, 'store.db'), practice.secrets.dataEncryptionKey, 'update');
  const password = () => app.desk.getByLabel(say(`Wachtwoord van ${karin.name}`));
  const updating = () => app.desk.getByRole('progressbar', { name: say('De gegevens worden bijgewerkt') });
  async function beginUpdate(): Promise<void> {
    await password().fill(karin.password);
    await app.desk.keyboard.press('Enter');
    await expect(updating()).toBeVisible();
  }
  async function stop(): Promise<void> {
    await app.desk.getByRole('button', { name: say('Stop'), exact: true }).press('Enter');
    await expect(password()).toBeFocused();
  }

  await app.start();
  await beginUpdate();
  await expect.poll(() => updating().getAttribute('value').then(Number)).toBeGreaterThan(50);
  await deskPictures(app, 'update');
  await expectAccessible(app.desk);
  await stop();
  await expect(updating()).toBeHidden();
  expect(readdirSync(path.join(app.dataFolder, 'backups'))).toEqual([]);

  await beginUpdate();
  await app.kill();
  await app.start();
  await beginUpdate();
  await stop();
});
