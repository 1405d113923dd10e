import { openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { deskSize } from './support/hosts.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { say } from './support/words.ts';

test('late aftercare stands at the top of the manager’s day; the worker answers the offer with one key', async ({
  stoppedApp: app,
}) => {
  runScript('makeAftercare.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  const late = review.getByRole('region', { name: say(/Te laat/) });
  await expect(late).toContainText('Bram');
  await expect(late).toContainText(say('Nazorg voor Bram: eerste opvang'));
  await late.getByRole('listitem').filter({ hasText: 'Bram' }).getByRole('button').click();
  await expect(review.getByRole('heading', { name: say('Nazorg'), exact: true })).toBeVisible();
  await expect(review.getByRole('navigation', { name: say('Te laat') })).toContainText('Bram');
  await expect(
    review.getByText(say('Schrijf niet op hoe iemand zich voelt', 'Nothing about how someone feels')),
  ).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'review-aftercare');

  const offer = review.getByRole('button', { name: say('Bied aan: eerste opvang') });
  await expect(offer).toBeFocused();
  await offer.press('Enter');
  const agreed = review.getByLabel(say('Wat jullie afspreken'));
  await expect(agreed).toBeFocused();
  await agreed.pressSequentially('Morgen achter de balie.');
  await expectAccessible(review);
  await app.picture(review, 'review-aftercare-offered');

  await desk.bringToFront();
  await switchTo(desk, workers.bram);
  const row = desk.getByRole('option', { name: say(/Karin biedt aan: eerste opvang/) });
  await expect(row).toBeVisible();
  await app.picture(desk, 'desk-aftercare-offered');
  const keys = new KeyCounter(desk);
  await keys.press('Alt+z');
  await expect(desk.getByText('Morgen achter de balie.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-aftercare');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-aftercare-small');
  await keys.press('a');
  console.log(`key presses to answer an offer of aftercare: ${keys.count}`);
  await expect(desk.getByText(say('Doorgegeven: graag.')).first()).toBeVisible();
  await expect(desk.getByRole('button', { name: say('Graag') })).toHaveCount(0);
  await expect(desk.getByRole('button', { name: say('Gesproken') })).toBeVisible();
  await app.resize(desk, deskSize);
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();

  await switchTo(desk, workers.karin);
  const again = await openReview(app);
  await expect(again.getByRole('region', { name: say(/Te laat/) })).toContainText('Bram');
  await again
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Nazorg'))
    .click();
  await expect(again.getByText(say('Bram wil dit graag.'))).toBeVisible();
  await expect(again.getByLabel(say('Wat jullie afspreken'))).toHaveValue('Morgen achter de balie.');
  await again.keyboard.press('Control+Enter');
  await expect(again.getByText(`${say('Eerste opvang')}: ${say('gesproken')}`)).toBeVisible();
  await expect(
    again.getByRole('button', { name: `${say('Bied aan', 'Offer')}: ${say('gesprek', 'talk')}` }),
  ).toBeVisible();
  await app.picture(again, 'review-aftercare-next');
  await again
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Vandaag'))
    .click();
  await expect(again.getByRole('heading', { name: say(/vandaag/) })).toBeVisible();
  await expect(again.getByRole('region', { name: say(/Te laat/) }).getByRole('listitem')).toHaveCount(0);
});

test('a worker asks for aftercare in two key presses, says when they are away, and ends it', async ({
  stoppedApp: app,
}) => {
  runScript('makeAftercare.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await expect(desk.getByText(say(/Nazorg: .*/))).toHaveCount(0);
  const keys = new KeyCounter(desk);
  await keys.press('Alt+z');
  await expect(desk.getByRole('button', { name: say(/beledigen/) })).toBeVisible();
  await app.picture(desk, 'desk-aftercare-ask');
  await keys.press('1');
  console.log(`key presses to ask for aftercare: ${keys.count}`);
  await expect(desk.getByText(say('Gevraagd. Je praktijkmanager ziet het.')).first()).toBeVisible();
  await desk.getByLabel(say('Van'), { exact: true }).fill('01-12-2099');
  await desk.getByLabel(say('Tot en met')).fill('24-11-2099');
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  await expect(desk.getByText(say('De laatste dag ligt op of na de eerste, hooguit een jaar later.'))).toBeVisible();
  await desk.getByLabel(say('Tot en met')).fill('11-12-2099');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.press('Alt+z');
  await expect(desk.getByLabel(say('Van'), { exact: true })).toHaveValue('01-12-2099');
  await expect(desk.getByLabel(say('Tot en met'))).toHaveValue('11-12-2099');
  await app.resize(desk, { width: 360, height: 520 });
  await desk.getByLabel(say('Tot en met')).scrollIntoViewIfNeeded();
  await expectTidy(desk, 'days away');
  await app.picture(desk, 'desk-aftercare-away-360');
  await app.resize(desk, deskSize);
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  await expect(desk.getByText(say('1 dec 2099 tot en met 11 dec 2099', '1 Dec 2099 to 11 Dec 2099'))).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-aftercare-asked');

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Nazorg'))
    .click();
  await expect(review.getByRole('navigation', { name: say('Nu aan de beurt') })).toContainText('Anna');
  await expect(review.getByRole('navigation', { name: say('Nu aan de beurt') })).toContainText(say('op eigen verzoek'));
  await review.getByRole('button', { name: say('Afwezig') }).click();
  await expect(review.getByText(say('1 dec 2099 tot en met 11 dec 2099', '1 Dec 2099 to 11 Dec 2099'))).toBeVisible();
  await review.getByLabel(say('Wie'), { exact: true }).selectOption('Bram');
  await review.getByLabel(say('Van'), { exact: true }).fill('03-12-2099');
  await review.getByRole('navigation').getByText('Privacy').click();
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Nazorg'))
    .click();
  await review.getByRole('button', { name: say('Afwezig') }).click();
  await expect(review.getByLabel(say('Van'), { exact: true })).toHaveValue('03-12-2099');
  await expect(review.getByLabel(say('Wie'), { exact: true }).getByRole('option', { selected: true })).toHaveText(
    'Bram',
  );
  await expectAccessible(review);
  await app.picture(review, 'review-absences');

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await desk.getByRole('option', { name: say(/Nazorg: eerste opvang/) }).click();
  await expect(desk.getByRole('button', { name: say('Rond af', 'Finish') })).toBeVisible();
  await desk.keyboard.press('d');
  await expect(desk.getByText(say('Nazorg afgerond.')).first()).toBeVisible();
  await expect(desk.getByText(say('Er loopt nu niets.'))).toBeVisible();
});
