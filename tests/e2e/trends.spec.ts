import { TZDate } from '@date-fns/tz';
import type { Page } from '@playwright/test';
import { format } from 'date-fns';
import { openReview, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

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
  review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(page)
    .first()
    .click();

test('a week out of the ordinary is told with its figures, beside the mailing of that week', async ({
  stoppedApp: app,
}) => {
  const review = await openTrends(app);
  await expect(
    review.getByText(say(/De week van .* ligt boven wat gewoon is: 30 tegen 3,3 ± 10 per 100 contacten\./)),
  ).toBeVisible();
  await expect(review.getByText(say('21 incidenten bij 390 contacten: 5,4 per 100.'))).toBeVisible();
  await expect(review.locator('svg').getByText('30', { exact: true })).toBeVisible();
  await expect(review.locator('svg').getByText('▲')).toBeVisible();

  await review.getByRole('button', { name: say('Voeg gebeurtenis toe') }).click();
  const dialog = review.getByRole('dialog', { name: say('Gebeurtenis toevoegen') });
  await expect(dialog.getByLabel(say('Omschrijving'))).toBeFocused();
  await dialog.getByLabel(say('Op'), { exact: true }).fill(unusualDay());
  await dialog.getByLabel(say('Tot en met')).fill('2020-01-01');
  await dialog.getByLabel(say('Omschrijving')).fill('Oproep griepprik');
  await expect(dialog.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'trends-event');
  await dialog.getByRole('button', { name: say('Bewaar') }).click();
  await expect(dialog.getByText(say('Kies een laatste dag die niet vóór de eerste ligt.'))).toBeVisible();
  await dialog.getByLabel(say('Tot en met')).fill(unusualDay());
  await dialog.getByRole('button', { name: say('Bewaar') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    review.getByText(`${say('In die week', 'In that week')}: ${say('Mailing verstuurd')} (Oproep griepprik).`),
  ).toBeVisible();
  await expect(review.locator('svg').getByText('A', { exact: true })).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'trends-chart');

  await review.getByText(say('Tabel'), { exact: true }).click();
  const week = review.getByRole('row', {
    name: `${say('boven gewoon (30 tegen 3,3 ± 10)')}; A: ${say('Mailing verstuurd')}`,
  });
  await expect(week).toContainText('30');
  await expect(week).toContainText('9');
  await expectAccessible(review);
  await app.picture(review, 'trends-table');

  await goTo(review, say('Vandaag'));
  await review.getByRole('button', { name: say('Kies een dag', 'Choose a day') }).click();
  await review.getByLabel(say('Welke dag')).fill(unusualDay());
  await review.keyboard.press('Enter');
  const chart = review.getByRole('region', { name: say(/Week van .* t\/m .*, per 100 contacten/) });
  await expect(chart.getByText(say(/.* ligt boven wat gewoon is: 30 tegen 3,3 ± 10\./))).toBeVisible();
  await expect(chart.getByText(`A: ${say('Mailing verstuurd')} (Oproep griepprik), `)).toBeVisible();
  await expect(
    chart.getByText(say('Gewoon is het gemiddelde van de 12 weken', 'Usual is the average of')),
  ).toBeVisible();
  await chart.scrollIntoViewIfNeeded();
  await expectAccessible(review);
  await app.picture(review, 'trends-today');

  await goTo(review, 'Trends');
  await review.getByRole('button', { name: say(/^Verwijder: .*/) }).click();
  await review
    .getByRole('dialog')
    .getByRole('button', { name: say('Verwijder') })
    .click();
  await expect(review.getByText(say('Nog geen gebeurtenissen in deze tijd.'))).toBeVisible();
});

test('incidents are told apart by what they have, narrowed to one kind, and shown in other steps', async ({
  stoppedApp: app,
}) => {
  const review = await openTrends(app);
  const groups = review.getByRole('region', { name: say('Uitgesplitst') });
  await expect(groups.getByRole('row', { name: say(/Wachttijd of wachtrij/) })).toContainText('15');
  await groups.getByLabel(say('Naar')).click();
  await review.getByRole('option', { name: say('kanaal') }).click();
  const desk = groups.getByRole('row', { name: say(/Balie/) });
  // Fifteen incidents against a sixth of 390 contacts.
  await expect(desk).toContainText('65');
  await expect(desk).toContainText(inLanguage({ nl: '23,1', en: '23.1' }));
  await expectAccessible(review);
  await app.picture(review, 'trends-groups');
  await desk.getByRole('button', { name: say('Alleen dit: Balie') }).click();
  await expect(review.getByRole('combobox', { name: say('kanaal') })).toHaveValue(say('Balie'));
  await expect(review.getByText(say(/.* incidenten bij 65 contacten: .* per 100\./))).toBeVisible();
  const by = review.getByRole('combobox', { name: say('Alleen van') });
  await by.click();
  await review.getByRole('option', { name: say('dag van de week') }).click();
  await expect(review.getByRole('combobox', { name: say('dag van de week') })).toHaveValue(
    inLanguage({ nl: 'maandag', en: 'Monday' }),
  );
  await expect(review.getByText(say('In deze tijd zijn er geen contacten genoteerd.'))).toBeVisible();
  await review.getByRole('combobox', { name: say('dag van de week') }).click();
  await review.getByRole('option', { name: inLanguage({ nl: 'woensdag', en: 'Wednesday' }) }).click();
  await expect(review.getByText(say(/.* incidenten bij 390 contacten: .* per 100\./))).toBeVisible();
  await by.click();
  await review.getByRole('option', { name: say('uur'), exact: true }).click();
  await expect(review.getByRole('combobox', { name: say('van'), exact: true })).toHaveValue('12:00');
  await review.getByRole('combobox', { name: say('tot'), exact: true }).click();
  await review.getByRole('option', { name: '15:00' }).click();
  await expect(review.getByText(say(/.* incidenten bij 390 contacten: .* per 100\./))).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'trends-hours');
  await by.click();
  await expect(review.getByRole('option', { name: say('functie') })).toHaveAttribute('data-combobox-disabled', 'true');
  await review.keyboard.press('Escape');
  await review.getByRole('button', { name: say('Toon alles') }).click();
  await groups.getByLabel(say('Naar')).click();
  await review.getByRole('option', { name: say('functie') }).click();
  await expect(groups.getByText(say(/te weinig mensen/))).toBeVisible();
  for (const unit of ['dag', 'maand', 'jaar']) {
    await review.getByText(say(unit), { exact: true }).click();
    await expect(review.getByText(say(/.* incidenten bij .* contacten: .* per 100\./))).toBeVisible();
    await app.picture(review, `trends-${unit}`);
  }
  await expectAccessible(review);
});

test('what was typed about an event is there again after kill -9', async ({ stoppedApp: app }) => {
  let review = await openTrends(app);
  await review.getByRole('button', { name: say('Voeg gebeurtenis toe') }).click();
  await review.getByLabel(say('Omschrijving')).fill('Keuzemenu met drie sto');
  await expect(review.getByRole('dialog').getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();
  await app.start();
  await unlock(app.desk, workers.karin);
  review = await openReview(app);
  await goTo(review, 'Trends');
  await review.getByRole('button', { name: say('Voeg gebeurtenis toe') }).click();
  await expect(review.getByLabel(say('Omschrijving'))).toHaveValue('Keuzemenu met drie sto');
});
