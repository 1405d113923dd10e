import { openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';

test('a manager decides on a text, everybody reads it in one press, and who has not is in sight', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const before = await openReview(app);
  await before.getByRole('navigation').getByText('Werkwijzen').click();
  await before.getByRole('button', { name: 'Stel vast' }).click();
  await before.getByLabel('Titel, Nederlands').fill('Huisregels van De Linde');
  await expect(before.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Werkwijzen').click();
  await review.getByRole('button', { name: 'Stel vast' }).click();
  await expect(review.getByLabel('Titel, Nederlands')).toHaveValue('Huisregels van De Linde');
  await expectAccessible(review);
  await app.picture(review, 'review-procedure-form');
  await review.getByLabel('Wat is er veranderd').fill('Onze naam erbij');
  await review.getByRole('form').getByRole('button', { name: 'Stel vast' }).click();
  await expect(review.getByText('Versie 1').first()).toBeVisible();
  const list = review.getByRole('navigation', { name: 'Werkwijzen' });
  await expect(list.getByRole('button', { name: /De Linde/ })).toContainText('0 van 3 gelezen');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await desk.getByRole('option', { name: 'Huisregels van De Linde' }).click();
  await expect(desk.getByRole('heading', { name: 'Huisregels van De Linde' })).toBeVisible();
  await expect(desk.getByText('Bij spoed krijgt iedereen altijd hulp.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-procedure');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-procedure-small');
  await app.resize(desk, { width: 400, height: 680 });
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByRole('option', { name: 'Huisregels van De Linde' })).toHaveCount(0);

  await desk.keyboard.press('F7');
  await desk.keyboard.type('agressie');
  await expect(desk.getByRole('group', { name: 'Werkwijzen' }).getByRole('option')).toHaveCount(2);
  await app.picture(desk, 'desk-phrases-and-procedures');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: 'Agressie aan de telefoon' })).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await desk.getByRole('button', { name: 'Meer', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Werkwijzen' }).click();
  await expect(desk.getByRole('combobox', { name: 'Zoek een werkwijze' })).toBeFocused();
  await expect(desk.getByRole('option', { name: /Huisregels van De Linde/ })).toContainText('Gelezen op');
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.karin);
  const again = app.hostName === 'electron' ? await openReview(app) : review;
  await again.bringToFront();
  await again.getByRole('navigation', { name: 'Onderdelen' }).getByText('Werkwijzen').click();
  const readers = again.getByRole('list', { name: 'Wie heeft gelezen' });
  await expect(readers.getByText(/Anna/)).toContainText('gelezen op');
  await expect(readers.getByText(/Bram/)).toContainText('nog niet gelezen');
  await again.getByText('Begintekst').last().click();
  await expectAccessible(again);
  await app.picture(again, 'review-procedures');
});
