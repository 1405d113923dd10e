import { openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';

test('an improvement survives a crash while it is typed, and once done shows its figures', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const before = await openReview(app);
  await before.getByRole('navigation').getByText('Instellingen').click();
  await before.getByRole('button', { name: 'Laad de oefenpraktijk' }).click();
  await expect(before.getByText('De oefenpraktijk is geladen.')).toBeVisible();
  await before.getByRole('navigation').getByText('Preventie').click();
  await expect(before.getByText('Nog geen verbeteringen.')).toBeVisible();
  await before.getByRole('button', { name: 'Nieuwe verbetering' }).click();
  await expect(before.getByLabel('Wat verandert er')).toBeFocused();
  await before.keyboard.type('Wachttijd wordt genoemd');
  await expect(before.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.kill();

  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Preventie').click();
  await review.getByRole('button', { name: 'Nieuwe verbetering' }).click();
  const dialog = review.getByRole('dialog', { name: 'Nieuwe verbetering' });
  await expect(dialog.getByLabel('Wat verandert er')).toHaveValue('Wachttijd wordt genoemd');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  await expect(dialog.getByText('Vul dit nog in.')).toBeVisible();
  await dialog.getByLabel('Wie doet het').fill('Karin');
  await dialog.getByLabel('Waarom').fill('Veel boosheid in de wachtrij');
  await dialog.getByLabel('Klaar op').fill('2026-01-10');
  await expectAccessible(review);
  await app.picture(review, 'review-improvement-form');
  await dialog.getByRole('button', { name: 'Bewaar' }).click();
  const list = review.getByRole('list', { name: 'Verbeteringen' });
  await expect(list.getByText('te laat')).toBeVisible();

  await review.getByRole('button', { name: 'Wijzig: Wachttijd wordt genoemd' }).click();
  const change = review.getByRole('dialog', { name: 'Verbetering wijzigen' });
  const day = await review.evaluate(() => new Date(Date.now() - 25 * 86_400_000).toISOString().slice(0, 10));
  await change.getByLabel('Gedaan op').fill(day);
  await change.getByRole('button', { name: 'Bewaar' }).click();
  await expect(list.getByText('8 weken ervoor')).toBeVisible();
  await expect(list.getByText('3 weken erna')).toBeVisible();
  await expect(list.getByText('Alle incidenten, per 100 contacten')).toBeVisible();

  await review.getByRole('button', { name: 'Bekeken: Het keuzemenu van de telefoon' }).click();
  const look = review.getByRole('dialog', { name: 'Het keuzemenu van de telefoon' });
  await look.getByLabel('Wat viel op').fill('Spoed staat nu vooraan.');
  await expectAccessible(review);
  await look.getByRole('button', { name: 'Bewaar' }).click();
  await expect(review.getByRole('row', { name: /keuzemenu/ })).toContainText('door Karin');
  await expect(review.getByRole('row', { name: /keuzemenu/ })).toContainText('Spoed staat nu vooraan.');
  await expectAccessible(review);
  await app.picture(review, 'review-prevention');
  await review.getByRole('table', { name: 'Controlelijst' }).scrollIntoViewIfNeeded();
  await app.picture(review, 'review-prevention-checks');
});
