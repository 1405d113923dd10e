import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openCaller, openReview, searchField, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { expectTidy, sidewaysScrollers } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, languageUnderTest, say } from './support/words.ts';

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
    await chooseInDialog(freshApp, stick);
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
  // It is open already, with the password that opened the backup.
  await expect(desk.getByText(say('De back-up staat terug.'), { exact: true })).toBeAttached();
  await openCaller(desk, 'zwaan', zwaantje.displayName);
  for (const made of [stick, before]) rmSync(made, { recursive: true });
});

/** In Electron by the dialog, of which only the one of the system itself is stood in for. */
async function chooseSecondPlace(app: App, review: Page): Promise<void> {
  const stick = mkdtempSync(path.join(tmpdir(), 'rugdekking-stick-'));
  await review.getByRole('button', { name: say('Kies een tweede plek') }).click();
  if (app.hostName === 'electron') {
    await chooseInDialog(app, stick);
    await review.getByRole('button', { name: say('Blader…', 'Browse…') }).click();
  } else await review.getByRole('textbox', { name: say('Map', 'Folder') }).fill(stick);
  await expect(review.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await review.keyboard.press('Escape');
  await review.getByRole('button', { name: say('Kies een tweede plek') }).click();
  await expect(review.getByRole('textbox', { name: say('Map', 'Folder') })).toHaveValue(stick);
  await review.getByRole('button', { name: say('Kopieer hierheen') }).click();
  await expect(review.getByText(say(/^Laatst gekopieerd en gecontroleerd: .*\.$/))).toBeVisible();
  expect(readdirSync(path.join(stick, 'Rugdekking back-ups'))).toContain('keys.json');
  rmSync(stick, { recursive: true });
}

function chooseInDialog(app: App, folder: string): Promise<void> {
  return app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
}

test('an older backup is put back by a manager, and all is put back as it was', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, karin);
  const review = await openReview(app);
  const backups = review.getByRole('region', { name: say('Back-ups'), exact: true });
  const openPrivacy = () => review.getByRole('navigation').getByText(say('Privacy')).click();
  await openPrivacy();
  await expect(backups.getByRole('row')).toHaveCount(2);
  await desk.bringToFront();
  await openCaller(desk, 'zwaan', zwaantje.displayName);
  await desk.keyboard.type('van na de back-up');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();

  await review.bringToFront();
  await backups.getByRole('button', { name: say(/^Zet terug: de back-up van .*$/) }).click();
  const asked = review.getByRole('dialog');
  await expect(asked).toContainText(inLanguage({ nl: '1 gesprek en 0 incidenten', en: '1 contact and 0 incidents' }));
  const confirm = asked.getByRole('button', { name: say('Zet terug en vergrendel') });
  await expect(asked.getByRole('textbox', { name: say('Typ 1 om te bevestigen') })).toBeFocused();
  await review.keyboard.type('2');
  await expect(confirm).toBeDisabled();
  await expectAccessible(review);
  await app.picture(review, 'backups-older');
  await review.keyboard.press('Backspace');
  await review.keyboard.type('1');
  await review.keyboard.press('Enter');
  await expect(desk.getByRole('listbox', { name: say('Wie ben je?') })).toBeVisible();

  await desk.bringToFront();
  await unlock(desk, karin);
  await openCaller(desk, 'zwaan', zwaantje.displayName);
  await expect(desk.getByText('van na de back-up')).toBeHidden();
  await review.bringToFront();
  await review.getByRole('navigation').getByText(say('Team')).click();
  const access = review.getByRole('region', { name: say('Er is iets teruggezet: kijk wie toegang heeft') });
  await expect(access).toContainText(`${workers.anna.name}, ${workers.bram.name}, ${karin.name}`);
  await expectAccessible(review);
  await app.picture(review, 'backups-access');
  await access.getByRole('button', { name: say('Dit klopt') }).click();
  await expect(access).toBeHidden();
  await openPrivacy();
  // The page scrolls, not the window around it.
  expect(await review.evaluate(() => (document.scrollingElement?.scrollHeight ?? 0) - innerHeight)).toBe(0);
  const putBack = backups.getByRole('button', { name: say(/^Zet terug zoals het was op .*$/) });
  await expect(putBack).toHaveCount(1);
  for (const { width, colorScheme } of [
    { width: 1100, colorScheme: 'light' },
    { width: 800, colorScheme: 'dark' },
  ] as const) {
    await review.emulateMedia({ colorScheme });
    await app.resize(review, { width, height: 720 });
    await backups.scrollIntoViewIfNeeded();
    await expectTidy(review, `backups ${width}`);
    await expectAccessible(review);
    await app.picture(review, `backups-${width}-${colorScheme}`);
    await putBack.scrollIntoViewIfNeeded();
    await app.picture(review, `backups-aside-${width}-${colorScheme}`);
  }
  await chooseSecondPlace(app, review);
  await putBack.click();
  await asked.getByRole('textbox', { name: say('Typ 0 om te bevestigen') }).fill('0');
  await review.keyboard.press('Enter');
  await desk.bringToFront();
  await unlock(desk, karin);
  await openCaller(desk, 'zwaan', zwaantje.displayName);
  await expect(desk.getByText('van na de back-up')).toBeVisible();
});
