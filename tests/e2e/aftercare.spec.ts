import { openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { deskSize } from './support/hosts.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';

test('late aftercare stands at the top of the manager’s day; the worker answers the offer with one key', async ({
  stoppedApp: app,
}) => {
  runScript('makeAftercare.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  const late = review.getByRole('region', { name: /Te laat/ });
  await expect(late).toContainText('Bram');
  await expect(late).toContainText('Nazorg voor Bram: eerste opvang');
  await late.getByRole('button').click();
  await expect(review.getByRole('heading', { name: 'Nazorg', exact: true })).toBeVisible();
  await expect(review.getByRole('navigation', { name: 'Te laat' })).toContainText('Bram');
  await expect(review.getByText('Schrijf niet op hoe iemand zich voelt, en niets over gezondheid.')).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-aftercare');

  const offer = review.getByRole('button', { name: 'Bied aan: eerste opvang' });
  await expect(offer).toBeFocused();
  await offer.press('Enter');
  const agreed = review.getByLabel('Wat jullie afspreken');
  await expect(agreed).toBeFocused();
  await agreed.pressSequentially('Morgen achter de balie.');
  await expectAccessible(review);
  await app.picture(review, 'review-aftercare-offered');

  await desk.bringToFront();
  await switchTo(desk, workers.bram);
  const row = desk.getByRole('option', { name: /Karin biedt aan: eerste opvang/ });
  await expect(row).toBeVisible();
  await app.picture(desk, 'desk-aftercare-offered');
  const keys = new KeyCounter(desk);
  await keys.press('Alt+z');
  await expect(desk.getByText('Morgen achter de balie.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-aftercare');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-aftercare-small');
  await keys.press('a');
  console.log(`key presses to answer an offer of aftercare: ${keys.count}`);
  await expect(desk.getByText('Doorgegeven: graag.').first()).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Graag' })).toHaveCount(0);
  await expect(desk.getByRole('button', { name: 'Gesproken' })).toBeVisible();
  await app.resize(desk, deskSize);
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();

  await switchTo(desk, workers.karin);
  const again = await openReview(app);
  await expect(again.getByRole('region', { name: /Te laat/ })).toContainText('Bram');
  await again.getByRole('navigation', { name: 'Onderdelen' }).getByText('Nazorg').click();
  await expect(again.getByText('Bram wil dit graag.')).toBeVisible();
  await expect(again.getByLabel('Wat jullie afspreken')).toHaveValue('Morgen achter de balie.');
  await again.keyboard.press('Control+Enter');
  await expect(again.getByText('Eerste opvang: gesproken')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Bied aan: gesprek' })).toBeVisible();
  await app.picture(again, 'review-aftercare-next');
  await again.getByRole('navigation', { name: 'Onderdelen' }).getByText('Vandaag').click();
  await expect(again.getByRole('heading', { name: /vandaag/ })).toBeVisible();
  await expect(again.getByRole('region', { name: /Te laat/ })).toContainText('Niets is te laat.');
});

test('a worker asks for aftercare in two key presses, says when they are away, and ends it', async ({
  stoppedApp: app,
}) => {
  runScript('makeAftercare.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await expect(desk.getByText(/Nazorg: /)).toHaveCount(0);
  const keys = new KeyCounter(desk);
  await keys.press('Alt+z');
  await expect(desk.getByRole('button', { name: /beledigen/ })).toBeVisible();
  await app.picture(desk, 'desk-aftercare-ask');
  await keys.press('1');
  console.log(`key presses to ask for aftercare: ${keys.count}`);
  await expect(desk.getByText('Gevraagd. Je praktijkmanager ziet het.').first()).toBeVisible();
  await desk.getByLabel('Van', { exact: true }).fill('01-12-2099');
  await desk.getByLabel('Tot en met').fill('24-11-2099');
  await desk.getByRole('button', { name: 'Leg vast' }).click();
  await expect(desk.getByText('De laatste dag ligt op of na de eerste, hooguit een jaar later.')).toBeVisible();
  await desk.getByLabel('Tot en met').fill('11-12-2099');
  await desk.getByRole('button', { name: 'Leg vast' }).click();
  await expect(desk.getByText(/1 dec 2099 tot en met 11 dec 2099/)).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-aftercare-asked');

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation', { name: 'Onderdelen' }).getByText('Nazorg').click();
  await expect(review.getByRole('navigation', { name: 'Nu aan de beurt' })).toContainText('Anna');
  await expect(review.getByRole('navigation', { name: 'Nu aan de beurt' })).toContainText('op eigen verzoek');
  await review.getByRole('button', { name: 'Afwezig' }).click();
  await expect(review.getByText(/1 dec 2099 tot en met 11 dec 2099/)).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-absences');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await desk.getByRole('option', { name: /Nazorg: eerste opvang/ }).click();
  await expect(desk.getByRole('button', { name: 'Rond af' })).toBeVisible();
  await desk.keyboard.press('d');
  await expect(desk.getByText('Nazorg afgerond.').first()).toBeVisible();
  await expect(desk.getByText('Er loopt nu niets.')).toBeVisible();
});
