import { openCaller, openReview, recordIncident, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('everything a caller did before, with what was decided, is one press away at the desk and in the review', async ({
  app,
}) => {
  const { desk } = app;
  const { displayName } = callers.zwaantje;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await recordIncident(desk);
  await desk.keyboard.press('Control+Enter');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeVisible();
  await searchField(desk).fill('');
  await openCaller(desk, 'regenk', displayName);
  await desk.keyboard.press('F8');
  for (const key of ['3', 'e', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: say('Beslis over een stap') }).click();
  await review.getByRole('button', { name: say('Neem voorstel over') }).click();
  await review.getByRole('button', { name: say('Leg het besluit vast') }).click();
  await expect(review.getByText(say('Besloten door', 'Decided by'))).toBeVisible();
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Vandaag'))
    .click();
  await review.getByRole('button', { name: say('Alles van eerder') }).click();
  const dialog = review.getByRole('dialog');
  await expect(dialog.getByText(say('2 incidenten in een jaar'))).toBeVisible();
  await expect(dialog.getByText(inLanguage({ nl: '2e in een jaar', en: '2nd in a year' }))).toBeVisible();
  await expect(
    dialog.getByText(
      inLanguage({ nl: /^Contactverbod, .* tot en met .*\s· loopt$/, en: /^Contact ban, .* to .*\s· running$/ }),
    ),
  ).toBeVisible();
  await expect(dialog.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await expect(dialog.getByText(say(/^Contactverbod, besloten op .*/)).first()).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-repeats');
  await review.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await desk.bringToFront();
  await switchTo(desk, workers.bram);
  await openCaller(desk, 'regenk', displayName);
  await desk.getByRole('button', { name: say('Alles van eerder') }).click();
  await expect(desk.getByText(say('2 incidenten in een jaar'))).toBeVisible();
  await expect(desk.getByText(say('Spoed gaat altijd door.')).first()).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-repeats');
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'repeats');
  await app.picture(desk, 'desk-repeats-small');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('textbox', { name: say('Notitie') })).toBeVisible();
});

test('an incident without a known caller is discussed as it is, and linked by the manager', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await recordIncident(desk);
  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await expect(review.getByText(say('De beller is niet bekend'))).toBeVisible();
  await expect(review.getByRole('button', { name: say('Beslis over een stap') })).toHaveCount(0);
  await expectAccessible(review);
  await app.picture(review, 'review-unknown-caller');
  await review.getByRole('button', { name: say('Koppel aan een beller') }).click();
  const dialog = review.getByRole('dialog');
  await dialog.getByRole('combobox', { name: say('Zoek een beller') }).fill('pimpel');
  await expect(dialog.getByRole('option', { name: callers.friso.displayName })).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-link-caller');
  await review.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(review.getByRole('row', { name: /Friso/ })).toBeVisible();
  await expect(review.getByRole('button', { name: say('Beslis over een stap') })).toBeVisible();
});
