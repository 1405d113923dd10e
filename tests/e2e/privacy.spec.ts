import path from 'node:path';
import { askFor, openCaller, openReview, recordIncident, searchField, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { reviewPictures } from './support/looks.ts';
import { workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { savedText } from './support/savedFile.ts';
import { inLanguage, say } from './support/words.ts';

test('a caller who asks for it is erased: recorded, looked at, done, with the backups of before', async ({
  stoppedApp: app,
  practice,
}) => {
  runScript('slowStore.ts', path.join(app.dataFolder, 'store.db'), practice.secrets.dataEncryptionKey, 'whole');
  await app.start();
  await unlock(app.desk, workers.karin);
  // Somebody else's notes say the name, too.
  for (const note of ['Kwam met Zwaantje van Regenkamp.', 'De brief is voor Zwaantje van Regenkamp.']) {
    await openCaller(app.desk, 'pimpel', 'Friso');
    await app.desk.keyboard.type(note);
    await app.desk.keyboard.press('Control+Enter');
    await expect(searchField(app.desk)).toBeFocused();
  }
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Privacy').click();
  await review.getByRole('button', { name: say('Nieuw verzoek') }).click();
  await review.keyboard.type('regenk');
  await expect(review.getByRole('option', { name: /Regenkamp/ })).toBeVisible();
  await review.keyboard.press('Enter');
  const dialog = review.getByRole('dialog', { name: say('Nieuw verzoek') });
  await expect(dialog.getByLabel(say('Wat er is gevraagd'))).toBeFocused();
  await dialog.getByText(say('wissen'), { exact: true }).click();
  await dialog.getByRole('button', { name: say('Bewaar'), exact: true }).click();
  await expect(dialog.getByText(say('Vul dit nog in.'))).toBeVisible();
  await dialog.getByLabel(say('Wat er is gevraagd')).fill('Wil dat alles weggaat.');
  await expectAccessible(review, 'new request');
  await app.picture(review, 'review-privacy-request');
  await dialog.getByRole('button', { name: say('Bewaar'), exact: true }).click();
  const row = review.getByRole('table', { name: say('Verzoeken') }).getByRole('row', { name: /Regenkamp/ });
  await expect(row).toContainText('Wil dat alles weggaat.');
  await app.resize(review, { width: 800, height: 720 });
  await expectTidy(review, 'requests');
  await expectAccessible(review, 'requests');
  await app.picture(review, 'review-privacy-requests-800');

  await row.getByRole('button', { name: say('Bekijk en wis') }).click();
  const erasing = review.getByRole('dialog', { name: say(/.*Regenkamp wissen/) });
  await expect(erasing.getByText(say('de kaart zelf, met naam, nummers en zoekwoorden'))).toBeVisible();
  await expect(erasing.getByLabel(say('Wat je de beller antwoordt'))).toBeFocused();
  await review.keyboard.type('Alles is weg.');
  const mentions = erasing.getByRole('listitem').filter({ hasText: 'Regenkamp.' });
  await expect(mentions).toHaveCount(2);
  const letter = mentions.filter({ hasText: 'De brief' });
  await letter.getByText(say('Laat staan')).click();
  await erasing.getByRole('button', { name: say(/^Wis alles van .*/) }).click();
  await expect(erasing.getByText(say('Schrijf bij elke naam die blijft waarom.'))).toBeVisible();
  await letter.getByLabel(say('Waarom de naam blijft staan, zonder de naam te noemen')).fill('Nodig voor een zaak.');
  await expectTidy(review, 'erase');
  await expectAccessible(review, 'erase');
  await reviewPictures(app, review, 'review-privacy-erase');
  await erasing.getByRole('button', { name: say(/^Wis alles van .*/) }).click();
  await expect(erasing.getByText(say('Alles is gewist. Er is niets van over in het bestand.'))).toBeVisible();
  // Not the button beside it that takes all older backups away, nor anything behind the dialog.
  await expect(erasing.getByRole('button', { name: say('Sluit') })).toBeFocused();
  await reviewPictures(app, review, 'review-privacy-person-erased');
  const renew = erasing.getByRole('button', { name: say('Maak een nieuwe back-up en haal alle oudere weg') });
  await renew.click();
  const stop = erasing.getByRole('button', { name: say('Stop'), exact: true });
  await stop.press('Enter');
  await expect(erasing.getByText(say('Gestopt. De back-ups die er waren, zijn er nog.'))).toBeVisible();
  await expect(erasing.getByRole('button', { name: say('Sluit') })).toBeFocused();
  await renew.click();
  await expect(stop).toBeVisible();
  await expectAccessible(review, 'renew');
  await reviewPictures(app, review, 'review-privacy-renew');
  await expect(
    erasing.getByText(inLanguage({ nl: 'Er is een nieuwe back-up.', en: 'There is a new backup.' })),
  ).toBeVisible();
  await erasing.getByRole('button', { name: say('Sluit') }).click();
  await expect(
    review.getByRole('table', { name: say('Verzoeken') }).getByRole('row', { name: say(/gewiste beller/) }),
  ).toContainText('Karin: Alles is weg.');
  await expect(review.getByRole('table', { name: say('Verzoeken') })).toContainText('Nodig voor een zaak.');
});

test('what is kept of a caller is restricted on request: the desk says so, and a manager lifts it with a reason', async ({
  app,
}) => {
  await unlock(app.desk, workers.karin);
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await app.desk.keyboard.type('Over het tuinhek.');
  await recordIncident(app.desk);
  await app.desk.keyboard.press('Control+Enter');
  const review = await openReview(app);
  await askFor(review, 'Bewaar het voor mijn zaak.', 'beperken');
  await review.getByRole('button', { name: say(/^Beperk wat er is van .*/) }).click();
  const dialog = review.getByRole('dialog', { name: say(/.* beperken/) });
  await dialog.getByText(say('de beller heeft het nodig voor een zaak')).click();
  await dialog.getByLabel(say('Wat je de beller antwoordt, of waarom')).fill('Tot de zaak klaar is.');
  await expectAccessible(review, 'restrict');
  await app.picture(review, 'review-privacy-restrict');
  await dialog.getByRole('button', { name: say('Beperk'), exact: true }).click();
  const restricted = review.getByRole('region', { name: say('Beperkt') });
  await expect(restricted.getByRole('row', { name: /Regenkamp/ })).toContainText('Karin: Tot de zaak klaar is.');
  for (const width of [1100, 800]) {
    await app.resize(review, { width, height: 720 });
    await restricted.scrollIntoViewIfNeeded();
    await expectTidy(review, `restricted ${width}`);
    await expectAccessible(review, `restricted ${width}`);
    await app.picture(review, `review-privacy-restricted-${width}`);
  }

  // The day says it too, and offers no change of what was written.
  await review.getByRole('navigation').getByText(say('Vandaag')).click();
  await expect(review.getByRole('row', { name: /Regenkamp/ })).toContainText(say('beperkt'));
  const panel = review.getByRole('complementary', { name: say('Gekozen incident') });
  await expect(
    panel.getByText(say('Wat erover is geschreven, is beperkt: het is nu niet te lezen en verandert niet.')),
  ).toBeVisible();
  await expect(panel.getByRole('button', { name: say('Verbeter') })).toHaveCount(0);
  await expectTidy(review, 'restricted day');
  await expectAccessible(review, 'restricted day');
  await app.picture(review, 'review-restricted-day-800');
  await app.resize(review, { width: 1100, height: 720 });
  await app.picture(review, 'review-restricted-day');
  await review.getByRole('navigation').getByText(say('Maatregelen')).click();
  await review.getByRole('button', { name: say('Exporteer') }).click();
  await expect(
    review.getByText(
      inLanguage({
        nl: 'Van 1 beller zijn de gegevens beperkt: die staat er niet in.',
        en: 'The data of 1 caller is restricted: they are left out.',
      }),
    ),
  ).toBeVisible();
  await app.picture(review, 'review-restricted-export');
  await review.keyboard.press('Escape');
  await review.getByRole('navigation').getByText('Privacy').click();

  await app.desk.bringToFront();
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await expect(app.desk.getByRole('region', { name: say('Gegevens beperkt') })).toBeVisible();
  await expect(app.desk.getByText('Over het tuinhek.')).toHaveCount(0);
  await expectAccessible(app.desk, 'restricted card');
  await app.picture(app.desk, 'desk-restricted-400');
  await app.resize(app.desk, { width: 360, height: 520 });
  await expectTidy(app.desk, 'restricted card 360');
  await app.picture(app.desk, 'desk-restricted-360');

  await review.bringToFront();
  await restricted.getByRole('button', { name: say(/^Hef de beperking op van .*/) }).click();
  const lifting = review.getByRole('dialog', { name: say(/^Beperking opheffen: .*/) });
  await expect(lifting.getByLabel(say('Waarom'), { exact: true })).toBeFocused();
  await review.keyboard.type('De zaak is klaar.');
  await lifting.getByRole('button', { name: say('Hef de beperking op') }).click();
  await expect(restricted.getByText(say('Opgeheven.'))).toBeVisible();
  await app.desk.bringToFront();
  await expect(app.desk.getByText('Over het tuinhek.')).toBeVisible();
});

test('a caller who asks to put something right: each part from the request on, then the answer with what was changed', async ({
  app,
}) => {
  await unlock(app.desk, workers.karin);
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await app.desk.keyboard.type('Over het tuinhek.');
  await app.desk.keyboard.press('Control+Enter');
  const review = await openReview(app);
  await askFor(review, 'Mijn nummer klopt niet.', 'verbeteren');
  const toRequest = review.getByRole('button', { name: say(/^Verbeter wat er is van .*/) });
  await toRequest.click();
  const dialog = review.getByRole('dialog', { name: say(/^Verbeteren: .*/) });
  const toCard = dialog.getByRole('button', { name: say('Verbeter de kaart') });
  await toCard.press('Enter');
  const card = review.getByRole('dialog', { name: say('Verbeter de kaart') });
  await expect(card.getByLabel(say('Naam'), { exact: true })).toBeFocused();
  await card.getByLabel(say('Telefoonnummers')).fill('024 000 0123');
  await expectAccessible(review, 'rectify card');
  await expect(card.getByRole('button', { name: say('Bewaar') })).toBeInViewport({ ratio: 1 });
  await reviewPictures(app, review, 'review-rectify-card');
  await review.keyboard.press('Control+Enter');
  await expect(toCard).toBeFocused();
  const toNote = dialog.getByRole('button', { name: say(/^Verbeter de notitie van .*/) });
  await toNote.press('Enter');
  await expect(review.getByLabel(say('Notitie'), { exact: true })).toBeFocused();
  await review.keyboard.press('Control+a');
  await review.keyboard.type('Over de schutting.');
  await reviewPictures(app, review, 'review-rectify-note');
  await review.keyboard.press('Escape');
  await expect(toNote).toBeFocused();
  await review.keyboard.press('Enter');
  await expect(review.getByLabel(say('Notitie'), { exact: true })).toHaveValue('Over de schutting.');
  await review.getByRole('button', { name: say('Annuleer'), exact: true }).click();
  await expect(toNote).toBeFocused();
  await review.keyboard.press('Enter');
  await expect(review.getByLabel(say('Notitie'), { exact: true })).toHaveValue('Over het tuinhek.');
  await review.keyboard.press('Control+a');
  await review.keyboard.type('Over de schutting.');
  await review.keyboard.press('Tab');
  await review.keyboard.press('Enter');
  await expect(dialog.getByText('Over de schutting.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await app.resize(review, { width: 800, height: 720 });
  await expectTidy(review, 'rectify');
  await expectAccessible(review, 'rectify');
  await reviewPictures(app, review, 'review-rectify');

  await dialog.getByRole('button', { name: say('Naar het antwoord') }).click();
  const answer = review.getByRole('dialog', { name: say('Verzoek afronden') });
  await expect(answer.getByLabel(say('Wat er is gedaan, of waarom niet'))).toBeFocused();
  await review.keyboard.type('Het nummer klopt nu.');
  await review.keyboard.press('Escape');
  await expect(toRequest).toBeFocused();
  await review.keyboard.press('Enter');
  await dialog.getByRole('button', { name: say('Naar het antwoord') }).click();
  await expect(answer.getByLabel(say('Wat er is gedaan, of waarom niet'))).toHaveValue('Het nummer klopt nu.');
  await answer.getByText(say('Deels'), { exact: true }).click();
  await answer.getByRole('button', { name: say('Bewaar'), exact: true }).click();
  await expect(
    answer.getByText(
      say('Kies wat geldt: wie de oude gegevens kreeg, hoort dat ze zijn verbeterd (artikel 19 van de AVG).'),
    ),
  ).toBeVisible();
  await answer.getByRole('button', { name: say('Niemand anders') }).click();
  await answer.getByLabel(say('Wat de beller er zelf van zegt')).fill('Ik belde niet op zondag.');
  await expectTidy(review, 'rectified');
  await expectAccessible(review, 'rectified');
  await reviewPictures(app, review, 'review-rectified');
  await answer.getByRole('button', { name: say('Bewaar'), exact: true }).click();
  const row = review.getByRole('table', { name: say('Verzoeken') }).getByRole('row', { name: /Regenkamp/ });
  await expect(row).toContainText('Ik belde niet op zondag.');
  await expect(row.getByRole('listitem')).toHaveCount(2);
  await app.picture(review, 'review-rectified-row');

  await app.desk.bringToFront();
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await expect(app.desk.getByRole('region', { name: say(/^Verklaring van de beller, .*/) })).toContainText(
    'Ik belde niet op zondag.',
  );
  await app.picture(app.desk, 'desk-statement');
});

test('a caller who asks what is kept gets it on paper, read through and without others', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await app.desk.keyboard.type('Haar broer Tjibbe Tochtlat belde mee.');
  await app.desk.keyboard.press('Control+Enter');
  const review = await openReview(app);
  await askFor(review, 'Wat staat er van mij?');
  await review.getByRole('button', { name: say(/^Maak inzage voor Zwaantje.*/) }).click();
  const dialog = review.getByRole('dialog', { name: say(/^Inzage voor Zwaantje.*/) });
  await expect(dialog.getByText('Haar broer Tjibbe Tochtlat belde mee.')).toBeVisible();
  await dialog.getByLabel(say('Woorden die zwart worden')).fill('Tjibbe Tochtlat');
  await review.keyboard.press('Enter');
  await expect(dialog.getByText('Haar broer █████ belde mee.')).toBeVisible();
  await expectTidy(review, 'access');
  await expectAccessible(review, 'access');
  await app.picture(review, 'review-privacy-access');
  const paper = await savedText(app, review, () => dialog.getByRole('button', { name: say('Bewaar als PDF') }).click());
  expect(paper).toContain(say('Wat er van u wordt bewaard: Zwaantje van Regenkamp'));
  expect(paper).not.toContain('Tochtlat');
  await expect(
    dialog.getByText(inLanguage({ nl: /^Gemaakt\. Het staat in het logboek/, en: /^Made\. It is in the log/ })),
  ).toBeVisible();
  await review.keyboard.press('Escape');
  await review.getByRole('button', { name: inLanguage({ nl: /^Wie keek naar /, en: /^Who looked at / }) }).click();
  const log = review.getByRole('region', { name: say('Logboek', 'Log') });
  await expect(log.getByRole('button', { name: say(/^Over .*/, /^About .*/) })).toBeVisible();
  await expect(log.getByRole('row', { name: say('Inzage voor een beller gemaakt') })).toContainText('Karin');
  await app.picture(review, 'review-privacy-who-looked');

  await app.desk.bringToFront();
  await openCaller(app.desk, 'regenk', 'Zwaantje');
  await expect(
    app.desk.getByText(
      inLanguage({ nl: /^inzage · gevraagd op .*, antwoord uiterlijk/, en: /^access · asked on .*, answer by/ }),
    ),
  ).toBeVisible();
});

test('of a caller with a ban that runs the rest is erased: what stays is named before, and the answer says both', async ({
  stoppedApp: app,
}) => {
  runScript('makeBan.ts', app.dataFolder);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Privacy').click();
  await review.getByRole('button', { name: say('Bekijk en wis') }).click();
  const erasing = review.getByRole('dialog', { name: say(/.*Regenkamp wissen/) });
  await expect(erasing.getByText(say('Alles wissen kan nu nog niet'))).toBeVisible();
  await expect(erasing.getByText(inLanguage({ nl: 'incidenten: 1', en: 'incidents: 1' })).first()).toBeVisible();
  await erasing
    .getByLabel(say('Wat je de beller antwoordt: wat weg is, wat blijft en waarom'))
    .fill('Het verbod blijft tot het afloopt.');
  await expectTidy(review, 'partly');
  await expectAccessible(review, 'partly');
  await app.picture(review, 'review-privacy-partly');
  await erasing.getByRole('button', { name: say(/^Wis de rest van .*/) }).click();
  await expect(erasing.getByText(say('De rest is gewist. Wat nog nodig is, staat er nog.'))).toBeVisible();
  await erasing.getByRole('button', { name: say('Sluit') }).click();
  const table = review.getByRole('table', { name: say('Verzoeken') });
  await expect(table.getByRole('row', { name: /Regenkamp/ })).toContainText('Karin: Het verbod blijft');
});
