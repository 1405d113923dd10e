import { openReview, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { workers } from './support/people.ts';
import { say } from './support/words.ts';

test('a colleague is taken off, the data key is renewed, and everybody opens the app as before', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText(say('Team')).click();
  await review.getByRole('button', { name: say('Neem toegang weg van Bram') }).click();
  const question = review.getByRole('dialog', { name: say('Toegang van Bram wegnemen?') });
  await expect(question).toContainText(say('Vernieuw daarna de gegevenssleutel', 'Then renew the data key'));
  await app.picture(review, 'keys-remove');
  await question.getByRole('button', { name: say('Neem toegang weg') }).click();
  const due = review.getByRole('region', { name: say('Vernieuw de gegevenssleutel') });
  const renew = due.getByRole('button', { name: say('Vernieuw de sleutel') });
  await expect(renew).toBeVisible();
  await expectAccessible(review);
  for (const width of [1100, 800]) {
    await app.resize(review, { width, height: 720 });
    expect(await sidewaysScrollers(review)).toEqual([]);
    await app.picture(review, `keys-due-${width}`);
  }
  await renew.focus();
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('De sleutel is vernieuwd.'))).toBeVisible();
  await expect(due).toBeHidden();

  await review.getByRole('navigation').getByText(say('Instellingen')).click();
  const section = review.getByRole('region', { name: say('Gegevenssleutel') });
  await expect(section).toContainText(say(/Voor het laatst vernieuwd op .*\./));
  await section.scrollIntoViewIfNeeded();
  await expectAccessible(review);
  await app.picture(review, 'keys-settings');
  await app.desk.bringToFront();
  await switchTo(app.desk, workers.anna);
  await app.close();
  await app.start();
  await unlock(app.desk, workers.anna);
});
