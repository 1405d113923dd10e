import { openReview, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';

test('the manager has a week dealt fairly, moves a name, and a worker sees the own duty of today in one line', async ({
  stoppedApp: app,
}) => {
  runScript('makeTurns.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  await review.getByText('Rooster', { exact: true }).click();
  await review.getByRole('button', { name: 'Volgende week' }).click();
  await expect(review.getByRole('heading', { name: /^Week van/ })).toBeVisible();
  await review.getByRole('button', { name: 'Stel een rooster voor' }).click();
  await expect(review.getByText('Het rooster is ingevuld.')).toBeVisible();
  const rows = review.getByRole('table', { name: 'Rooster van de week' }).getByRole('row');
  const urgent = rows.nth(1).getByRole('button', { name: /Spoedlijn$/ });
  await expect(urgent).toHaveCount(1);
  // Three people, three duties: nobody is left over, and nobody has the urgent line in the next part of the day again.
  await expect(rows.nth(2).getByRole('button', { name: /Spoedlijn$/ })).not.toHaveText(
    (await urgent.innerText()).trim(),
  );
  await expectAccessible(review);
  await app.picture(review, 'rotation-week');

  const name = (await urgent.innerText()).trim();
  await urgent.click();
  await review.getByRole('menuitem', { name: 'Ander werk' }).click();
  await expect(rows.nth(1).getByRole('button', { name: new RegExp(`^${name}.*Ander werk$`) })).toBeVisible();
  await review.getByRole('group', { name: 'Wie draait mee' }).getByRole('button', { name: 'Karin' }).click();
  await review.getByRole('button', { name: 'Stel een rooster voor' }).click();
  await review.getByRole('dialog').getByRole('button', { name: 'Stel een rooster voor' }).click();
  await expect(rows.nth(1).getByRole('button', { name: /^Karin/ })).toHaveCount(0);
  await app.resize(review, { width: 800, height: 720 });
  expect(await sidewaysScrollers(review)).toEqual([]);
  await expectAccessible(review);
  await app.picture(review, 'rotation-week-800');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await expect(desk.getByText('Dienst: ochtend telefoon · middag spoedlijn')).toBeVisible();
  for (const size of [
    { width: 400, height: 680 },
    { width: 360, height: 520 },
  ]) {
    await app.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await app.picture(desk, `desk-duty-${size.width}`);
  }
  await desk.getByRole('button', { name: 'Meer', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Jouw diensten, scholing en coaching' }).click();
  await expect(desk.getByRole('region', { name: 'Jouw diensten' })).toContainText(
    'ochtend telefoon · middag spoedlijn',
  );
  await expectAccessible(desk);
  await app.picture(desk, 'desk-own-duties');
});
