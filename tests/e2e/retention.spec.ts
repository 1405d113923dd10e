import { openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

test('what is over its term is told on the day, looked at, and erased by keyboard', async ({ stoppedApp: app }) => {
  runScript('makeOldContacts.ts', app.dataFolder);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('button', { name: say('2 gegevens zijn over de bewaartermijn: kijk bij Privacy wat weg mag') })
    .click();

  const erasing = review.getByRole('region', { name: say('Wissen wat over de termijn is') });
  await erasing.getByRole('button', { name: say('Kijk wat weg zou gaan') }).focus();
  await review.keyboard.press('Enter');
  const row = erasing.getByRole('row', { name: say(/^Notities van gesprekken/) });
  await expect(row).toContainText('2');
  await expect(row).toContainText(say('de overdracht is niet gedaan'));
  await row.scrollIntoViewIfNeeded();
  await expectTidy(review, 'trial');
  await expectAccessible(review, 'trial');
  await app.picture(review, 'review-privacy-trial');

  await erasing.getByRole('button', { name: say('Wis dit nu…') }).focus();
  await review.keyboard.press('Enter');
  const dialog = review.getByRole('dialog', { name: say('Nu wissen?') });
  await expect(dialog.getByRole('button', { name: say('Annuleer') })).toBeFocused();
  await expectAccessible(review, 'confirm');
  await app.picture(review, 'review-privacy-confirm');
  await dialog.getByRole('button', { name: say('Wis'), exact: true }).click();
  await expect(erasing.getByText(say('Gewist: 2 gegevens. Er is niets van over in het bestand.'))).toBeVisible();
  await expect(erasing.getByRole('table', { name: say('Wat eerder is gewist') })).toContainText(
    inLanguage({ nl: '2 × notities van gesprekken', en: '2 × notes of contacts' }),
  );
  await app.picture(review, 'review-privacy-erased');

  await review.getByRole('button', { name: say('Wijzig de termijn van: Incidenten') }).click();
  await expect(review.getByLabel(say('Maanden'))).toBeFocused();
  await review.keyboard.type('2,5');
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('Vul een heel getal in van 1 tot 240.'))).toBeVisible();
  await app.picture(review, 'review-privacy-term');
  await review.getByLabel(say('Maanden')).fill('60');
  await review.keyboard.press('Tab');
  await review.keyboard.type('Zo vraagt onze verzekeraar het.');
  await review.keyboard.press('Enter');
  await expect(review.getByRole('row', { name: say(/^Incidenten/) })).toContainText(say('60 maanden'));
  for (const [size, colorScheme] of [
    [{ width: 800, height: 720 }, 'dark'] as const,
    [{ width: 1100, height: 720 }, 'light'] as const,
  ]) {
    await review.emulateMedia({ colorScheme });
    await app.resize(review, size);
    await review.getByRole('region', { name: say('Hoe lang iets blijft') }).scrollIntoViewIfNeeded();
    await expectTidy(review, `terms ${size.width}`);
    await expectAccessible(review, `terms ${size.width}`);
    await app.picture(review, `review-privacy-terms-${size.width}`);
  }
});
