import { openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';

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
