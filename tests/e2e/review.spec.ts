import { noteField, openCaller, openReview, recordIncident, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

test('at day’s end the manager reviews the incidents, and the reporter reads what was done', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Wilde vandaag nog een afspraak.');
  await recordIncident(desk);
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, 'pimpel', callers.friso.displayName);
  await noteField(desk).fill('Gewone vraag.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await expect(
    review
      .getByRole('term')
      .filter({ hasText: say('Contacten') })
      .first()
      .locator('..'),
  ).toContainText('2');
  const row = review.getByRole('row', { name: /Anna/ });
  await expect(row).toContainText(callers.zwaantje.displayName);
  await expect(row).toContainText(say(/schelden/i));
  await expect(row).toContainText(say(/ernstig/i));
  await expect(row).toContainText(say(/beëindigd/i));
  await expect(row).toContainText(say('aanvullen', 'to complete'));
  await expectAccessible(review);
  await app.picture(review, 'review-today');

  await review.getByLabel(say('Reactie aan Anna')).fill('Goed dat je ophing. Ik bel de beller morgen.');
  await review.keyboard.press('Control+Enter');
  await expect(review.getByText(say('Alles is besproken.', 'Everything is reviewed.'))).toBeVisible();
  await expect(row).toContainText(say('besproken', 'reviewed'));

  await switchTo(desk, workers.anna);
  await expect(desk.getByText(say('Voor mij'))).toBeVisible();
  await desk.getByRole('option', { name: say(/Je melding van .* is besproken/) }).click();
  await expect(desk.getByText('Goed dat je ophing. Ik bel de beller morgen.')).toBeVisible();
  await expect(desk.getByRole('heading', { name: say('Wat ermee gebeurde') })).toBeVisible();
  await expect(desk.getByRole('listitem').filter({ hasText: say('Besproken', 'Discussed') })).toContainText('Karin');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-feedback');
  await desk.getByRole('button', { name: say('Gelezen', 'Read') }).click();
  await expect(desk.getByText(say('is besproken', 'was discussed'))).toHaveCount(0);
});

test('a note to the reporter survives kill -9 while it is being typed, and is not shown before it is sent', async ({
  app,
}) => {
  await unlock(app.desk, workers.anna);
  await recordIncident(app.desk);
  await switchTo(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByLabel(say('Reactie aan Anna')).fill('Half geschreven reactie');
  await switchTo(app.desk, workers.anna);
  await expect(app.desk.getByText(/Half geschreven/)).toHaveCount(0);
  await app.kill();

  await app.start();
  await unlock(app.desk, workers.karin);
  const again = await openReview(app);
  await expect(again.getByLabel(say('Reactie aan Anna'))).toHaveValue('Half geschreven reactie');
});

test('a receptionist has no way to the review window, nor to what it shows', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await switchTo(desk, workers.anna);
  await expect(desk.getByRole('button', { name: say('Open de terugblik') })).toHaveCount(0);
  await desk.keyboard.press('Control+d');
  await expect(searchField(desk)).toBeFocused();
  // The desktop program closes the window; a browser's page cannot be closed, and says whom it is for.
  if (app.hostName === 'electron') {
    await expect.poll(() => review.isClosed()).toBe(true);
    return;
  }
  await expect(review.getByRole('heading', { name: say('Dit venster is voor de praktijkmanager') })).toBeVisible();
  await expect(review.getByRole('table')).toHaveCount(0);
  await expectAccessible(review);
  await app.picture(review, 'review-not-for-you');
});

test('the manager adds a colleague, who can unlock, and takes the access away again', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  let review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  await review.getByRole('button', { name: say('Voeg iemand toe') }).click();
  await review.getByLabel(say('Naam')).fill('Fatma');
  await review.getByLabel(say('Eerste wachtwoord')).fill('wolken-boven-het-wad');
  await review.getByRole('button', { name: say('Voeg toe'), exact: true }).click();
  await expect(review.getByText(say('Fatma kan nu ontgrendelen.'))).toBeVisible();
  await expectAccessible(review);

  const fatma = { name: 'Fatma', role: 'receptionist', password: 'wolken-boven-het-wad' } as const;
  await desk.bringToFront();
  await switchTo(desk, fatma);
  await switchTo(desk, workers.karin);
  review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  await review.getByRole('button', { name: say('Neem toegang weg van Fatma') }).click();
  await review
    .getByRole('dialog')
    .getByRole('button', { name: say('Neem toegang weg') })
    .click();
  await expect(review.getByText(say('Fatma heeft geen toegang meer.'))).toBeVisible();
  await desk.bringToFront();
  await desk.keyboard.press('Control+l');
  await expect(desk.getByRole('option', { name: 'Anna' })).toBeVisible();
  await expect(desk.getByRole('option', { name: 'Fatma' })).toHaveCount(0);
});
