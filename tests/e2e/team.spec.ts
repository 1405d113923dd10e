import { expectFocusOnPage, openReview, switchTo, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { sidewaysScrollers } from './support/layout.ts';
import { workers } from './support/people.ts';
import { savedText } from './support/savedFile.ts';
import { say } from './support/words.ts';

async function openTeam(app: App) {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Team').click();
  return review;
}

test('the manager says what a colleague does and where', async ({ app }) => {
  const review = await openTeam(app);
  await review.getByRole('button', { name: say('Wijzig Anna') }).click();
  const dialog = review.getByRole('dialog', { name: say('Anna wijzigen') });
  await expect(dialog.getByLabel(say('Naam'))).toBeFocused();
  await dialog.getByLabel(say('Functie')).fill(say('Doktersassistent').slice(0, 6));
  await review.getByRole('option', { name: say('Doktersassistent') }).click();
  await dialog.getByLabel(say('Afdeling')).fill('Spoedlijn');
  await expectAccessible(review);
  await app.picture(review, 'team-change');
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('De gegevens van Anna zijn bewaard.'))).toBeVisible();
  await expect(review.getByRole('row', { name: /^Anna/ })).toContainText(`${say('Doktersassistent')}Spoedlijn`);
  await expectAccessible(review);
  await app.picture(review, 'team-members');

  const groups = review.getByRole('region', { name: say('Functies en afdelingen') });
  await expect(groups.getByRole('listitem').filter({ hasText: 'Spoedlijn' })).toContainText(say('1 collega'));
  await groups.getByRole('button', { name: say('Voeg functie toe') }).click();
  const name = review.getByRole('textbox', { name: say('Functie') });
  await expect(name).toBeFocused();
  await review.keyboard.type(say('Doktersassistent').toUpperCase());
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('Deze staat al op de lijst', 'This one is on the list already'))).toBeVisible();
  await review.keyboard.type('Telefonist');
  await review.keyboard.press('Enter');
  await groups.getByRole('button', { name: say('Andere naam voor Doktersassistent') }).click();
  await name.fill('Assistent');
  await expectAccessible(review);
  await app.picture(review, 'team-group-rename');
  await review.keyboard.press('Enter');
  await expect(review.getByRole('row', { name: /^Anna/ })).toContainText('AssistentSpoedlijn');
  await groups.getByRole('button', { name: say('Niet meer gebruiken: Telefonist') }).click();
  await expect(groups.getByRole('button', { name: say('Weer gebruiken: Telefonist') })).toBeVisible();
  await expectAccessible(review);
  await app.picture(review, 'team-groups');
  await app.resize(review, { width: 800, height: 720 });
  expect(await sidewaysScrollers(review)).toEqual([]);
});

test('a colleague who forgot the password gets a new one from the manager', async ({ app }) => {
  const review = await openTeam(app);
  await review.getByRole('button', { name: say('Wijzig Anna') }).click();
  await review.getByRole('button', { name: say('Geef Anna een nieuw wachtwoord') }).click();
  const dialog = review.getByRole('dialog', { name: say('Nieuw wachtwoord voor Anna') });
  await expect(dialog.getByLabel(say('Nieuw wachtwoord'), { exact: true })).toBeFocused();
  await review.keyboard.type('appels-rollen-ver-weg');
  await expectAccessible(review);
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('Anna kan ontgrendelen met het nieuwe wachtwoord.'))).toBeVisible();
  await app.desk.bringToFront();
  await switchTo(app.desk, { name: 'Anna', password: 'appels-rollen-ver-weg' });
});

test('the training register reminds of a renewal, and each worker sees their own trainings and coaching', async ({
  app,
}) => {
  const { desk } = app;
  const review = await openTeam(app);
  await review.getByText(say('Trainingen'), { exact: true }).click();
  await review.getByRole('button', { name: say('Voeg training toe') }).click();
  await expect(review.getByLabel(say('Naam'))).toBeFocused();
  await review.keyboard.press('Escape');
  await expect(review.getByRole('button', { name: say('Voeg training toe') })).toBeFocused();
  await review.keyboard.press('Enter');
  await review.getByLabel(say('Naam')).fill('Grenzen stellen aan de telefoon');
  await review.getByLabel(say('Geldig, in maanden')).fill('twaalf');
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('Vul een heel getal in', 'Fill in a whole number'))).toBeVisible();
  await review.getByLabel(say('Geldig, in maanden')).fill('12');
  await app.picture(review, 'team-training-new');
  await review.keyboard.press('Enter');

  await review.getByRole('button', { name: say('Noteer wie hem volgde: Grenzen stellen aan de telefoon') }).click();
  await review.getByRole('button', { name: 'Anna', exact: true }).click();
  await review.getByLabel(say('Gevolgd op')).fill('2024-03-04');
  await review.getByLabel(say('Certificaat')).fill('map 3, nummer 12');
  await expectAccessible(review);
  await app.picture(review, 'team-training-record');
  await review.getByRole('button', { name: say('Bewaar'), exact: true }).click();
  const row = review.getByRole('row', { name: /^Anna/ });
  await expect(row).toContainText(say('verlopen'));
  await expect(review.getByRole('navigation').getByRole('button', { name: /^Team/ })).toContainText('1');
  await expectAccessible(review);
  await app.picture(review, 'team-trainings');

  await review.getByText('Coaching', { exact: true }).click();
  await review.getByRole('button', { name: say('Plan een moment') }).click();
  await expect(review.getByLabel(say('Waarover'))).toBeFocused();
  await review.keyboard.press('Escape');
  await expect(review.getByRole('button', { name: say('Plan een moment') })).toBeFocused();
  await review.keyboard.press('Enter');
  await review.getByLabel(say('Waarover')).fill('Een lang gesprek vriendelijk afronden');
  await app.picture(review, 'team-coaching-new');
  await review.getByRole('button', { name: 'Plan', exact: true }).click();
  await expect(review.getByText(`Anna ${say('met', 'with')} Karin`)).toBeVisible();
  await review.getByRole('button', { name: say('Open Een lang gesprek vriendelijk afronden van Anna') }).click();
  await review.getByLabel(say('Afgesproken vervolg')).fill('Samen twee gesprekken beluisteren');
  await review.getByRole('button', { name: say('Is gehouden') }).click();
  await expect(review.getByRole('heading', { name: say('Gehouden') })).toBeVisible();
  await expectFocusOnPage(review);
  await expectAccessible(review);
  await app.picture(review, 'team-coaching');
  await app.resize(review, { width: 800, height: 720 });
  expect(await sidewaysScrollers(review)).toEqual([]);

  await desk.bringToFront();
  await switchTo(desk, workers.anna);
  await desk.getByRole('button', { name: say('Meer'), exact: true }).click();
  await desk.getByRole('menuitem', { name: say('Jouw diensten, scholing en coaching') }).click();
  await expect(desk.getByRole('region', { name: say('Jouw trainingen') })).toContainText(
    'Grenzen stellen aan de telefoon',
  );
  await desk.getByRole('button', { name: say('Gedaan') }).click();
  await expect(desk.getByRole('button', { name: say('Gedaan') })).toHaveAttribute('aria-pressed', 'true');
  for (const size of [
    { width: 400, height: 680 },
    { width: 360, height: 520 },
  ]) {
    await app.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await expectAccessible(desk);
    await app.picture(desk, `desk-own-work-${size.width}`);
  }

  await desk.getByRole('button', { name: say('Alles wat van jou wordt bewaard') }).click();
  await expect(desk.getByRole('region', { name: say('Scholing', 'Trainings') })).toContainText('Grenzen stellen');
  await expect(desk.getByRole('region', { name: say('Coaching', 'Coaching') })).toContainText('Samen twee gesprekken');
  for (const size of [
    { width: 400, height: 680 },
    { width: 360, height: 520 },
  ]) {
    await app.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await expectAccessible(desk);
    await app.picture(desk, `desk-own-data-${size.width}`);
  }
  const paper = await savedText(app, desk, () =>
    desk.getByRole('button', { name: say('Bewaar als PDF', 'Save as PDF') }).click(),
  );
  expect(paper).toContain(say('Wat er van Anna wordt bewaard'));
});
