import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { rewriteKeys } from '../support/keyFiles.ts';
import { noteField, openCaller, searchField } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

const { karin, anna, bram } = workers;
const waitText = () => inLanguage({ nl: /^Nog \d+ seconden? wachten\.$/, en: /^Wait \d+ more seconds?\.$/ });
const password = (page: Page, { name }: { name: string }): Locator => page.getByLabel(say(`Wachtwoord van ${name}`));

/** Steps through the names with the arrow keys until this one is asked for a password. */
async function walkTo(page: Page, worker: { name: string }): Promise<void> {
  await expect(page.getByLabel(say(/^Wachtwoord van .*/))).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  for (let step = 0; step < 3 && !(await password(page, worker).isVisible()); step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(password(page, worker)).toBeFocused();
}

async function typePassword(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
}

/** Everything the window holds, shown or not: its markup, what is typed in its fields, its title. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? field.value : '',
    );
    return [document.title, document.documentElement.outerHTML, ...typed].join('\n');
  });

test('a wrong password says so, three make wait, the right one opens', async ({ app: { desk } }) => {
  await walkTo(desk, anna);
  const wait = desk.getByText(waitText());
  for (const wrong of ['zonder-laarzen', 'gele laarzen', 'gele-laarzen-in-de-zon']) {
    await expect(wait).toBeHidden();
    await typePassword(desk, wrong);
    await expect(desk.getByText(say('Dit wachtwoord klopt niet.'))).toBeVisible();
    await expect(password(desk, anna)).toBeFocused();
    await expect(password(desk, anna)).toHaveValue('');
  }
  await expect(wait).toHaveText(say('Nog 5 seconden wachten.'));
  await expect(desk.getByRole('button', { name: say('Ontgrendel'), exact: true })).toBeDisabled();
  await expectAccessible(desk);
  await typePassword(desk, anna.password);
  await expect(wait).toHaveText(
    inLanguage({ nl: /^Nog [1-4] seconden? wachten\.$/, en: /^Wait [1-4] more seconds?\.$/ }),
  );
  await expect(searchField(desk)).toBeHidden();

  await expect(wait).toBeHidden();
  await password(desk, anna).fill('');
  await typePassword(desk, anna.password);
  await expect(searchField(desk)).toBeFocused();
});

test('waiting cannot be avoided by starting again', async ({ app }) => {
  await walkTo(app.desk, anna);
  for (const wrong of ['een', 'twee', 'drie']) {
    await typePassword(app.desk, wrong);
    await expect(app.desk.getByText(say('Dit wachtwoord klopt niet.'))).toBeVisible();
    await expect(password(app.desk, anna)).toHaveValue('');
  }
  await app.close();
  // After so many the wait is longer than any start takes here.
  rewriteKeys(path.join(app.dataFolder, 'keys.json'), (text) => {
    const file = JSON.parse(text);
    const { failures } = file.users.find(({ name }: { name: string }) => name === anna.name);
    expect(failures.count).toBe(3);
    failures.count = 8;
    return JSON.stringify(file);
  });

  await app.start();
  await walkTo(app.desk, anna);
  await typePassword(app.desk, anna.password);
  await expect(app.desk.getByText(say('Te vaak een verkeerd wachtwoord.'))).toBeVisible();
  await expect(app.desk.getByText(waitText())).toBeVisible();
});

test('Ctrl+L takes every caller off the screen, and a colleague carries on with the keyboard alone', async ({
  app: { desk },
}) => {
  const { zwaantje } = callers;
  const traces = [zwaantje.displayName, '0600123456', zwaantje.number, 'Zonnedal', 'terugbellen over de uitslag'];
  await walkTo(desk, anna);
  await typePassword(desk, anna.password);
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, 'zwaan', zwaantje.displayName);
  await desk.keyboard.type('terugbellen over de uitslag');
  await expect(desk.getByText(say('bewaard'), { exact: true })).toBeVisible();
  expect(await everythingIn(desk)).toContain(zwaantje.displayName);

  await desk.keyboard.press('Control+l');
  await expect(password(desk, anna)).toBeFocused();
  const locked = await everythingIn(desk);
  for (const trace of traces) expect(locked).not.toContain(trace);

  await walkTo(desk, bram);
  await typePassword(desk, bram.password);
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByText(bram.name, { exact: true })).toBeVisible();
  const ofBram = await everythingIn(desk);
  for (const trace of traces) expect(ofBram).not.toContain(trace);

  await desk.keyboard.press('Control+l');
  await walkTo(desk, anna);
  await typePassword(desk, anna.password);
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByRole('option', { name: zwaantje.displayName })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(noteField(desk)).toHaveValue('terugbellen over de uitslag');
});

test('a forgotten password is made anew with the recovery key', async ({ app: { desk }, practice }) => {
  const { recoveryKey } = practice.secrets;
  const newPassword = 'paarse-paraplu-bij-de-deur';
  await walkTo(desk, bram);
  await desk.getByRole('button', { name: say('Wachtwoord vergeten') }).click();
  const key = desk.getByRole('textbox', { name: say('Herstelsleutel') });
  await expect(key).toBeFocused();

  const wrongKey = recoveryKey.toReversed().join('');
  await desk.keyboard.type(wrongKey.slice(0, 31));
  await desk.getByLabel(say('Nieuw wachtwoord')).fill(newPassword);
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('De sleutel heeft 32 tekens; dit zijn er 31.'))).toBeVisible();
  await key.fill(wrongKey);
  await desk.getByRole('button', { name: say('Stel in en ontgrendel') }).click();
  await expect(desk.getByText(say('Deze herstelsleutel past niet bij deze praktijk.'))).toBeVisible();
  await expectAccessible(desk);

  await key.fill(recoveryKey.join('-').toLowerCase());
  await desk.getByRole('button', { name: say('Stel in en ontgrendel') }).click();
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByText(bram.name, { exact: true })).toBeVisible();

  await desk.keyboard.press('Control+l');
  await expect(password(desk, bram)).toBeFocused();
  await typePassword(desk, bram.password);
  await expect(desk.getByText(say('Dit wachtwoord klopt niet.'))).toBeVisible();
  await typePassword(desk, newPassword);
  await expect(searchField(desk)).toBeFocused();
});

test('the crisis script is there before anybody has unlocked', async ({ app }) => {
  const { desk } = app;
  await walkTo(desk, karin);
  await desk.keyboard.type('kiezel');
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('heading', { name: 'Crisis' })).toBeVisible();
  await expect(desk.getByRole('button', { name: inLanguage({ nl: /^Nu gevaar/, en: /^Danger now/ }) })).toBeInViewport({
    ratio: 1,
  });
  await expect(desk.getByText('113', { exact: true }).filter({ visible: true })).toBeInViewport({ ratio: 1 });
  await expectAccessible(desk);
  await app.picture(desk, 'locked-crisis');
  await desk.keyboard.press('1');
  await expect(desk.getByText(inLanguage({ nl: 'stap 2', en: 'step 2' }))).toBeVisible();
  await expect(desk.getByRole('button', { name: inLanguage({ nl: /^Nu gevaar/, en: /^Danger now/ }) })).toBeInViewport({
    ratio: 1,
  });
  await expect(desk.getByText('113', { exact: true }).filter({ visible: true })).toBeInViewport({ ratio: 1 });

  await desk.keyboard.press('Escape');
  await expect(password(desk, karin)).toBeFocused();
  await expect(password(desk, karin)).toHaveValue('kiezel');
});
