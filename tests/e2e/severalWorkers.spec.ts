import { openCaller, openReview, recordIncident, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';

test('a colleague who met it sees it among the own reports, weighs it, and gets the answer too', async ({ app }) => {
  const { desk } = app;
  const { displayName } = callers.zwaantje;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await recordIncident(desk);
  await desk.keyboard.press('Escape');
  await desk.getByRole('combobox', { name: 'Zoek een beller' }).fill('');
  await desk.getByRole('option', { name: /Zwaantje van Regenkamp.*schelden/i }).click();
  const metBy = desk.getByRole('group', { name: 'Wie maakte het met je mee?' });
  const seenBy = desk.getByRole('group', { name: 'Welke collega’s zagen of hoorden het?' });
  await seenBy.getByRole('button', { name: 'Bram' }).click();
  await metBy.getByRole('button', { name: 'Bram' }).click();
  // Who met it is no witness as well, and nobody is their own colleague.
  await expect(seenBy.getByRole('button')).toHaveText(['Karin']);
  await expect(metBy.getByRole('button')).toHaveText(['Bram', 'Karin']);
  await seenBy.getByRole('button', { name: 'Karin' }).click();
  await desk.getByLabel('Wie nog meer? Anderen').fill('De bezorger');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-completion-people');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'completion with people');
  await app.resize(desk, { width: 400, height: 680 });
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Aangevuld.').first()).toBeVisible();

  await switchTo(desk, workers.bram);
  await expect(desk.getByText('Vandaag aanvullen')).toHaveCount(0);
  await desk.getByRole('button', { name: 'Mijn meldingen' }).click();
  await desk.getByRole('button', { name: /Zwaantje van Regenkamp.*Gemeld door Anna/ }).click();
  await desk.getByRole('button', { name: 'Zwaarder' }).click();
  await expect(desk.getByRole('button', { name: 'Zwaarder' })).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.getByRole('button', { name: 'Verbeter' })).toHaveCount(0);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-own-incident');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'own incident');
  await app.resize(desk, { width: 400, height: 680 });

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await expect(review.getByRole('row', { name: /Anna en Bram/ })).toBeVisible();
  await expect(review.getByText('Karin en De bezorger')).toBeVisible();
  await expect(review.getByText(/Zwaarder|Lichter/)).toHaveCount(0);
  await expectAccessible(review);
  await app.picture(review, 'review-several-workers');
  await review.getByLabel('Reactie aan Anna en Bram').fill('Goed samen opgevangen.');
  await review.keyboard.press('Control+Enter');
  await expect(review.getByText('Alles is besproken.')).toBeVisible();

  await switchTo(desk, workers.bram);
  await desk.getByRole('option', { name: /Je melding van .* is besproken/ }).click();
  await expect(desk.getByText('Goed samen opgevangen.')).toBeVisible();
});
