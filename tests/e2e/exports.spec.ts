import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openReview, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { savedFile, savedText } from './support/savedFile.ts';
import { inLanguage, say } from './support/words.ts';

async function open(app: App, page: string): Promise<Page> {
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await goTo(review, page);
  return review;
}

const goTo = (review: Page, page: string) =>
  review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(page, { exact: true })
    .click();

/** Beside each other in a row of a CSV file. */
const cells = (...values: string[]): string => values.map((value) => `"${value}"`).join(';');

test('trends, contacts and incidents are taken out as files, read back from disk, and stand in the audit log', async ({
  stoppedApp: app,
}) => {
  runScript('makeTrend.ts', app.dataFolder);
  const review = await open(app, 'Trends');
  await expect(review.getByText(say('21 incidenten bij 390 contacten: 5,4 per 100.'))).toBeVisible();
  await review.getByRole('button', { name: say('Exporteer') }).click();
  const dialog = review.getByRole('dialog', { name: say('Exporteren') });
  const make = dialog.getByRole('button', { name: say('Maak bestand') });
  const press = () => make.click();
  const trends = readFileSync(await savedFile(app, review, press), 'utf8');
  const columns = ['Onderdeel', 'Wat', 'Van', 'Tot en met', 'Contacten', 'Incidenten', 'Per 100'];
  expect(trends.startsWith(`\uFEFF${cells(...columns.map((column) => say(column)))}`)).toBe(true);
  const week = `${say('week')} ${say('van', 'of')} [^"]+`;
  expect(trends).toMatch(new RegExp(cells(say('Tijdlijn'), week, '[^"]+', '[^"]+', '30', '9', '30')));
  expect(trends).toContain(cells('30', '9', '30', say('boven gewoon (30 tegen 3,3 ± 10)')));
  const byChannel = cells(`${say('Naar', 'By')} ${say('kanaal')}`, say('Balie'), '[^"]+', '[^"]+', '65', '15');
  expect(trends).toMatch(new RegExp(`${byChannel};"23[,.]1";""`));
  await expect(dialog.getByText(say('Gemaakt. Het staat ook in het logboek.'))).toBeVisible();

  await dialog.getByRole('button', { name: say('Incidenten') }).click();
  await dialog.getByLabel(say('Van'), { exact: true }).fill('2030-01-01');
  await press();
  await expect(dialog.getByText(say('Kies een laatste dag die niet vóór de eerste ligt.'))).toBeVisible();
  await dialog.getByLabel(say('Van'), { exact: true }).fill('2020-01-01');
  await dialog.getByText('PDF', { exact: true }).click();
  await expectAccessible(review);
  await app.picture(review, 'export');
  const incidents = await savedText(app, review, press);
  for (const said of [
    say('Incidenten'),
    'Oefenpraktijk De Linde',
    `${say('Gemaakt door', 'Made by')} Karin`,
    say('Zonder de vrije tekst', 'Without the free text'),
    say('Beledigen'),
  ])
    expect(incidents).toContain(said);

  await dialog.getByRole('button', { name: say('Aantal contacten') }).click();
  await dialog.getByText('CSV', { exact: true }).click();
  const contacts = readFileSync(await savedFile(app, review, press), 'utf8')
    .trim()
    .split('\r\n');
  expect(contacts).toHaveLength(1 + 13);
  expect(contacts[1]).toMatch(/^"\d{4}-\d\d-\d\d";"(woensdag|Wednesday)";"25";"5";"0";"0";"0";"30"$/);
  await dialog.getByRole('button', { name: say('Sluit') }).click();

  await goTo(review, 'Privacy');
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await expect(
    log.getByText(
      inLanguage({ nl: /^Incidenten, 2020-01-01 t\/m .*, PDF$/, en: /^Incidents, 2020-01-01 to .*, PDF$/ }),
    ),
  ).toBeVisible();
  await expect(
    log.getByText(inLanguage({ nl: /^Aantal contacten, .*, CSV$/, en: /^Number of contacts, .*, CSV$/ })),
  ).toBeVisible();
  await log.getByRole('button', { name: say('Exporteer') }).click();
  const audit = readFileSync(await savedFile(app, review, press), 'utf8');
  expect(audit).toContain(`"${say('Geëxporteerd')}";"${say('Incidenten')}, 2020-01-01 `);
});

test('the register of measures is taken out from its own page', async ({ stoppedApp: app }) => {
  const before = await open(app, say('Maatregelen'));
  await before.getByRole('button', { name: say('Exporteer') }).click();
  await before.getByLabel(say('Van'), { exact: true }).fill('2024-02-29');
  await before.getByText('PDF', { exact: true }).click();
  await expect(before.getByText(say('Wat je koos is onthouden.'))).toBeVisible();
  await app.kill();
  const review = await open(app, say('Maatregelen'));
  await review.getByRole('button', { name: say('Exporteer') }).click();
  const dialog = review.getByRole('dialog', { name: say('Exporteren') });
  await expect(dialog.getByLabel(say('Van'), { exact: true })).toHaveValue('29-2-2024');
  await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeChecked();
  const register = await savedText(app, review, () =>
    dialog.getByRole('button', { name: say('Maak bestand') }).click(),
  );
  for (const said of ['Register van maatregelen', 'Spoed gaat altijd door.', 'Niets in deze tijd.'])
    expect(register).toContain(say(said));
});

test('locking while a file is being made locks at once, leaves no file, and is told after the unlock', async ({
  stoppedApp: app,
  practice,
}) => {
  runScript('makeLongLog.ts', path.join(app.dataFolder, 'store.db'), practice.secrets.dataEncryptionKey);
  const review = await open(app, 'Privacy');
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await log.getByRole('button', { name: say('Exporteer') }).click();
  const dialog = review.getByRole('dialog', { name: say('Exporteren') });
  const saved: string[] = [];
  review.on('download', (download) => saved.push(download.suggestedFilename()));
  // The backup of the day notes meanwhile that it was checked.
  const files = () => readdirSync(app.dataFolder).filter((name) => name !== 'backups-checked.json');
  const before = files();
  await dialog.getByRole('button', { name: say('Maak bestand') }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await review.keyboard.press('Control+l');
  const who = { name: say('Wie ben je?') };
  await expect(review.getByRole('listbox', who)).toBeVisible({ timeout: 2000 });
  await expect(app.desk.getByRole('listbox', who)).toBeVisible({ timeout: 2000 });

  await app.desk.bringToFront();
  await unlock(app.desk, workers.karin);
  await review.bringToFront();
  const told = review.getByRole('region', { name: say('Het bestand is niet gemaakt') });
  await expect(told).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'export-locked');
  expect(saved).toEqual([]);
  expect(files()).toEqual(before);
  await told.getByRole('button', { name: say('Sluit') }).click();
  await expect(told).toBeHidden();
});
