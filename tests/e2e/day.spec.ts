import { openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { savedText } from './support/savedFile.ts';
import { say } from './support/words.ts';

test('five incidents are reviewed with a key each, and the focus is always in the next reply', async ({
  stoppedApp: app,
}) => {
  runScript('makeDay.ts', app.dataFolder);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  const table = review.getByRole('grid', { name: say('Incidenten') });
  await expect(table.getByText(say('te bespreken'))).toHaveCount(5);
  await app.picture(review, 'day-five');
  await review.getByRole('button', { name: say('Dagverslag') }).click();
  await expect(review.getByLabel(say(/^Met namen van bellers/))).not.toBeChecked();
  await expectAccessible(review);
  await app.picture(review, 'day-report');
  const text = await savedText(app, review, () => review.getByRole('button', { name: say('Bewaar als PDF') }).click());
  expect(text).toContain(say('Dagverslag van', 'Day report of'));
  expect(text).toContain(`${say('Incidenten')}: 5`);
  expect(text).not.toContain('Pimpelveld');
  await expect(review.getByRole('dialog')).toHaveCount(0);
  const row = review.getByRole('row', { name: /Bram/ });
  await row.focus();
  const keys = new KeyCounter(review);
  const begun = Date.now();
  await keys.press('Enter');
  await expect(review.getByLabel(say(/^Reactie aan .*/))).toBeFocused();
  for (let left = 4; left >= 0; left -= 1) {
    await keys.press('Control+Enter');
    await expect(table.getByText(say('te bespreken'))).toHaveCount(left);
    if (left > 0) await expect(review.getByLabel(say(/^Reactie aan .*/))).toBeFocused();
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`key presses for reviewing five incidents: ${keys.count}, in ${seconds} s without reading`);
  await expect(review.getByText(say('Besproken. Alles is besproken.'))).toBeAttached();
  await expect(table.getByText(say('besproken', 'reviewed'), { exact: true })).toHaveCount(5);
  expect(keys.count).toBeLessThanOrEqual(6);
});

test('an incident is asked back about, closed, or marked as a second record; the reporter answers', async ({
  stoppedApp: app,
}) => {
  runScript('makeDay.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  const reply = review.getByLabel(say(/^Reactie aan .*/));
  // Bram's is the newest, and the same as Anna's.
  await expect(review.getByLabel(say('Reactie aan Bram'))).toBeVisible();
  await review.keyboard.press('Alt+d');
  const dialog = review.getByRole('dialog');
  await expect(dialog).toContainText(say('Van welke melding is dit een dubbele?'));
  await expect(dialog.getByRole('button').first()).toContainText(callers.zwaantje.displayName);
  await expectAccessible(review);
  await app.picture(review, 'day-duplicate');
  await review.keyboard.press('1');
  await expect(dialog).toHaveCount(0);
  await expect(review.getByRole('row', { name: /Bram/ })).toContainText(say('dubbel'));
  const figure = (name: string) => review.getByRole('term').filter({ hasText: name }).first().locator('..');
  await expect(figure(say('Incidenten'))).toContainText('4');

  await expect(review.getByLabel(say('Reactie aan Anna'))).toBeFocused();
  await review.keyboard.press('Alt+v');
  await expect(review.getByText(say('Typ eerst wat je wilt weten.'))).toBeVisible();
  await reply.pressSequentially('Wat zei de beller precies?');
  await review.keyboard.press('Alt+v');
  await expect(review.getByRole('grid').getByText(say('teruggevraagd'))).toHaveCount(1);
  await review.keyboard.press('Control+Shift+Enter');
  await expect(review.getByRole('grid').getByText(say('afgesloten'))).toHaveCount(1);
  await expectAccessible(review);
  await app.picture(review, 'day-handled');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  const asked = desk.getByRole('option', { name: say(/Karin vraagt: Wat zei de beller precies\?/) });
  await expect(asked).toBeVisible();
  await app.picture(desk, 'desk-asked-back');
  await asked.click();
  await expect(desk.getByText(say('Karin vraagt'), { exact: true })).toBeVisible();
  await desk.getByLabel(say(/^Woorden die de beller gebruikte/)).fill('Niets bijzonders.');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-asked-back-sheet');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await expect(asked).toHaveCount(0);

  await switchTo(desk, workers.karin);
  const again = await openReview(app);
  await expect(again.getByRole('grid').getByText(say('teruggevraagd'))).toHaveCount(0);
  await expect(again.getByRole('grid').getByText(say('te bespreken'))).toHaveCount(3);
});
