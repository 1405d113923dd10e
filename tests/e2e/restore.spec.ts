import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCaller } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { languageUnderTest, say } from './support/words.ts';

const { karin } = workers;
const { zwaantje } = callers;

test('on a new computer the practice goes on from the stick', async ({ freshApp, practice }) => {
  const { desk } = freshApp;
  const stick = mkdtempSync(path.join(tmpdir(), 'rugdekking-stick-'));
  const before = mkdtempSync(path.join(tmpdir(), 'rugdekking-before-'));
  cpSync(practice.folder, before, { recursive: true });
  runScript('makeStick.ts', before, stick);

  if (languageUnderTest() === 'en') await desk.getByRole('button', { name: 'English' }).click();
  await desk.getByRole('button', { name: say('Zet een back-up terug') }).click();
  const folder = desk.getByRole('textbox', { name: say('Map met de back-ups') });
  await expect(folder).toBeFocused();
  await expectAccessible(desk);
  await freshApp.picture(desk, 'restore-where');
  await folder.fill(path.join(stick, 'nergens'));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Deze map is er niet.', 'This folder is not there.'))).toBeVisible();
  if (freshApp.hostName === 'electron') {
    await freshApp.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, stick);
    await desk.getByRole('button', { name: say('Blader…') }).click();
  } else {
    await folder.fill(stick);
    await desk.keyboard.press('Enter');
  }

  const password = desk.getByLabel(say(`Wachtwoord van ${karin.name}`));
  await expect(password).toBeFocused();
  await expect(desk.getByRole('list', { name: say('Gevonden back-ups') }).getByRole('listitem')).toHaveCount(1);
  await password.fill('een-verkeerd-wachtwoord');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Dit wachtwoord opent deze back-ups niet.'))).toBeVisible();
  await expectAccessible(desk);
  for (const size of [
    { width: 360, height: 520 },
    { width: 400, height: 680 },
  ]) {
    await freshApp.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await freshApp.picture(desk, `restore-open-${size.width}`);
  }
  await password.fill(karin.password);
  await desk.keyboard.press('Enter');

  const begin = desk.getByRole('button', { name: say('Zet terug en begin') });
  await expect(begin).toBeFocused();
  await expect(desk.getByRole('radio')).toBeChecked();
  await expect(desk.getByText(say('gaat open'))).toBeVisible();
  await expectAccessible(desk);
  await freshApp.picture(desk, 'restore-choose');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('combobox', { name: say('Zoek een beller') })).toBeFocused();
  await openCaller(desk, 'zwaan', zwaantje.displayName);
  for (const made of [stick, before]) rmSync(made, { recursive: true });
});
