import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { openReview, unlock } from '../support/actions.ts';
import { expect, expectAccessible, test } from '../support/app.ts';
import { root } from '../support/hosts.ts';
import { workers } from '../support/people.ts';

const content = 'an installer, as far as this spec is concerned';

function sign(...options: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/sign.ts', ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The system's own windows cannot be driven: what they would be asked and answer is kept and given here. */
const answerForSystem = (electron: ElectronApplication, chosen: string): Promise<void> =>
  electron.evaluate(({ dialog, shell }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    shell.openPath = async (opened) => {
      Object.assign(globalThis, { opened });
      return '';
    };
  }, chosen);

/** As a stick that gives a file slowly: a pipe in its place, which gives nothing more until it ends. */
function trickle(file: string): { end: () => void } {
  rmSync(file);
  if (spawnSync('mkfifo', [file]).status !== 0) throw new Error('no pipe could be made');
  const pipe = openSync(file, 'r+');
  writeSync(pipe, content);
  return {
    end() {
      writeSync(pipe, content);
      closeSync(pipe);
      rmSync(file);
    },
  };
}

test('a manager installs a newer version from a file, and only one that the publisher signed', async ({
  stoppedApp: app,
}) => {
  const folder = test.info().outputPath('stick');
  mkdirSync(folder, { recursive: true });
  const installer = path.join(folder, 'rugdekking_9.9.9_amd64.deb');
  const secret = path.join(folder, 'secret.key');
  writeFileSync(installer, content);
  const [, publisherKey = ''] = /MAIN_VITE_UPDATE_KEY=(\S+)/.exec(sign('--new-key', secret)) ?? [];
  sign('--key', secret, '--version', '9.9.9', installer);
  renameSync(`${installer}.sig`, path.join(folder, 'elsewhere'));

  await app.start({ RUGDEKKING_UPDATE_KEY: publisherKey });
  await answerForSystem(app.electron, installer);
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: 'Instellingen' }).click();
  const part = review.getByRole('region', { name: 'Nieuwe versie' });
  const choose = part.getByRole('button', { name: 'Kies een bestand…' });
  await choose.click();
  await expect(part.getByText('Naast dit bestand staat geen handtekening.', { exact: false })).toBeVisible();

  renameSync(path.join(folder, 'elsewhere'), `${installer}.sig`);
  writeFileSync(installer, `${content}, and more`);
  await choose.click();
  await expect(part.getByText('niet wat de uitgever heeft getekend', { exact: false })).toBeVisible();
  await expect(part.getByRole('button', { name: 'Maak een back-up en installeer' })).toHaveCount(0);
  await expectAccessible(review);
  await part.scrollIntoViewIfNeeded();
  await app.picture(review, 'settings-update-refused');

  const trickling = trickle(installer);
  await choose.click();
  const progress = part.getByRole('progressbar', { name: 'Het bestand wordt gecontroleerd…' });
  await expect(progress).toBeVisible();
  await expectAccessible(review);
  await part.scrollIntoViewIfNeeded();
  await app.picture(review, 'settings-update-checking');
  await part.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
  trickling.end();
  await expect(part.getByText('Gestopt. Er is niets veranderd.')).toBeVisible();
  await expect(progress).toBeHidden();
  await expect(choose).toBeFocused();

  writeFileSync(installer, content);
  await choose.click();
  await expect(part.getByText('Versie 9.9.9 is echt van de uitgever en is nieuwer dan deze.')).toBeVisible();
  await app.picture(review, 'settings-update-checked');
  await part.getByRole('button', { name: 'Maak een back-up en installeer' }).click();
  await expect(part.getByText('De back-up is gemaakt en de installatie is geopend.', { exact: false })).toBeVisible();
  const opened: string = await app.electron.evaluate(() => Reflect.get(globalThis, 'opened'));
  expect(path.basename(opened)).toBe('rugdekking_9.9.9_amd64.deb');
  expect(readFileSync(opened, 'utf8')).toBe(content);
  await expectAccessible(review);
  await app.picture(review, 'settings-update-opened');
  rmSync(path.dirname(opened), { recursive: true, force: true });
});
