import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openReview, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { savedFile, savedText } from './support/savedFile.ts';

async function open(app: App, page: string): Promise<Page> {
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await goTo(review, page);
  return review;
}

const goTo = (review: Page, page: string) =>
  review.getByRole('navigation', { name: 'Onderdelen' }).getByText(page, { exact: true }).click();

test('trends, contacts and incidents are taken out as files, read back from disk, and stand in the audit log', async ({
  stoppedApp: app,
}) => {
  runScript('makeTrend.ts', app.dataFolder);
  const review = await open(app, 'Trends');
  await expect(review.getByText('21 incidenten bij 390 contacten: 5,4 per 100.')).toBeVisible();
  await review.getByRole('button', { name: 'Exporteer' }).click();
  const dialog = review.getByRole('dialog', { name: 'Exporteren' });
  const make = dialog.getByRole('button', { name: 'Maak bestand' });
  const press = () => make.click();
  const trends = readFileSync(await savedFile(app, review, press), 'utf8');
  expect(trends.startsWith('\uFEFF"Onderdeel";"Wat";"Van";"Tot en met";"Contacten";"Incidenten";"Per 100"')).toBe(true);
  expect(trends).toMatch(
    /"Tijdlijn";"week van [^"]+";"[^"]+";"[^"]+";"30";"9";"30";"boven gewoon \(30 tegen 3,3 ± 10\)"/,
  );
  expect(trends).toMatch(/"Naar kanaal";"Balie";"[^"]+";"[^"]+";"65";"15";"23,1";""/);
  await expect(dialog.getByText('Gemaakt. Het staat ook in het logboek.')).toBeVisible();

  await dialog.getByRole('button', { name: 'Incidenten' }).click();
  await dialog.getByLabel('Van', { exact: true }).fill('2030-01-01');
  await press();
  await expect(dialog.getByText('Kies een laatste dag die niet vóór de eerste ligt.')).toBeVisible();
  await dialog.getByLabel('Van', { exact: true }).fill('2020-01-01');
  await dialog.getByText('PDF', { exact: true }).click();
  await expectAccessible(review);
  await app.picture(review, 'export');
  const incidents = await savedText(app, review, press);
  for (const said of [
    'Incidenten',
    'Oefenpraktijk De Linde',
    'Gemaakt door Karin',
    'Zonder de vrije tekst',
    'Beledigen',
  ])
    expect(incidents).toContain(said);

  await dialog.getByRole('button', { name: 'Aantal contacten' }).click();
  await dialog.getByText('CSV', { exact: true }).click();
  const contacts = readFileSync(await savedFile(app, review, press), 'utf8')
    .trim()
    .split('\r\n');
  expect(contacts).toHaveLength(1 + 13);
  expect(contacts[1]).toMatch(/^"\d{4}-\d\d-\d\d";"woensdag";"25";"5";"0";"0";"0";"30"$/);
  await dialog.getByRole('button', { name: 'Sluit' }).click();

  await goTo(review, 'Privacy');
  const log = review.getByRole('region', { name: 'Logboek' });
  await expect(log.getByText(/^Incidenten, 2020-01-01 t\/m .*, PDF$/)).toBeVisible();
  await expect(log.getByText(/^Aantal contacten, .*, CSV$/)).toBeVisible();
  await log.getByRole('button', { name: 'Exporteer' }).click();
  const audit = readFileSync(await savedFile(app, review, press), 'utf8');
  expect(audit).toContain('"Geëxporteerd";"Incidenten, 2020-01-01 t/m');
});

test('the register of measures is taken out from its own page', async ({ stoppedApp: app }) => {
  const before = await open(app, 'Maatregelen');
  await before.getByRole('button', { name: 'Exporteer' }).click();
  await before.getByLabel('Van', { exact: true }).fill('2024-02-29');
  await before.getByText('PDF', { exact: true }).click();
  await expect(before.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.kill();
  const review = await open(app, 'Maatregelen');
  await review.getByRole('button', { name: 'Exporteer' }).click();
  const dialog = review.getByRole('dialog', { name: 'Exporteren' });
  await expect(dialog.getByLabel('Van', { exact: true })).toHaveValue('2024-02-29');
  await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeChecked();
  const register = await savedText(app, review, () => dialog.getByRole('button', { name: 'Maak bestand' }).click());
  for (const said of ['Register van maatregelen', 'Spoed gaat altijd door.', 'Niets in deze tijd.'])
    expect(register).toContain(said);
});
