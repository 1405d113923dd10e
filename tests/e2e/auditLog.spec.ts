import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCaller, openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { savedFile } from './support/savedFile.ts';
import { inLanguage, say } from './support/words.ts';

test('the log is checked by keyboard, narrowed, and says what it was laid beside', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText('Privacy', { exact: true })
    .click();
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  writeFileSync(path.join(app.dataFolder, 'backups', 'store-20260101T120000Z.db'), randomBytes(8192));
  await log.getByRole('button', { name: say('Controleer de keten') }).focus();
  await review.keyboard.press('Enter');
  await expect(
    log.getByText(inLanguage({ nl: /De keten klopt: \d+ regel/, en: /The chain is whole: \d+ line/ })),
  ).toBeVisible();
  await expect(log.getByText(inLanguage({ nl: /ernaast gelegd/, en: /Compared with/ }))).toBeVisible();
  const unread = { nl: '1 back-up gaat met deze sleutel niet open.', en: '1 backup does not open with this key.' };
  await expect(log.getByText(inLanguage(unread))).toBeVisible();

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
  await expect(log.getByRole('combobox', { name: say('Soort') })).toBeInViewport();
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

  // The same caller, chosen in the log itself; and taken outside as it is narrowed.
  const about = log.getByRole('button', {
    name: inLanguage({ nl: `Over ${displayName}`, en: `About ${displayName}` }),
  });
  await log.getByRole('button', { name: say('Toon alles') }).click();
  await expect(about).toHaveCount(0);
  await expect(log.getByRole('row', { name: say('Ontgrendeld') }).first()).toBeVisible();
  await log.getByRole('button', { name: say('Kies een beller') }).click();
  await expect(review.getByRole('dialog', { name: say('Het logboek van één beller') })).toBeVisible();
  await review.keyboard.type('regenk');
  await expect(review.getByRole('option', { name: displayName })).toBeVisible();
  await expectAccessible(review, 'choose a caller in the log');
  await review.keyboard.press('Enter');
  await expect(about).toBeFocused();
  await expect(log.getByRole('row', { name: say('Ontgrendeld') })).toHaveCount(0);
  await log.getByRole('button', { name: say('Exporteer') }).click();
  const dialog = review.getByRole('dialog', { name: say('Exporteren') });
  await expect(
    dialog.getByText(say('Alleen wat je bij het logboek hebt gekozen; de dagen kies je hier.')),
  ).toBeVisible();
  await expectTidy(review, 'export of a narrowed log');
  await expectAccessible(review, 'export of a narrowed log');
  await app.picture(review, 'review-privacy-log-export');
  const makeFile = () => dialog.getByRole('button', { name: say('Maak bestand') }).click();
  const lines = readFileSync(await savedFile(app, review, makeFile), 'utf8');
  expect(lines).toContain(say('Kaart van een beller gezien'));
  expect(lines).not.toContain(say('Ontgrendeld'));
  await expect(dialog.getByText(say('Gemaakt. Het staat ook in het logboek.'))).toBeVisible();
  await dialog.getByRole('button', { name: say('Sluit') }).click();
  await expect(log.getByRole('row', { name: say('Kaart van een beller gezien') }).first()).toBeVisible();
});

test('an end of the log that was missing stands on the day, and after a check what that found', async ({
  stoppedApp: app,
}) => {
  runScript('makeLogToLookAt.ts', app.dataFolder);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  const late = review.getByRole('region', { name: say('Te laat') });
  await app.picture(review, 'review-log-shorter');
  await late
    .getByRole('button', { name: say('Het einde van het logboek ontbrak bij het ontgrendelen: controleer de keten') })
    .click();
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await log.getByRole('button', { name: say('Controleer de keten') }).click();
  await expect(
    log.getByText(inLanguage({ nl: /^De keten is verbroken bij regel /, en: /^The chain is broken at line / })),
  ).toBeVisible();
  await expectAccessible(review, 'broken log');
  await app.picture(review, 'review-log-broken');
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Vandaag'))
    .click();
  const found = late.getByRole('button', { name: say('De laatste controle van het logboek vond iets: kijk wat') });
  await expect(found).toBeVisible();
  await expectAccessible(review, 'log on the day');
  await found.click();
  await expect(log.getByRole('button', { name: say('Controleer de keten') })).toBeVisible();
});
