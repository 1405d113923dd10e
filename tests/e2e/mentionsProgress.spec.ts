import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { askFor, openCaller, openReview, searchField, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { say } from './support/words.ts';

/** How far the look is, seen to go on; then stopped with the keyboard. */
async function stopLooking(app: App, review: Page, erasing: Locator, screen: string): Promise<void> {
  const progress = erasing.getByRole('progressbar', { name: say('Alle teksten worden nagekeken…') });
  const done = () => progress.getAttribute('value').then(Number);
  await expect.poll(done).toBeGreaterThan(0);
  const before = await done();
  await expect.poll(done).toBeGreaterThan(before);
  await expect(erasing.getByText(/^[1-9]\d?\s?%$/)).toBeVisible();
  await progress.scrollIntoViewIfNeeded();
  await expectTidy(review, screen);
  await expectAccessible(review, screen);
  await app.picture(review, screen);
  await erasing.getByRole('button', { name: say('Stop'), exact: true }).press('Enter');
  await expect(progress).toBeHidden({ timeout: 3000 });
}

test('looking where else a name stands tells how far it is and can be stopped, before an erasure and at its beginning', async ({
  stoppedApp: app,
  practice,
}) => {
  runScript('makeManyTexts.ts', path.join(app.dataFolder, 'store.db'), practice.secrets.dataEncryptionKey);
  await app.start();
  await unlock(app.desk, workers.karin);
  await openCaller(app.desk, 'pimpel', 'Friso');
  await app.desk.keyboard.type('Kwam met Zwaantje van Regenkamp.');
  await app.desk.keyboard.press('Control+Enter');
  await expect(searchField(app.desk)).toBeFocused();

  const review = await openReview(app);
  await askFor(review, 'Wil dat alles weggaat.', 'wissen');
  await review.getByRole('button', { name: say('Bekijk en wis') }).click();
  const erasing = review.getByRole('dialog', { name: say(/.*Regenkamp wissen/) });
  const erase = erasing.getByRole('button', { name: say(/^Wis alles van .*/) });

  await stopLooking(app, review, erasing, 'review-privacy-looking');
  await expect(
    erasing.getByText(
      say('Gestopt. Er is niets gewist. Kijk eerst waar de naam nog meer staat; daarna kun je wissen.'),
    ),
  ).toBeVisible();
  // Nobody erases without having seen where the name stands.
  await expect(erase).toHaveCount(0);
  await expectAccessible(review, 'look stopped');
  await app.picture(review, 'review-privacy-look-stopped');

  await erasing.getByRole('button', { name: say('Kijk opnieuw') }).press('Enter');
  await expect(erasing.getByText('Kwam met Zwaantje van Regenkamp.')).toBeVisible({ timeout: 45_000 });
  await erasing.getByLabel(say('Wat je de beller antwoordt')).fill('Alles is weg.');
  await erase.click();
  await stopLooking(app, review, erasing, 'review-privacy-erase-looking');
  await expect(erasing.getByText(say('Gestopt. Er is niets gewist.'), { exact: true })).toBeVisible();
  await expect(erasing.getByLabel(say('Wat je de beller antwoordt'))).toHaveValue('Alles is weg.');

  await app.desk.bringToFront();
  await openCaller(app.desk, 'regenk', 'Zwaantje');
});
