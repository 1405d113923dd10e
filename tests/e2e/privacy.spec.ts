import { openCaller, openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { savedText } from './support/savedFile.ts';

test('what is over its term is told on the day, looked at, and erased by keyboard', async ({ stoppedApp: app }) => {
  runScript('makeOldContacts.ts', app.dataFolder);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: /2 gegevens zijn over de bewaartermijn/ }).click();

  const erasing = review.getByRole('region', { name: 'Wissen wat over de termijn is' });
  await erasing.getByRole('button', { name: 'Kijk wat weg zou gaan' }).focus();
  await review.keyboard.press('Enter');
  const row = erasing.getByRole('row', { name: /^Notities van gesprekken/ });
  await expect(row).toContainText('2');
  await expect(row).toContainText('1: de overdracht is niet gedaan');
  await row.scrollIntoViewIfNeeded();
  await expectTidy(review, 'trial');
  await expectAccessible(review, 'trial');
  await app.picture(review, 'review-privacy-trial');

  await erasing.getByRole('button', { name: 'Wis dit nu…' }).focus();
  await review.keyboard.press('Enter');
  const dialog = review.getByRole('dialog', { name: 'Nu wissen?' });
  await expect(dialog.getByRole('button', { name: 'Annuleer' })).toBeFocused();
  await expectAccessible(review, 'confirm');
  await app.picture(review, 'review-privacy-confirm');
  await dialog.getByRole('button', { name: 'Wis', exact: true }).click();
  await expect(erasing.getByText('Gewist: 2 gegevens.')).toBeVisible();
  await expect(erasing.getByRole('table', { name: 'Wat eerder is gewist' })).toContainText(
    '2 × notities van gesprekken',
  );
  await app.picture(review, 'review-privacy-erased');

  await review.getByRole('button', { name: 'Wijzig de termijn van: Incidenten' }).click();
  await review.keyboard.type('2,5');
  await review.keyboard.press('Enter');
  await expect(review.getByText('Vul een heel getal in van 1 tot 240.')).toBeVisible();
  await app.picture(review, 'review-privacy-term');
  await review.getByLabel('Maanden').fill('60');
  await review.keyboard.press('Tab');
  await review.keyboard.type('Zo vraagt onze verzekeraar het.');
  await review.keyboard.press('Enter');
  await expect(review.getByRole('row', { name: /^Incidenten/ })).toContainText('60 maanden');
  for (const [size, colorScheme] of [
    [{ width: 800, height: 720 }, 'dark'] as const,
    [{ width: 1100, height: 720 }, 'light'] as const,
  ]) {
    await review.emulateMedia({ colorScheme });
    await app.resize(review, size);
    await review.getByRole('region', { name: 'Hoe lang iets blijft' }).scrollIntoViewIfNeeded();
    await expectTidy(review, `terms ${size.width}`);
    await expectAccessible(review, `terms ${size.width}`);
    await app.picture(review, `review-privacy-terms-${size.width}`);
  }
});

test('a caller who asks for it is erased: recorded, looked at, done, with the backups of before', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Privacy').click();
  await review.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await review.keyboard.type('regenk');
  await expect(review.getByRole('option', { name: /Regenkamp/ })).toBeVisible();
  await review.keyboard.press('Enter');
  const dialog = review.getByRole('dialog', { name: 'Nieuw verzoek' });
  await expect(dialog.getByLabel('Wat er is gevraagd')).toBeFocused();
  await dialog.getByText('wissen', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await expect(dialog.getByText('Vul dit nog in.')).toBeVisible();
  await dialog.getByLabel('Wat er is gevraagd').fill('Wil dat alles weggaat.');
  await expectAccessible(review, 'new request');
  await app.picture(review, 'review-privacy-request');
  await dialog.getByRole('button', { name: 'Bewaar', exact: true }).click();
  const row = review.getByRole('row', { name: /Regenkamp/ });
  await expect(row).toContainText('Wil dat alles weggaat.');
  await app.resize(review, { width: 800, height: 720 });
  await expectTidy(review, 'requests');
  await expectAccessible(review, 'requests');
  await app.picture(review, 'review-privacy-requests-800');

  await row.getByRole('button', { name: 'Bekijk en wis' }).click();
  const erasing = review.getByRole('dialog', { name: /Regenkamp wissen/ });
  await expect(erasing.getByText('de kaart zelf, met naam, nummers en zoekwoorden')).toBeVisible();
  await expect(erasing.getByLabel('Wat je de beller antwoordt')).toBeFocused();
  await review.keyboard.type('Alles is weg.');
  await expectAccessible(review, 'erase');
  await app.picture(review, 'review-privacy-erase');
  await erasing.getByRole('button', { name: /^Wis alles van/ }).click();
  await expect(erasing.getByText('Alles is gewist.')).toBeVisible();
  await app.picture(review, 'review-privacy-person-erased');
  await erasing.getByRole('button', { name: 'Maak een nieuwe back-up en haal alle oudere weg' }).click();
  await expect(erasing.getByText('Er is een nieuwe back-up.')).toBeVisible();
  await erasing.getByRole('button', { name: 'Sluit' }).click();
  await expect(review.getByRole('row', { name: /gewiste beller/ })).toContainText('Karin: Alles is weg.');
});

test('a caller who asks what is kept gets it on paper, read through and without others', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await app.desk.keyboard.type('Haar broer Tjibbe Tochtlat belde mee.');
  await app.desk.keyboard.press('Control+Enter');
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Privacy').click();
  await review.getByRole('button', { name: 'Nieuw verzoek' }).click();
  await review.keyboard.type('regenk');
  await expect(review.getByRole('option', { name: /Regenkamp/ })).toBeVisible();
  await review.keyboard.press('Enter');
  await review.getByLabel('Wat er is gevraagd').fill('Wat staat er van mij?');
  await review.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await review.getByRole('button', { name: /^Maak inzage voor Zwaantje/ }).click();
  const dialog = review.getByRole('dialog', { name: /^Inzage voor Zwaantje/ });
  await expect(dialog.getByText('Haar broer Tjibbe Tochtlat belde mee.')).toBeVisible();
  await dialog.getByLabel('Woorden die zwart worden').fill('Tjibbe Tochtlat');
  await review.keyboard.press('Enter');
  await expect(dialog.getByText('Haar broer █████ belde mee.')).toBeVisible();
  await expectTidy(review, 'access');
  await expectAccessible(review, 'access');
  await app.picture(review, 'review-privacy-access');
  const paper = await savedText(app, review, () => dialog.getByRole('button', { name: 'Bewaar als PDF' }).click());
  expect(paper).toContain('Wat er van u wordt bewaard: Zwaantje van Regenkamp');
  expect(paper).not.toContain('Tochtlat');
  await expect(dialog.getByText(/^Gemaakt\. Het staat in het logboek/)).toBeVisible();

  await app.desk.bringToFront();
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await expect(app.desk.getByText(/^inzage · gevraagd op .*, antwoord uiterlijk/)).toBeVisible();
});
