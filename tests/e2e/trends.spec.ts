import { TZDate } from '@date-fns/tz';
import type { Page } from '@playwright/test';
import { format } from 'date-fns';
import { openReview, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';

/** The Wednesday of last week in Amsterdam, on which makeTrend.ts lets it go wrong. */
function unusualDay(): string {
  const day = new TZDate(Date.now() - 7 * 86_400_000, 'Europe/Amsterdam');
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7) + 2);
  return format(day, 'yyyy-MM-dd');
}

async function openTrends(app: App): Promise<Page> {
  runScript('makeTrend.ts', app.dataFolder);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await goTo(review, 'Trends');
  await expect(review.getByRole('heading', { name: 'Trends', exact: true })).toBeVisible();
  return review;
}

const goTo = (review: Page, page: string) =>
  review.getByRole('navigation', { name: 'Onderdelen' }).getByText(page).first().click();

test('a week out of the ordinary is told with its figures, beside the mailing of that week', async ({
  stoppedApp: app,
}) => {
  const review = await openTrends(app);
  await expect(review.getByText(/ligt boven wat gewoon is: 30 tegen 3,3 ± 10 per 100 contacten/)).toBeVisible();
  await expect(review.getByText('21 incidenten bij 390 contacten: 5,4 per 100.')).toBeVisible();
  await expect(review.locator('svg').getByText('30', { exact: true })).toBeVisible();
  await expect(review.locator('svg').getByText('▲')).toBeVisible();

  await review.getByRole('button', { name: 'Voeg gebeurtenis toe' }).click();
  const dialog = review.getByRole('dialog', { name: 'Gebeurtenis toevoegen' });
  await expect(dialog.getByLabel('Omschrijving')).toBeFocused();
  await dialog.getByLabel('Op', { exact: true }).fill(unusualDay());
  await dialog.getByLabel('Tot en met').fill('2020-01-01');
  await dialog.getByLabel('Omschrijving').fill('Oproep griepprik');
  await expect(dialog.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'trends-event');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(dialog.getByText('Kies een laatste dag die niet vóór de eerste ligt.')).toBeVisible();
  await dialog.getByLabel('Tot en met').fill(unusualDay());
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(review.getByText('In die week: Mailing verstuurd (Oproep griepprik).')).toBeVisible();
  await expect(review.locator('svg').getByText('A', { exact: true })).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'trends-chart');

  await review.getByText('Tabel', { exact: true }).click();
  const week = review.getByRole('row', { name: /boven gewoon \(30 tegen 3,3 ± 10\); A: Mailing verstuurd/ });
  await expect(week).toContainText('30');
  await expect(week).toContainText('9');
  await expectAccessible(review);
  await app.picture(review, 'trends-table');

  await goTo(review, 'Vandaag');
  await review.locator('input[type="date"]').first().fill(unusualDay());
  const chart = review.getByRole('region', { name: 'Deze week, per 100 contacten' });
  await expect(chart.getByText('Woensdag ligt boven wat gewoon is: 30 tegen 3,3 ± 10.')).toBeVisible();
  await expect(chart.getByText(/^A: Mailing verstuurd \(Oproep griepprik\), /)).toBeVisible();
  await expect(chart.getByText(/Gewoon is het gemiddelde van de 12 weken vóór deze week\./)).toBeVisible();
  await chart.scrollIntoViewIfNeeded();
  await expectAccessible(review);
  await app.picture(review, 'trends-today');

  await goTo(review, 'Trends');
  await review.getByRole('button', { name: /^Verwijder: Mailing/ }).click();
  await review.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click();
  await expect(review.getByText('Nog geen gebeurtenissen in deze tijd.')).toBeVisible();
});

test('incidents are told apart by what they have, narrowed to one kind, and shown in other steps', async ({
  stoppedApp: app,
}) => {
  const review = await openTrends(app);
  const groups = review.getByRole('region', { name: 'Uitgesplitst' });
  await expect(groups.getByRole('row', { name: /Wachttijd of wachtrij/ })).toContainText('15');
  await groups.getByLabel('Naar').click();
  await review.getByRole('option', { name: 'kanaal' }).click();
  const desk = groups.getByRole('row', { name: /Balie/ });
  // Fifteen incidents against a sixth of 390 contacts.
  await expect(desk).toContainText('65');
  await expect(desk).toContainText('23,1');
  await expectAccessible(review);
  await app.picture(review, 'trends-groups');
  await desk.getByRole('button', { name: 'Alleen dit: Balie' }).click();
  await expect(review.getByRole('combobox', { name: 'kanaal' })).toHaveValue('Balie');
  await expect(review.getByText(/bij 65 contacten/)).toBeVisible();
  const by = review.getByRole('combobox', { name: 'Alleen van' });
  await by.click();
  await review.getByRole('option', { name: 'dag van de week' }).click();
  await expect(review.getByRole('combobox', { name: 'dag van de week' })).toHaveValue('maandag');
  await expect(review.getByText('In deze tijd zijn er geen contacten genoteerd.')).toBeVisible();
  await review.getByRole('combobox', { name: 'dag van de week' }).click();
  await review.getByRole('option', { name: 'woensdag' }).click();
  await expect(review.getByText(/bij 390 contacten/)).toBeVisible();
  await by.click();
  await review.getByRole('option', { name: 'uur', exact: true }).click();
  await expect(review.getByRole('combobox', { name: 'van', exact: true })).toHaveValue('12:00');
  await review.getByRole('combobox', { name: 'tot', exact: true }).click();
  await review.getByRole('option', { name: '15:00' }).click();
  await expect(review.getByText(/bij 390 contacten/)).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'trends-hours');
  await by.click();
  await expect(review.getByRole('option', { name: 'functie' })).toHaveAttribute('data-combobox-disabled', 'true');
  await review.keyboard.press('Escape');
  await review.getByRole('button', { name: 'Toon alles' }).click();
  await groups.getByLabel('Naar').click();
  await review.getByRole('option', { name: 'functie' }).click();
  await expect(groups.getByText(/te weinig mensen/)).toBeVisible();
  for (const unit of ['dag', 'maand', 'jaar']) {
    await review.getByText(unit, { exact: true }).click();
    await expect(review.getByText(/incidenten bij .* contacten/)).toBeVisible();
    await app.picture(review, `trends-${unit}`);
  }
  await expectAccessible(review);
});

test('what was typed about an event is there again after kill -9', async ({ stoppedApp: app }) => {
  let review = await openTrends(app);
  await review.getByRole('button', { name: 'Voeg gebeurtenis toe' }).click();
  await review.getByLabel('Omschrijving').fill('Keuzemenu met drie sto');
  await expect(review.getByRole('dialog').getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.kill();
  await app.start();
  await unlock(app.desk, workers.karin);
  review = await openReview(app);
  await goTo(review, 'Trends');
  await review.getByRole('button', { name: 'Voeg gebeurtenis toe' }).click();
  await expect(review.getByLabel('Omschrijving')).toHaveValue('Keuzemenu met drie sto');
});
