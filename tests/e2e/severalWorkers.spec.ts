import { openCaller, openReview, recordIncident, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('a colleague who met it sees it among the own reports, weighs it, and gets the answer too', async ({ app }) => {
  const { desk } = app;
  const { displayName } = callers.zwaantje;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await recordIncident(desk);
  await desk.keyboard.press('Escape');
  await desk.getByRole('combobox', { name: say('Zoek een beller') }).fill('');
  await desk.getByRole('option', { name: new RegExp(`Zwaantje van Regenkamp.*${say('schelden')}`, 'i') }).click();
  const metBy = desk.getByRole('group', { name: say('Wie maakte het met je mee?') });
  const seenBy = desk.getByRole('group', { name: say('Welke collega’s zagen of hoorden het?') });
  await seenBy.getByRole('button', { name: 'Bram' }).click();
  await metBy.getByRole('button', { name: 'Bram' }).click();
  // Who met it is no witness as well, and nobody is their own colleague.
  await expect(seenBy.getByRole('button')).toHaveText(['Karin']);
  await expect(metBy.getByRole('button')).toHaveText(['Bram', 'Karin']);
  await seenBy.getByRole('button', { name: 'Karin' }).click();
  await desk.getByLabel(say('Wie was er nog meer bij?')).fill('De bezorger');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-completion-people');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'completion with people');
  await app.resize(desk, { width: 400, height: 680 });
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Aangevuld.')).first()).toBeVisible();

  await switchTo(desk, workers.bram);
  await expect(desk.getByText(say('Vandaag aanvullen'))).toHaveCount(0);
  await desk.getByRole('button', { name: say('Mijn meldingen') }).click();
  await desk.getByRole('button', { name: new RegExp(`Zwaantje van Regenkamp.*${say('Gemeld door Anna')}`) }).click();
  await desk.getByRole('button', { name: say('Zwaarder') }).click();
  await expect(desk.getByRole('button', { name: say('Zwaarder') })).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.getByRole('button', { name: say('Verbeter') })).toHaveCount(0);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-own-incident');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'own incident');
  await app.resize(desk, { width: 400, height: 680 });

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await expect(review.getByRole('row', { name: /Anna (en|and) Bram/ })).toBeVisible();
  await expect(review.getByText(inLanguage({ nl: 'Karin en De bezorger', en: 'Karin and De bezorger' }))).toBeVisible();
  await expect(review.getByText(say(/Zwaarder|Lichter/))).toHaveCount(0);
  await expectAccessible(review);
  await app.picture(review, 'review-several-workers');
  await review
    .getByLabel(inLanguage({ nl: 'Reactie aan Anna en Bram', en: 'Reply to Anna and Bram' }))
    .fill('Goed samen opgevangen.');
  await review.keyboard.press('Control+Enter');
  await expect(review.getByText(say('Alles is besproken.', 'Everything is reviewed.'))).toBeVisible();

  await switchTo(desk, workers.bram);
  await desk.getByRole('option', { name: say(/Je melding van .* is besproken/) }).click();
  await expect(desk.getByText('Goed samen opgevangen.')).toBeVisible();
});
