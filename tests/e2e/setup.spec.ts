import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './support/app.ts';
import { practiceName, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

/** The set-up begins in Dutch; another language is one press away. */
const chooseLanguage = (desk: Page): Promise<void> =>
  desk.getByRole('button', { name: inLanguage({ nl: 'Nederlands', en: 'English' }) }).click();

test('a new user sets up a practice, keeps the recovery key and loads the practice to try', async ({ freshApp }) => {
  const { desk } = freshApp;
  await chooseLanguage(desk);
  await desk.getByLabel(say('Naam van de praktijk of organisatie')).fill(practiceName);
  await desk.getByLabel(say('Je eigen naam')).fill(workers.karin.name);
  await desk.getByLabel(say('Je wachtwoord')).fill('te kort');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Minstens 10 tekens.'))).toBeVisible();
  await expectAccessible(desk);
  await freshApp.picture(desk, 'setup-form');
  await desk.getByLabel(say('Je wachtwoord')).fill(workers.karin.password);
  await desk.keyboard.press('Enter');

  await expect(desk.getByRole('heading', { name: say('De herstelsleutel') })).toBeVisible();
  const groups = await desk
    .getByRole('list', { name: say('Herstelsleutel, acht groepen van vier tekens') })
    .getByRole('listitem')
    .allInnerTexts();
  const key = groups.map((text) => text.replace(/^\d\s+/, '').trim());
  expect(key).toHaveLength(8);
  for (const group of key) expect(group).toMatch(/^[0-9A-Z]{4}$/);
  await expectAccessible(desk);
  await freshApp.picture(desk, 'setup-recovery-key');
  await desk.getByRole('button', { name: say('Ik heb hem bewaard') }).click();

  const asked = desk.getByRole('textbox', { name: say(/^Groep \d$/) });
  await expect(asked).toHaveCount(2);
  await expect(asked.first()).toBeFocused();
  const numbers = await desk.getByText(say(/^Groep \d$/)).allInnerTexts();
  const typed = numbers.map((label) => key[Number(label.replace(/\D/g, '')) - 1] ?? '');
  await asked.first().fill('0000');
  await asked.last().fill(typed[1]?.toLowerCase() ?? '');
  await desk.keyboard.press('Enter');
  await expect(
    desk.getByText(inLanguage({ nl: `${numbers[0]} klopt niet.`, en: `${numbers[0]} is not right.` }), {
      exact: false,
    }),
  ).toBeVisible();
  await freshApp.picture(desk, 'setup-confirm');
  await asked.first().fill(typed[0] ?? '');
  await desk.keyboard.press('Enter');

  await expect(desk.getByRole('heading', { name: say('Eerst even proberen?') })).toBeVisible();
  await expectAccessible(desk);
  await freshApp.picture(desk, 'setup-demo');
  await desk.getByRole('button', { name: say('Laad de oefenpraktijk') }).click();

  const search = desk.getByRole('combobox', { name: say('Zoek een beller') });
  await expect(search).toBeFocused();
  await expect(desk.getByText(say('oefening'), { exact: true })).toBeVisible();
  await desk.keyboard.type('an');
  await expect(desk.getByRole('option').first()).toBeVisible();
  await freshApp.picture(desk, 'desk-demo-search');

  expect(readFileSync(`${freshApp.dataFolder}/store.db`).subarray(0, 15).toString('latin1')).not.toBe(
    'SQLite format 3',
  );
});

test('what was set up is there at the next start, behind the password', async ({ freshApp }) => {
  await chooseLanguage(freshApp.desk);
  await freshApp.desk.getByLabel(say('Naam van de praktijk of organisatie')).fill(practiceName);
  await freshApp.desk.getByLabel(say('Je eigen naam')).fill(workers.karin.name);
  await freshApp.desk.getByLabel(say('Je wachtwoord')).fill(workers.karin.password);
  await freshApp.desk.keyboard.press('Enter');
  await expect(freshApp.desk.getByRole('heading', { name: say('De herstelsleutel') })).toBeVisible();
  await freshApp.kill();

  await freshApp.start();
  await freshApp.desk.getByLabel(say(`Wachtwoord van ${workers.karin.name}`)).fill(workers.karin.password);
  await freshApp.desk.keyboard.press('Enter');
  await expect(freshApp.desk.getByText(say('De herstelsleutel is nog niet bevestigd'))).toBeVisible();
});
