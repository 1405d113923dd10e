import { openReview, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { say } from './support/words.ts';

test('the manager has a week dealt fairly, moves a name, and a worker sees the own duty of today in one line', async ({
  stoppedApp: app,
}) => {
  runScript('makeTurns.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  await review.getByText(say('Rooster'), { exact: true }).click();
  await review.getByRole('button', { name: say('Volgende week') }).click();
  await expect(review.getByRole('heading', { name: say(/^Week van .*/) })).toBeVisible();
  await review.getByRole('button', { name: say('Stel een rooster voor') }).click();
  await expect(review.getByText(say('Het rooster is ingevuld. Pas gerust aan.'))).toBeVisible();
  const rows = review.getByRole('table', { name: say('Rooster van de week') }).getByRole('row');
  const urgent = rows.nth(1).getByRole('button', { name: say(/Spoedlijn$/) });
  await expect(urgent).toHaveCount(1);
  // Three people, three duties: nobody is left over, and nobody has the urgent line in the next part of the day again.
  await expect(rows.nth(2).getByRole('button', { name: say(/Spoedlijn$/) })).not.toHaveText(
    (await urgent.innerText()).trim(),
  );
  await expectAccessible(review);
  await app.picture(review, 'rotation-week');

  const name = (await urgent.innerText()).trim();
  await urgent.click();
  await review.getByRole('menuitem', { name: say('Ander werk') }).click();
  await expect(rows.nth(1).getByRole('button', { name: new RegExp(`^${name}.*${say('Ander werk')}$`) })).toBeVisible();
  await review
    .getByRole('group', { name: say('Wie draait mee') })
    .getByRole('button', { name: 'Karin' })
    .click();
  await review.getByRole('button', { name: say('Stel een rooster voor') }).click();
  await review
    .getByRole('dialog')
    .getByRole('button', { name: say('Stel een rooster voor') })
    .click();
  await expect(rows.nth(1).getByRole('button', { name: /^Karin/ })).toHaveCount(0);
  await app.resize(review, { width: 800, height: 720 });
  expect(await sidewaysScrollers(review)).toEqual([]);
  await expectAccessible(review);
  await app.picture(review, 'rotation-week-800');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  const turns = `${say('ochtend')} ${say('telefoon', 'phone')} · ${say('middag')} ${say('spoedlijn')}`;
  await expect(desk.getByText(say(`Dienst: ${turns}`))).toBeVisible();
  for (const size of [
    { width: 400, height: 680 },
    { width: 360, height: 520 },
  ]) {
    await app.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await app.picture(desk, `desk-duty-${size.width}`);
  }
  await desk.getByRole('button', { name: say('Meer'), exact: true }).click();
  await desk.getByRole('menuitem', { name: say('Jouw diensten, scholing en coaching') }).click();
  await expect(desk.getByRole('region', { name: say('Jouw diensten') })).toContainText(turns);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-own-duties');
});
