import { openCaller, openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('the log is checked by keyboard, narrowed, and says what it was laid beside', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText('Privacy', { exact: true })
    .click();
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await log.getByRole('button', { name: say('Controleer de keten') }).focus();
  await review.keyboard.press('Enter');
  await expect(
    log.getByText(inLanguage({ nl: /De keten klopt: \d+ regel/, en: /The chain is whole: \d+ line/ })),
  ).toBeVisible();
  await expect(log.getByText(inLanguage({ nl: /ernaast gelegd/, en: /Compared with/ }))).toBeVisible();

  const table = log.getByRole('table', { name: say('Logboek', 'Log') });
  await expect(table).toContainText(say('Ontgrendeld'));
  const kind = log.getByRole('combobox', { name: say('Soort') });
  await kind.focus();
  await review.keyboard.press('Enter');
  await review.getByRole('option', { name: say('Bewaren, wissen en back-ups') }).click();
  await expect(table).toContainText(say('Logboek gecontroleerd'));
  await expect(table).not.toContainText(say('Ontgrendeld'));
  await log.getByLabel(say('Vanaf', 'From')).fill('1-1-2020');
  await review.keyboard.press('Tab');
  await review.keyboard.type('2-1-2020');
  await review.keyboard.press('Enter');
  await expect(log.getByText(say('Hiervan staat niets in het logboek.'))).toBeVisible();
  await log.getByRole('button', { name: say('Toon alles') }).focus();
  await review.keyboard.press('Enter');
  await expect(table).toContainText(say('Ontgrendeld'));
  for (const [width, colorScheme] of [[800, 'dark'] as const, [1100, 'light'] as const]) {
    await review.emulateMedia({ colorScheme });
    await app.resize(review, { width, height: 720 });
    await log.scrollIntoViewIfNeeded();
    await expectTidy(review, `log ${width}`);
    await expectAccessible(review, `log ${width}`);
    await app.picture(review, `review-privacy-log-${width}`);
  }
});

test('one press on a card shows who looked at it', async ({ app }) => {
  const { desk } = app;
  const { displayName } = callers.zwaantje;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await desk.keyboard.press('Control+l');
  await unlock(desk, workers.karin);
  await openCaller(desk, 'regenk', displayName);
  const press = desk.getByRole('button', { name: say('Wie zag deze kaart?') });
  await press.focus();
  await app.picture(desk, 'desk-who-saw');
  const review = await app.nextWindow(() => desk.keyboard.press('Enter'));
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await expect(
    log.getByRole('button', { name: inLanguage({ nl: `Over ${displayName}`, en: `About ${displayName}` }) }),
  ).toBeVisible();
  const seen = log.getByRole('row', { name: say('Kaart van een beller gezien') });
  await expect(seen.filter({ hasText: workers.anna.name })).toContainText(displayName);
  await expect(seen.filter({ hasText: workers.karin.name }).first()).toBeVisible();
  for (const [width, colorScheme] of [[800, 'dark'] as const, [1100, 'light'] as const]) {
    await review.emulateMedia({ colorScheme });
    await app.resize(review, { width, height: 720 });
    await log.scrollIntoViewIfNeeded();
    await expectTidy(review, `log of a caller ${width}`);
    await expectAccessible(review, `log of a caller ${width}`);
    await app.picture(review, `review-privacy-log-caller-${width}`);
  }
});
