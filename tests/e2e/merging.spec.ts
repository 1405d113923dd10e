import type { Page } from '@playwright/test';
import { createI18n } from '../../src/shared/i18n/index.ts';
import { noteField, openCaller, searchField, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { deskLook, unlockAs } from './support/looks.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

const { zwaantje } = callers;
const double = 'Z. Regenkamp';

/** The same caller once more, noted in passing under another number. */
async function noteAgain(desk: Page): Promise<void> {
  await desk.keyboard.type(double);
  await desk.keyboard.press('Control+n');
  await expect(noteField(desk)).toBeFocused();
  await desk.keyboard.type('Vroeg naar de verwijzing.');
  await desk.getByLabel(say('Telefoonnummer')).fill('06 00 77 88 99');
  await desk.getByLabel(say('Geboortedatum')).fill('12-04-1916');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
}

async function compare(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: say('Voeg samen met andere kaart') }).click();
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.type('regenk');
  const found = desk.getByRole('listbox', { name: say('Gevonden bellers') }).getByRole('option');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(double);
}

test('two cards of one caller become one, and two again', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await noteAgain(desk);
  await openCaller(desk, '0600123456', zwaantje.displayName);
  await compare(desk);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-merge-choose');
  await desk.keyboard.press('Enter');
  await expect(
    desk.getByText(say('De geboortedatums verschillen.', 'The dates of birth differ.'), { exact: false }),
  ).toBeVisible();
  await expect(desk.getByRole('radio', { name: `${say('Deze kaart')}: ${zwaantje.displayName}` })).toBeChecked();
  await expect(desk.getByRole('radio', { name: say('Van beide') })).toBeChecked();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-merge');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-merge-small');
  await desk.getByRole('radio', { name: `${say('Andere kaart')}: 12-04-1916` }).check();
  await desk.keyboard.press('Control+Enter');

  await expect(desk.getByText(say(`Samengevoegd: ${double}.`)).first()).toBeVisible();
  await app.resize(desk, { width: 400, height: 680 });
  await expect(desk.getByText('Vroeg naar de verwijzing.')).toBeVisible();
  await expect(desk.getByText(say(/Geboren 12-04-1916 · 06 00123456 · 06 00778899/))).toBeVisible();
  await expect(
    desk.getByText(inLanguage({ nl: `Met ${double}`, en: `With ${double}` }), { exact: false }),
  ).toContainText(inLanguage({ nl: 'door Anna', en: 'by Anna' }));
  await desk
    .getByText(inLanguage({ nl: `Met ${double}`, en: `With ${double}` }), { exact: false })
    .scrollIntoViewIfNeeded();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-merged');

  // Right away, from the line that says it was done.
  await desk.getByRole('button', { name: say('Zet terug', 'Put back') }).click();
  await expect(desk.getByText(say(`Weer twee kaarten. ${double} staat weer apart.`)).first()).toBeVisible();
  await expect(desk.getByText(say(/Geboren 12-04-1961 · 06 00123456 ·/))).toBeVisible();
  await expect(desk.getByText('Vroeg naar de verwijzing.')).toHaveCount(0);

  // And later, from the card.
  await compare(desk);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('radio', { name: say('Van beide') })).toBeChecked();
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('button', { name: say(`Maak ongedaan: samenvoegen met ${double}`) }).click();
  await expect(desk.getByText(say(`Weer twee kaarten. ${double} staat weer apart.`)).first()).toBeVisible();
  await desk.keyboard.press('Escape');
  await openCaller(desk, '06007788', double);
  await expect(desk.getByText('Vroeg naar de verwijzing.')).toBeVisible();
});

test('a ban stands after a merge, and of two call agreements one is chosen', async ({ stoppedApp: app }) => {
  runScript('makeTwins.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  const { t } = createI18n('en');
  await unlockAs(desk, t, workers.karin);
  const search = desk.getByRole('combobox', { name: t('callers:search') });
  await search.fill('zwaantje');
  await expect(desk.getByRole('option', { name: zwaantje.displayName })).toBeVisible();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: t('callers:merge.open') }).click();
  await search.fill('z. regenkamp');
  await expect(desk.getByRole('option', { name: double })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(/The contact ban until .* stays in force/)).toBeVisible();
  await expect(desk.getByText(t('callers:merge.emergencies'))).toBeVisible();
  await deskLook(app, desk, 'merge-en');
  await desk.getByRole('radio', { name: /Other card: 1 a week, until/ }).check();
  await desk.keyboard.press('Control+Enter');

  await expect(desk.getByText(t('callers:merge.done', { name: double })).first()).toBeVisible();
  await expect(desk.getByRole('region', { name: t('measures:step.contactBan') })).toBeVisible();
  await expect(desk.getByText(/Agreement from .*: 1 a week/i)).toBeVisible();
  await expect(desk.getByText('Verzonnenlaan 12, 1234 AB Nergenshuizen', { exact: false })).toBeVisible();
  await expect(desk.getByText('Hoort slecht: praat langzaam.', { exact: false })).toContainText('’s ochtends');
});
