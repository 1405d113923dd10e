import type { Page } from '@playwright/test';
import { expectFocusOnPage, openReview, switchTo, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, test } from './support/app.ts';
import { expectTidy } from './support/layout.ts';
import { workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

const goTo = (review: Page, part: string) =>
  review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say(part))
    .click();
const goToDirectory = (review: Page) => goTo(review, 'Telefoonlijst');
const numbers = (page: Page) => page.getByRole('list', { name: say('Nummers') });

const practiceName = (review: Page) => review.getByLabel(say('Naam van de praktijk'));
const telephone = (review: Page) =>
  review.getByRole('region', { name: say('Briefhoofd') }).getByLabel(say('Telefoon', 'Telephone'));
const colleagueHours = (review: Page) => review.getByLabel(say('Uren na een incident'));

/** Types in the settings, a house rule, a new number and one of the list, saves nothing, and the power goes. */
async function leaveHalfTyped(app: App): Promise<void> {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await goTo(review, 'Instellingen');
  await practiceName(review).fill('De Halve Linde');
  await telephone(review).fill('024 000 02 00');
  await goTo(review, 'Huisregels');
  await colleagueHours(review).fill('13');
  await goToDirectory(review);
  await review.getByRole('button', { name: say('Nummer toevoegen') }).click();
  await review.getByLabel(say('Naam')).fill('Buurthuis De Halve Linde');
  await review.keyboard.press('Escape');
  await review.getByRole('button', { name: say('Wijzig Zilverlijn') }).click();
  await review.getByLabel(say('Bereikbaar'), { exact: true }).fill('altijd, verzonnen');
  await expect(review.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();
}

/** What was typed there stands there again, as changes that one press takes back. */
async function expectKeptSettings(app: App, review: Page): Promise<void> {
  await goTo(review, 'Huisregels');
  await expect(colleagueHours(review)).toHaveValue('13');
  await expect(review.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await colleagueHours(review).scrollIntoViewIfNeeded();
  await app.picture(review, 'review-house-rules-kept');
  await review.getByRole('button', { name: say('Herstel', 'Undo'), exact: true }).click();
  await expect(colleagueHours(review)).not.toHaveValue('13');
  await goTo(review, 'Instellingen');
  await expect(practiceName(review)).toHaveValue('De Halve Linde');
  await expect(telephone(review)).toHaveValue('024 000 02 00');
  await expectAccessible(review);
  await app.picture(review, 'review-settings-kept');
  await review
    .getByRole('region', { name: say('Briefhoofd') })
    .getByRole('button', { name: say('Bewaar') })
    .click();
  await goTo(review, 'Huisregels');
  await expect(review.getByText(say('onthouden, nog niet bewaard'))).toHaveCount(0);
  await goTo(review, 'Instellingen');
  await expect(telephone(review)).toHaveValue('024 000 02 00');
  await expect(practiceName(review)).toHaveValue('De Halve Linde');
  await review.getByRole('button', { name: say('Herstel', 'Undo'), exact: true }).click();
  await expect(practiceName(review)).not.toHaveValue('De Halve Linde');
}

test('the practice keeps its own telephone list: filled in, added, checked today and removed', async ({ app }) => {
  await leaveHalfTyped(app);
  await app.start();
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await goToDirectory(review);
  await review.getByRole('button', { name: say('Wijzig Zilverlijn') }).click();
  await expect(review.getByLabel(say('Bereikbaar'), { exact: true })).toHaveValue('altijd, verzonnen');
  await review.getByRole('button', { name: say('Annuleer') }).click();
  await expectKeptSettings(app, review);
  await goToDirectory(review);
  await review.getByRole('button', { name: say('Vul het in') }).click();
  await review.getByLabel(say('Nummer'), { exact: true }).fill('024 000 01 00');
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('Dienstdoende huisarts is bewaard.'))).toBeVisible();

  await review.getByRole('button', { name: say('Zilverlijn: vandaag gecontroleerd') }).click();
  await expect(review.getByText(say('Zilverlijn is vandaag gecontroleerd.'))).toBeVisible();
  await expect(review.getByRole('button', { name: say('Zilverlijn: vandaag gecontroleerd') })).toHaveCount(0);
  await expectFocusOnPage(review);

  await review.getByRole('button', { name: say('Nummer toevoegen') }).click();
  await review.keyboard.press('Escape');
  await expect(review.getByRole('button', { name: say('Nummer toevoegen') })).toBeFocused();
  await review.keyboard.press('Enter');
  const form = review.getByRole('form', { name: say('Nieuw nummer') });
  await expect(form.getByLabel(say('Naam'))).toHaveValue('Buurthuis De Halve Linde');
  await form.getByRole('button', { name: say('Annuleer') }).click();
  await review.getByRole('button', { name: say('Nummer toevoegen') }).click();
  await expect(form.getByLabel(say('Naam'))).toHaveValue('');
  await expect(form.getByLabel(say('Naam'))).toBeFocused();
  await form.getByRole('button', { name: say('Voeg toe') }).click();
  await expect(form.getByText(say('Vul dit in.'))).toBeVisible();
  await form.getByLabel(say('Naam')).fill('Buurthuis De Verzonnen Linde');
  await form.getByLabel(say('Nummer')).fill('024 000 00 01');
  await expectAccessible(review);
  await app.picture(review, 'review-directory-add');
  await form.getByLabel(say('Nummer')).press('Enter');
  await expect(numbers(review).getByText('Buurthuis De Verzonnen Linde')).toBeVisible();
  await expectTidy(review, 'directory');
  await app.picture(review, 'review-directory');
  await app.resize(review, { width: 800, height: 720 });
  await expectTidy(review, 'directory at 800');
  await app.picture(review, 'review-directory-800');

  await expect(review.getByRole('button', { name: say('Verwijder Dienstdoende huisarts') })).toHaveCount(0);
  await review.getByRole('button', { name: say('Verwijder Buurthuis De Verzonnen Linde') }).click();
  await review
    .getByRole('dialog')
    .getByRole('button', { name: say('Verwijder') })
    .click();
  await expect(review.getByText(say('Buurthuis De Verzonnen Linde is verwijderd.'))).toBeVisible();
  await expect(numbers(review).getByText('Buurthuis De Verzonnen Linde')).toHaveCount(0);
  await expectFocusOnPage(review);
});

test('what a manager fills in stands in the script: numbers with their check, and the text from 113', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  await desk.keyboard.press('F9');
  await desk.keyboard.press('v');
  await expect(desk.getByRole('heading', { name: say('Luister, en blijf aan de lijn') })).toBeVisible();
  await desk.keyboard.press('Escape');
  const review = await openReview(app);
  await goToDirectory(review);
  await review.getByRole('button', { name: say('Vul het in') }).click();
  await review.getByLabel(say('Nummer'), { exact: true }).fill('024 000 01 00');
  await review.keyboard.press('Enter');
  await expect(review.getByText(say('Dienstdoende huisarts is bewaard.'))).toBeVisible();
  await review.getByLabel(say('De tekst zoals jullie hem kregen')).fill('Verzonnen vraag een.\nVerzonnen vraag twee.');
  await review.getByLabel(say('Van wie')).fill('een cursus');
  await review.getByRole('navigation').getByText('Privacy').click();
  await goToDirectory(review);
  await expect(review.getByLabel(say('Van wie'))).toHaveValue('een cursus');
  await review.getByLabel(say('Ontvangen op')).fill('31-2-2026');
  await expect(review.getByText(say('Vul een datum in zoals 3-12-2026, of laat het leeg.'))).toBeVisible();
  await review.getByLabel(say('Ontvangen op')).fill('2-3-2026');
  await review
    .getByRole('region', { name: say('Tekst van 113') })
    .getByRole('button', { name: say('Bewaar') })
    .click();
  await expect(review.getByRole('region', { name: say('Tekst van 113') }).getByText(say('Bewaard.'))).toBeVisible();
  await app.picture(review, 'review-triage');

  await switchTo(desk, workers.anna);
  await app.resize(desk, { width: 360, height: 520 });
  await desk.keyboard.press('F9');
  await desk.keyboard.press('n');
  const reach = desk.getByRole('region', { name: say('Wie je kunt bereiken') });
  await expect(reach.getByText('024 000 01 00')).toBeVisible();
  await expect(reach.getByText('112', { exact: true })).toBeVisible();
  await expectTidy(desk, 'numbers');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-crisis-numbers-360');
  await desk.keyboard.press('Backspace');
  await desk.keyboard.press('1');
  await desk.keyboard.press('v');
  await expect(desk.getByText('Verzonnen vraag een.')).toBeVisible();
  await expect(desk.getByText(say('Zoals de praktijk die kreeg: een cursus, 2 mrt 2026'))).toBeVisible();
  await expect(desk.getByRole('button', { name: say(/Nu gevaar: 112/) })).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-crisis-triage-360');
  await desk.keyboard.press('Backspace');
  await expect(desk.getByRole('heading', { name: say('Vraag het rechtstreeks') })).toBeVisible();
});

test('the script speaks in the practice’s words, keeps its branches and 112, and is as it was in one press', async ({
  app,
}) => {
  const ownWords = inLanguage({
    nl: 'Fijn dat u de Verzonnen Linde belt. Vertelt u maar.',
    en: 'Good that you call De Verzonnen Linde. Do tell me.',
  });
  const coffee = inLanguage({
    nl: 'Op dinsdag is er koffie in het buurthuis. Zal ik u daarover vertellen?',
    en: 'On Tuesdays there is coffee at the community centre. Shall I tell you about it?',
  });
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Crisisscript'))
    .click();
  await review
    .getByRole('button', { name: say('Wijzig: Goed dat u belt. Ik luister. Wat is er aan de hand?'), exact: false })
    .click();
  await expect(review.getByLabel(say('In het Nederlands'))).toBeFocused();
  const field = review.getByLabel(inLanguage({ nl: say('In het Nederlands'), en: 'In English' }));
  await expect(review.getByText(say('Goed dat u belt. Ik luister. Wat is er aan de hand?'))).toBeVisible();
  await review.getByRole('button', { name: say('Bewaar') }).click();
  await expect(review.getByText(say('Schrijf een zin, of kies “Terug naar de beginzin”.'))).toBeVisible();
  await field.fill(ownWords);
  await expect(review.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await expectAccessible(review);
  await expectTidy(review, 'writing a sentence');
  await app.picture(review, 'review-script-form');
  await review.getByRole('button', { name: say('Bewaar') }).click();
  await expect(review.getByText(say('Gewijzigd door', 'Changed by'))).toBeVisible();

  const steps = review.getByRole('navigation', { name: say('Stappen') });
  await steps.getByText(say('112, en blijf aan de lijn')).click();
  await review
    .getByRole('button', {
      name: inLanguage({ nl: 'Wijzig: Ik blijf bij u', en: 'Change: I am staying' }),
      exact: false,
    })
    .click();
  await field.fill(inLanguage({ nl: 'Ik blijf bij u.', en: 'I am staying with you.' }));
  await review.getByRole('button', { name: say('Bewaar') }).click();
  await expect(review.getByRole('alert')).toContainText('112');
  await expect(field).toBeFocused();
  await review.getByRole('button', { name: say('Annuleer') }).click();
  await steps.getByText(say('Eenzaam of vaak bellend')).click();
  await review
    .getByRole('button', { name: say('Eigen zin toevoegen') })
    .first()
    .click();
  await field.fill(coffee);
  await review.getByRole('button', { name: say('Bewaar') }).click();
  await expect(review.getByText(say('van de praktijk'))).toBeVisible();
  await app.picture(review, 'review-script-lonely');
  await app.resize(review, { width: 800, height: 720 });
  await expectTidy(review, 'script at 800');

  await app.resize(desk, { width: 360, height: 520 });
  await desk.keyboard.press('F9');
  await expect(desk.getByText(ownWords)).toBeVisible();
  await expectTidy(desk, 'own words');
  await app.picture(desk, 'desk-crisis-own-words-360');
  await desk.keyboard.press('l');
  await expect(desk.getByText(coffee)).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+l');
  await expect(desk.getByRole('button', { name: say(/Beller in crisis/) })).toBeVisible();
  await desk.keyboard.press('F9');
  await desk.keyboard.press('c');
  await expect(desk.getByText(say('Goed dat u belt. Ik luister. Wat is er aan de hand?'))).toBeVisible();
  await expect(
    desk.getByText(say('Eigen zinnen van de praktijk staan er pas na ontgrendelen; dit zijn de algemene.')),
  ).toBeVisible();
  await expectTidy(desk, 'starting words on the lock screen');
  await app.picture(desk, 'desk-crisis-locked-words-360');
  await desk.keyboard.press('Escape');

  await unlock(desk, workers.karin);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Crisisscript'))
    .click();
  await review
    .getByRole('navigation', { name: say('Stappen') })
    .getByText(say('Luister, en blijf aan de lijn'))
    .click();
  await review.getByRole('button', { name: say('Terug naar de beginzin') }).click();
  await expect(review.getByText(say('De beginzin staat er weer.')).first()).toBeVisible();
  await desk.keyboard.press('F9');
  await expect(desk.getByText(say('Goed dat u belt. Ik luister. Wat is er aan de hand?'))).toBeVisible();
});
