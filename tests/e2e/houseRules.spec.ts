import { openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('a manager decides on a text, everybody reads it in one press, and who has not is in sight', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const before = await openReview(app);
  await before.getByRole('navigation').getByText(say('Werkwijzen')).click();
  await before.getByRole('button', { name: say('Stel vast') }).click();
  const ownTitle = inLanguage({ nl: 'Titel, Nederlands', en: 'Title, English' });
  await before.getByLabel(ownTitle).fill('Huisregels van De Linde');
  await expect(before.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText(say('Werkwijzen')).click();
  await review.getByRole('button', { name: say('Stel vast') }).click();
  await expect(review.getByLabel(ownTitle)).toHaveValue('Huisregels van De Linde');
  await expectAccessible(review);
  await app.picture(review, 'review-procedure-form');
  await review.getByLabel(say('Wat is er veranderd', 'What has changed')).fill('Onze naam erbij');
  await review
    .getByRole('form')
    .getByRole('button', { name: say('Stel vast') })
    .click();
  await expect(review.getByText(say(/Versie 1, .*, Karin/)).first()).toBeVisible();
  const list = review.getByRole('navigation', { name: say('Werkwijzen') });
  await expect(list.getByRole('button', { name: /De Linde/ })).toContainText(say('0 van 3 gelezen'));

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await desk.getByRole('option', { name: 'Huisregels van De Linde' }).click();
  await expect(desk.getByRole('heading', { name: 'Huisregels van De Linde' })).toBeVisible();
  await expect(desk.getByText(say('Bij spoed krijgt iedereen altijd hulp.'))).toBeVisible();
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
  await expect(desk.getByRole('group', { name: say('Werkwijzen') }).getByRole('option')).toHaveCount(2);
  await app.picture(desk, 'desk-phrases-and-procedures');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: say('Agressie aan de telefoon') })).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await desk.getByRole('button', { name: say('Meer'), exact: true }).click();
  await desk.getByRole('menuitem', { name: say('Werkwijzen') }).click();
  await expect(desk.getByRole('combobox', { name: say('Zoek een werkwijze') })).toBeFocused();
  await expect(desk.getByRole('option', { name: /Huisregels van De Linde/ })).toContainText(say(/Gelezen op .*/));
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.karin);
  const again = app.hostName === 'electron' ? await openReview(app) : review;
  await again.bringToFront();
  await again
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Werkwijzen'))
    .click();
  const readers = again.getByRole('list', { name: say('Wie heeft gelezen') });
  await expect(readers.getByText(/Anna/)).toContainText(say(/gelezen op .*/));
  await expect(readers.getByText(/Bram/)).toContainText(say('nog niet gelezen'));
  await again.getByText(say('Begintekst')).last().click();
  await expectAccessible(again);
  await app.picture(again, 'review-procedures');
});
