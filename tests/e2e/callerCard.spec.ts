import type { Locator, Page } from '@playwright/test';
import { noteField, openCaller, searchField, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';

const { zwaantje } = callers;

const birthDate = (desk: Page): Locator => desk.getByRole('textbox', { name: 'Geboortedatum', exact: true });

async function editCard(desk: Page): Promise<void> {
  await openCaller(desk, 'regenk', zwaantje.displayName);
  await desk.getByRole('button', { name: 'Wijzig de gegevens' }).click();
  await expect(desk.getByRole('heading', { name: 'Gegevens van de beller' })).toBeVisible();
  await expect(desk.getByLabel('Naam')).toBeVisible();
}

test('half-filled details survive kill -9, and begin anew when asked', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await editCard(app.desk);
  await app.desk.getByLabel('Postadres').fill('Bosweg 1\n1234 AB Verz');
  await birthDate(app.desk).fill('31-02-1961');
  await expect(app.desk.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await editCard(desk);
  await expect(desk.getByText('Hier was je gebleven.')).toBeVisible();
  await expect(desk.getByLabel('Postadres')).toHaveValue('Bosweg 1\n1234 AB Verz');
  await expect(desk.getByLabel('Naam')).toHaveValue(zwaantje.displayName);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-details-kept');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Geen bestaande datum.', { exact: false })).toBeVisible();
  await expect(birthDate(desk)).toBeFocused();
  await birthDate(desk).fill('12-04-1961');
  await desk.getByLabel('Postadres').fill('Bosweg 1\n1234 AB Verzonnen');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(`Gegevens bewaard: ${zwaantje.displayName}.`).first()).toBeVisible();
  await expect(desk.getByText('Bosweg 1, 1234 AB Verzonnen', { exact: false })).toBeVisible();

  await desk.getByRole('button', { name: 'Wijzig de gegevens' }).click();
  await expect(desk.getByLabel('Naam')).toBeVisible();
  await expect(desk.getByText('Hier was je gebleven.')).toHaveCount(0);
  await desk.getByLabel('Huisarts').fill('Vermeer');
  await expect(desk.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: 'Wijzig de gegevens' }).click();
  await desk.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect(desk.getByLabel('Huisarts')).toHaveValue('Zonnedal');
  await expect(desk.getByText('Hier was je gebleven.')).toHaveCount(0);
});

test('a number that others have too is normal, and the card says whose it is', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.type('Tjitske Regenboog');
  await desk.keyboard.press('Control+n');
  await noteField(desk).fill('Belt met de telefoon van haar zus.');
  await desk.getByLabel('Telefoonnummer').fill('06 00 12 34 56');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, 'regenkamp', zwaantje.displayName);
  await expect(desk.getByText('06 00123456 is ook van Tjitske Regenboog.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-shared-number');
});
