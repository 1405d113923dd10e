import { openReview, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';

test('the manager says what a colleague does and where', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  await review.getByRole('button', { name: 'Wijzig Anna' }).click();
  const dialog = review.getByRole('dialog', { name: 'Anna wijzigen' });
  await expect(dialog.getByLabel('Naam')).toBeFocused();
  await dialog.getByLabel('Functie').fill('Dokters');
  await review.getByRole('option', { name: 'Doktersassistent' }).click();
  await dialog.getByLabel('Afdeling').fill('Spoedlijn');
  await expectAccessible(review);
  await app.picture(review, 'team-change');
  await review.keyboard.press('Enter');
  await expect(review.getByText('De gegevens van Anna zijn bewaard.')).toBeVisible();
  await expect(review.getByRole('row', { name: /^Anna/ })).toContainText('DoktersassistentSpoedlijn');
  await expectAccessible(review);
  await app.picture(review, 'team-members');
});
