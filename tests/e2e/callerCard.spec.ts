import type { Locator, Page } from '@playwright/test';
import { noteField, openCaller, openReview, searchField, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

const { zwaantje } = callers;

const birthDate = (desk: Page): Locator => desk.getByRole('textbox', { name: say('Geboortedatum'), exact: true });

const ownGp = (desk: Page): Locator =>
  desk.getByRole('combobox', { name: say('Huisarts', 'General practitioner'), exact: true });

async function editCard(desk: Page): Promise<void> {
  await openCaller(desk, 'regenk', zwaantje.displayName);
  await desk.getByRole('button', { name: say('Wijzig de gegevens') }).click();
  await expect(desk.getByRole('heading', { name: say('Gegevens van de beller') })).toBeVisible();
  await expect(desk.getByLabel(say('Naam', 'Name'))).toBeVisible();
}

test('half-filled details survive kill -9, and begin anew when asked', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await editCard(app.desk);
  await app.desk.getByLabel(say('Postadres')).fill('Bosweg 1\n1234 AB Verz');
  await birthDate(app.desk).fill('31-02-1961');
  await expect(app.desk.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await editCard(desk);
  await expect(desk.getByText(say('Hier was je gebleven.'))).toBeVisible();
  await expect(desk.getByLabel(say('Postadres'))).toHaveValue('Bosweg 1\n1234 AB Verz');
  await expect(desk.getByLabel(say('Naam', 'Name'))).toHaveValue(zwaantje.displayName);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-details-kept');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Geen bestaande datum.', 'No such date.'))).toBeVisible();
  await expect(birthDate(desk)).toBeFocused();
  await birthDate(desk).fill('12-04-1961');
  await desk.getByLabel(say('Postadres')).fill('Bosweg 1\n1234 AB Verzonnen');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say(`Gegevens bewaard: ${zwaantje.displayName}.`)).first()).toBeVisible();
  await expect(desk.getByText('Bosweg 1, 1234 AB Verzonnen', { exact: false })).toBeVisible();

  await desk.getByRole('button', { name: say('Wijzig de gegevens') }).click();
  await expect(desk.getByLabel(say('Naam', 'Name'))).toBeFocused();
  await expect(desk.getByText(say('Hier was je gebleven.'))).toHaveCount(0);
  await ownGp(desk).fill('Vermeer');
  await expect(desk.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: say('Wijzig de gegevens') }).click();
  await desk.getByRole('button', { name: say('Begin opnieuw', 'Start over') }).click();
  await expect(ownGp(desk)).toHaveValue('Zonnedal');
  await expect(desk.getByText(say('Hier was je gebleven.'))).toHaveCount(0);

  await ownGp(desk).fill('Vermeer');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'typed details');
  await app.picture(desk, 'desk-details-typed-360');
  await desk.getByRole('button', { name: say('Annuleer'), exact: true }).click();
  await desk.getByRole('button', { name: say('Wijzig de gegevens') }).click();
  await expect(ownGp(desk)).toHaveValue('Zonnedal');
  await expect(desk.getByText(say('Hier was je gebleven.'))).toHaveCount(0);
});

test('the own GP is one of the telephone list or of another practice, and is at hand in a crisis', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Telefoonlijst'))
    .click();
  await review.getByRole('button', { name: say('Nummer toevoegen') }).click();
  await review.getByLabel(say('Naam', 'Name')).fill('dr. Berkenhof');
  await review.getByLabel(say('Soort')).selectOption('gp');
  await review.getByLabel(say('Nummer'), { exact: true }).fill('024 000 00 41');
  await review.getByRole('button', { name: say('Voeg toe'), exact: true }).click();
  await expect(review.getByText(say('dr. Berkenhof staat in de lijst.'))).toBeVisible();

  await editCard(desk);
  await ownGp(desk).fill('Berk');
  await desk.getByRole('option', { name: 'dr. Berkenhof' }).click();
  await expect(desk.getByText(say('uit de telefoonlijst'))).toBeVisible();
  await app.resize(desk, { width: 360, height: 520 });
  await ownGp(desk).scrollIntoViewIfNeeded();
  await expectAccessible(desk);
  await expectTidy(desk, 'own GP');
  await app.picture(desk, 'desk-own-gp-360');
  await desk.getByLabel(say('Telefoon van de huisarts')).fill('024 1');
  await desk.keyboard.press('Control+Enter');
  await expect(
    desk.getByText(say('024 1 is geen compleet nummer. Vul het aan of maak het veld leeg.'), { exact: false }),
  ).toBeVisible();
  await expect(desk.getByLabel(say('Telefoon van de huisarts'))).toBeFocused();
  await desk.getByLabel(say('Telefoon van de huisarts')).fill('');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(`${say('huisarts dr. Berkenhof')}, 024 000 00 41`, { exact: false })).toBeVisible();
  await app.picture(desk, 'desk-own-gp-card-360');
  await desk.keyboard.press('F9');
  await expect(desk.getByText(`${say('Eigen huisarts')}: dr. Berkenhof 024 000 00 41`)).toBeVisible();
  await desk.keyboard.press('n');
  await expect(desk.getByRole('region', { name: say('Wie je kunt bereiken') })).toContainText(
    `${say('Eigen huisarts')}: dr. Berkenhof024 000 00 41`,
  );
  await expectTidy(desk, 'whom to reach');
  await app.picture(desk, 'desk-own-gp-reach-360');
  for (const key of ['Backspace', '1', '2', '2', '1', 'Control+Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('En dan nog'))).toBeVisible();
  await desk.keyboard.press('1');
  await desk.getByRole('button', { name: say('Eigen huisarts'), exact: true }).click();
  await expect(desk.getByText(`${say('Te bereiken op')} 024 000 00 41`)).toBeVisible();
  await expect(desk.getByLabel(`${say('Naam', 'Name')} ${say('als je die weet')}`)).toHaveValue('dr. Berkenhof');
  await expectTidy(desk, 'telling the own GP');
  await app.picture(desk, 'desk-own-gp-share-360');
});

test('a number that others have too is normal, and the card says whose it is', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.type('Tjitske Regenboog');
  await desk.keyboard.press('Control+n');
  await noteField(desk).fill('Belt met de telefoon van haar zus.');
  await desk.getByLabel(say('Telefoonnummer')).fill('06 00 12 34 56');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, 'regenkamp', zwaantje.displayName);
  await expect(desk.getByText(say('06 00123456 is ook van Tjitske Regenboog.'))).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-shared-number');
});
