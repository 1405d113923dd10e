import { openCaller, openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';

test('an incident leads to a proposal, a manager decides on a ban, and the desk sees it with emergencies open', async ({
  app,
}) => {
  const { desk } = app;
  const { displayName } = callers.zwaantje;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', displayName);
  await desk.keyboard.press('F8');
  // A very serious threat, call ended.
  for (const key of ['3', 'e', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText('Incident vastgelegd.').first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: 'Incident', exact: true })).toHaveCount(0);

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: 'Beslis over een stap' }).click();
  await expect(review.getByText('Voorstel: contactverbod, 1 maand')).toBeVisible();
  await expect(review.getByText('Een heel ernstig incident.')).toBeVisible();
  await expect(review.getByText('Spoed blijft altijd open. Jij beslist.')).toBeVisible();
  await expect(review.getByText(/Antwoord aan de beller: vóór/)).toBeVisible();
  await expect(review.getByText(/Overweeg aangifte, liefst uiterlijk/)).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-decide');

  await review.getByRole('button', { name: 'Neem voorstel over' }).click();
  await expect(review.getByText(/Dat ligt vast: geen besluit sluit de spoedlijn/)).toBeVisible();
  await review.getByLabel('Waarom', { exact: true }).fill('');
  await review.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await expect(review.getByText('Beschrijf concreet wat er gebeurde.')).toBeVisible();
  await review.getByLabel('Waarom', { exact: true }).fill('Dreigde vandaag langs te komen en iemand te slaan.');
  await expectAccessible(review);
  await app.picture(review, 'review-decision');
  await review.getByRole('button', { name: 'Leg het besluit vast' }).click();

  const register = review.getByRole('navigation', { name: 'Lopend' });
  await expect(register.getByRole('button', { name: displayName })).toContainText('Contactverbod');
  const detail = review.getByRole('region', { name: 'Maatregelen' });
  await expect(detail.getByText('Besloten door Karin')).toBeVisible();
  await expect(detail.getByText('Spoed gaat altijd door.')).toBeVisible();
  await review.getByRole('button', { name: 'Bezwaar' }).click();
  await review.getByLabel('Wat de beller schrijft of zegt').fill('Het was mijn broer die belde.');
  await review.getByRole('button', { name: 'Leg het bezwaar vast' }).click();
  await expect(detail.getByText('Het was mijn broer die belde.')).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-measures');

  await desk.bringToFront();
  await switchTo(desk, workers.bram);
  await desk.keyboard.type('verbod');
  await expect(desk.getByRole('option', { name: displayName })).toContainText('Contactverbod');
  await desk.keyboard.press('Enter');
  const ban = desk.getByRole('region', { name: 'Contactverbod' });
  await expect(ban).toContainText('Gesloten: telefoon en balie.');
  await expect(ban).toContainText('Open: mail en chat.');
  await expect(ban.getByText('Spoed gaat altijd door.')).toBeVisible();
  await expect(desk.getByText(/Is er spoed\? Dan help ik u direct\./)).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-card-ban');
  await app.resize(desk, { width: 360, height: 520 });
  await expect(ban).toBeVisible();
  await app.picture(desk, 'desk-card-ban-small');
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.karin);
  const again = app.hostName === 'electron' ? await openReview(app) : review;
  await again.bringToFront();
  await again.getByRole('navigation', { name: 'Onderdelen' }).getByText('Maatregelen').click();
  await again.getByRole('button', { name: 'Hef op', exact: true }).click();
  await again.getByLabel('Waarom opgeheven').fill('Het bezwaar klopte.');
  await again.getByRole('button', { name: 'Hef de maatregel op' }).click();
  await expect(again.getByRole('navigation', { name: 'Voorbij' })).toContainText('opgeheven');
  await expect(again.getByRole('navigation', { name: 'Lopend' })).toHaveCount(0);

  await desk.bringToFront();
  await desk.keyboard.press('Escape');
  await searchField(desk).fill('regenk');
  await expect(desk.getByRole('option', { name: displayName })).not.toContainText('Contactverbod');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Eerdere stappen')).toBeVisible();
  await expect(desk.getByRole('region', { name: 'Contactverbod' })).toHaveCount(0);
});

test('a manager leaves it with a reason, and nothing waits any more', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.press('F8');
  for (const key of ['1', 'w', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(desk.getByText('Incident vastgelegd.').first()).toBeVisible();
  const review = await openReview(app);
  const pages = review.getByRole('navigation', { name: 'Onderdelen' });
  await expect(pages.getByRole('button', { name: /Te beslissen/ })).toContainText('1');
  await pages.getByText('Te beslissen').click();
  await expect(review.getByText('Voorstel: waarschuwing')).toBeVisible();
  await review.getByRole('button', { name: 'Nu niet' }).click();
  await review.getByLabel('Waarom niet').fill('Bood meteen excuses aan.');
  await review.getByRole('button', { name: 'Leg vast' }).click();
  await expect(review.getByText('Niets te beslissen.')).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-decide-empty');

  await pages.getByText('Huisregels').click();
  await review.getByLabel('Eerste verbod, maanden').fill('2');
  await review.getByRole('button', { name: 'Bewaar' }).click();
  await pages.getByText('Te beslissen').click();
  await pages.getByText('Huisregels').click();
  await expect(review.getByLabel('Eerste verbod, maanden')).toHaveValue('2');
  await app.picture(review, 'review-house-rules-measures');
});
