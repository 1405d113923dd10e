import { openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { say } from './support/words.ts';

test('an improvement survives a crash while it is typed, and once done shows its figures', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const before = await openReview(app);
  await before.getByRole('navigation').getByText(say('Preventie')).click();
  await expect(before.getByText(say('Nog geen verbeteringen.'))).toBeVisible();
  await before.getByRole('navigation').getByText(say('Instellingen')).click();
  await before.getByRole('button', { name: say('Laad de oefenpraktijk') }).click();
  await expect(before.getByText(say('De oefenpraktijk is geladen.'))).toBeVisible();
  await before.getByRole('navigation').getByText(say('Preventie')).click();
  await before.getByRole('button', { name: say('Nieuwe verbetering') }).click();
  await expect(before.getByLabel(say('Wat verandert er'))).toBeFocused();
  await before.keyboard.type('Wachttijd wordt genoemd');
  await expect(before.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();

  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText(say('Preventie')).click();
  await review.getByRole('button', { name: say('Nieuwe verbetering') }).click();
  const dialog = review.getByRole('dialog', { name: say('Nieuwe verbetering') });
  await expect(dialog.getByLabel(say('Wat verandert er'))).toHaveValue('Wachttijd wordt genoemd');
  await dialog.getByRole('button', { name: say('Bewaar') }).click();
  await expect(dialog.getByText(say('Vul dit nog in.'))).toBeVisible();
  await dialog.getByLabel(say('Wie doet het')).fill('Karin');
  await dialog.getByLabel(say('Waarom')).fill('Veel boosheid in de wachtrij');
  await dialog.getByLabel(say('Klaar op')).fill('2026-01-10');
  await expectAccessible(review);
  await app.picture(review, 'review-improvement-form');
  await dialog.getByRole('button', { name: say('Bewaar') }).click();
  const improvements = review.getByRole('list', { name: say('Verbeteringen') }).getByRole('listitem');
  const own = improvements.filter({ hasText: 'Wachttijd wordt genoemd' });
  await expect(own.getByText(say('te laat'))).toBeVisible();

  await review.getByRole('button', { name: say('Wijzig: Wachttijd wordt genoemd') }).click();
  const change = review.getByRole('dialog', { name: say('Verbetering wijzigen') });
  const day = await review.evaluate(() => new Date(Date.now() - 25 * 86_400_000).toISOString().slice(0, 10));
  await change.getByLabel(say('Gedaan op')).fill(day);
  await change.getByRole('button', { name: say('Bewaar') }).click();
  await expect(own.getByText(say('8 weken ervoor'))).toBeVisible();
  await expect(own.getByText(say('3 weken erna'))).toBeVisible();
  await expect(own.getByText(say('Alle incidenten, per 100 contacten'))).toBeVisible();

  await review.getByRole('button', { name: say('Bekeken: Het keuzemenu van de telefoon') }).click();
  const look = review.getByRole('dialog', { name: say('Het keuzemenu van de telefoon') });
  await look.getByLabel(say('Wat viel op')).fill('Spoed staat nu vooraan.');
  await expectAccessible(review);
  await look.getByRole('button', { name: say('Bewaar') }).click();
  await expect(review.getByRole('row', { name: say('Het keuzemenu van de telefoon') })).toContainText(
    `${say('door', 'by')} Karin`,
  );
  await expect(review.getByRole('row', { name: say('Het keuzemenu van de telefoon') })).toContainText(
    'Spoed staat nu vooraan.',
  );
  await expectAccessible(review);
  await app.picture(review, 'review-prevention');
  await review.getByRole('table', { name: say('Controlelijst') }).scrollIntoViewIfNeeded();
  await app.picture(review, 'review-prevention-checks');

  await review.getByRole('button', { name: say('Pas de lijst aan') }).click();
  await review.getByRole('button', { name: say('Verberg: De balie en de wachtkamer') }).click();
  await expect(review.getByRole('list', { name: say('Verborgen') })).toContainText(say('De balie en de wachtkamer'));
  await review.getByRole('button', { name: say('Nieuw punt') }).click();
  await expect(review.getByLabel(say('Wat kijk je na'))).toBeFocused();
  await review.keyboard.type('Genoeg stoelen in de gang');
  await app.picture(review, 'review-prevention-point');
  await review.keyboard.press('Enter');
  await review.getByRole('button', { name: say('Zet hoger: Genoeg stoelen in de gang') }).press('Enter');
  const points = review.getByRole('list', { name: say('Punten van de controlelijst') }).getByRole('listitem');
  await expect(points.nth(-2)).toContainText('Genoeg stoelen in de gang');
  await expectAccessible(review);
  await app.picture(review, 'review-prevention-points');
  await review.getByRole('button', { name: say('Klaar'), exact: true }).click();
  await expect(review.getByRole('row', { name: /Genoeg stoelen/ })).toContainText(say('nog niet bekeken'));
});
