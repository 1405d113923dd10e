import { TZDate } from '@date-fns/tz';
import type { Page } from '@playwright/test';
import { addDays, format } from 'date-fns';
import {
  expectFocusOnPage,
  noteField,
  openCaller,
  openReview,
  searchField,
  switchTo,
  unlock,
} from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

const zwaantje = callers.zwaantje.displayName;

async function noteCall(desk: Page, query: string, name: string): Promise<void> {
  await openCaller(desk, query, name);
  await desk.keyboard.type('Wilde even praten.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
}

/** A day that is some days from now in the practice's time zone, as it is typed and as a weekday, Monday 1. */
function inDays(days: number): { typed: string; weekday: string } {
  const date = addDays(TZDate.tz('Europe/Amsterdam'), days);
  return { typed: format(date, 'd-M-yyyy'), weekday: format(date, 'i') };
}

async function makeAgreement(desk: Page, lastDay: string, reviewOn: string): Promise<void> {
  await desk.getByRole('button', { name: say('Maak een belafspraak') }).click();
  await expect(desk.getByRole('heading', { name: say('Belafspraak'), exact: true })).toBeVisible();
  await desk.getByRole('button', { name: say('Nog een moment') }).click();
  await desk.getByLabel(say('Dag'), { exact: true }).selectOption(inDays(2).weekday);
  await desk.getByLabel(say('Van'), { exact: true }).fill('14');
  await desk.getByLabel(say('Tot en met')).fill(lastDay);
  await desk.getByLabel(say('Samen bekijken op')).fill(reviewOn);
  await desk.getByLabel(say(/^Waarom/)).fill('Belt graag even.');
}

test('who calls more often is noticed kindly, and gets an agreement that every call counts in once', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await noteCall(desk, 'pimpel', callers.friso.displayName);
  for (let call = 0; call < 5; call += 1) await noteCall(desk, 'regenk', zwaantje);

  await openCaller(desk, 'regenk', zwaantje);
  await desk.keyboard.type('Belt weer.');
  await expect(desk.getByText(say('Vraag of er meer speelt.'))).toBeVisible();
  await expect(desk.getByText(inLanguage({ nl: '5 keer in 7 dagen', en: '5 times in 7 days' }))).toBeVisible();
  await expect(
    desk.getByText(
      say('Ik merk dat u de laatste tijd vaker belt.', 'I notice that you have been calling more often lately.'),
    ),
  ).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-often-calling');
  await desk.getByRole('button', { name: say('Wat kan helpen') }).click();
  await expect(desk.getByText(say('Zeg bijvoorbeeld'))).toBeVisible();
  await desk.keyboard.press('Escape');

  await makeAgreement(desk, inDays(60).typed, inDays(30).typed);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Vul dit nog in.'))).toBeVisible();
  // The focus is where it is missing.
  await expect(desk.getByLabel(say(/^Afgesproken met/))).toBeFocused();
  await desk.keyboard.type('de beller zelf');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-form');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-agreement-form-small');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say(`Belafspraak bewaard: ${zwaantje}.`)).first()).toBeVisible();
  await app.resize(desk, { width: 400, height: 680 });
  await expect(desk.getByText(say(/^0 van 2 deze week, volgende: .* 14:00$/))).toBeVisible();
  await expect(desk.getByText(say('Spoed gaat altijd door en telt nooit mee.'))).toBeVisible();
  await expect(desk.getByText(say('Vraag of er meer speelt.'))).toHaveCount(0);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-card');

  // The call in which it was agreed was not bound by it; the next ones are.
  await noteField(desk).fill('Belt weer. Afspraak gemaakt.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.type(inLanguage({ nl: 'belafspraak', en: 'call agreement' }));
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).toContainText(say('0 van 2 deze week'));
  await app.picture(desk, 'desk-agreement-search');
  await searchField(desk).fill('');
  await noteCall(desk, 'regenk', zwaantje);
  await noteCall(desk, 'regenk', zwaantje);
  await openCaller(desk, inLanguage({ nl: 'afspraak', en: 'agreement' }), zwaantje);
  await expect(desk.getByText(say(/^2 van 2 deze week, volgende: .*/))).toBeVisible();
  await expect(
    desk.getByText(say(/we spraken elkaar deze week al zoals afgesproken/, /we have talked this week as agreed/)),
  ).toBeVisible();

  await desk.getByRole('button', { name: say('Bekijk of wijzig') }).click();
  await desk.getByRole('button', { name: say('Beëindig') }).click();
  await expect(desk.getByText(say(`Belafspraak beëindigd: ${zwaantje}.`)).first()).toBeVisible();
  await expect(desk.getByText(inLanguage({ nl: /van 2 deze week/, en: /of 2 this week/ }))).toHaveCount(0);
});

test('an exception stands on the card until somebody ends it, and is no flag in the search', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje);
  await desk.getByRole('button', { name: say('Sta een uitzondering toe') }).click();
  await expect(desk.getByLabel(say(/^Wat mag deze beller/))).toBeFocused();
  await desk.keyboard.type('recept per mail');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('kan overdag niet bellen');
  await desk.getByLabel(say('Tot en met')).fill('31-2-2027');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Geen bestaande datum.', 'No such date.'))).toBeVisible();
  await desk.getByLabel(say('Tot en met')).fill(inDays(12).typed);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-exception-form');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say(/^Uitzondering: recept per mail, tot en met .*/))).toBeVisible();
  await expect(desk.getByText(say(/Omdat: kan overdag niet bellen\. Toegestaan door Anna op .*\./))).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-exception-card');
  await noteField(desk).fill('Recept gemaild.');
  await desk.keyboard.press('Control+Enter');
  await desk.keyboard.type('regenk');
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).not.toContainText(
    inLanguage({ nl: 'itzondering', en: 'xception' }),
  );
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: say('Beëindig de uitzondering: recept per mail') }).click();
  await expect(
    desk.getByText(inLanguage({ nl: /^Uitzondering: recept per mail/, en: /^Exception: recept per mail/ })),
  ).toHaveCount(0);
});

test('an exception and an agreement that are being typed survive kill -9', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await openCaller(app.desk, 'regenk', zwaantje);
  await app.desk.getByRole('button', { name: say('Sta een uitzondering toe') }).click();
  await app.desk.getByLabel(say(/^Wat mag deze beller/)).fill('recept per ma');
  await expect(app.desk.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.desk.keyboard.press('Escape');
  await makeAgreement(app.desk, inDays(60).typed, '1-');
  await expect(app.desk.getByText(say('onthouden, nog niet bewaard'))).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje);
  await desk.getByRole('button', { name: say('Maak een belafspraak') }).click();
  await expect(desk.getByText(say('Hier was je gebleven.'))).toBeVisible();
  await expect(desk.getByLabel(say('Van'), { exact: true })).toHaveValue('14');
  await expect(desk.getByLabel(say('Samen bekijken op'))).toHaveValue('1-');
  await expect(desk.getByLabel(say(/^Waarom/))).toHaveValue('Belt graag even.');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-kept');
  await desk.getByRole('button', { name: say('Begin opnieuw', 'Start over') }).click();
  await expect(desk.getByText(say('Hier was je gebleven.'))).toHaveCount(0);
  await expect(desk.getByLabel(say(/^Waarom/))).toHaveValue('');
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: say('Sta een uitzondering toe') }).click();
  await expect(desk.getByLabel(say(/^Wat mag deze beller/))).toHaveValue('recept per ma');
  await desk.getByLabel(say(/^Wat mag deze beller/)).fill('recept per mail');
  await desk.getByLabel(say(/^Waarom/)).fill('kan overdag niet bellen');
  await desk.getByLabel(say('Tot en met')).fill(inDays(12).typed);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say(/^Uitzondering: recept per mail, tot en met .*/))).toBeVisible();
  await desk.getByRole('button', { name: say('Sta een uitzondering toe') }).click();
  await expect(desk.getByLabel(say(/^Wat mag deze beller/))).toHaveValue('');
});

test('what ends or must be looked at this week waits for the manager, who keeps it or ends it', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje);
  await makeAgreement(desk, inDays(60).typed, inDays(0).typed);
  await desk.getByLabel(say(/^Afgesproken met/)).fill('de beller zelf');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say(/^0 van 2 deze week/))).toBeVisible();
  await desk.getByRole('button', { name: say('Sta een uitzondering toe') }).click();
  await desk.getByLabel(say(/^Wat mag deze beller/)).fill('recept per mail');
  await desk.getByLabel(say(/^Waarom/)).fill('kan overdag niet bellen');
  await desk.getByLabel(say('Tot en met')).fill(inDays(0).typed);
  await desk.keyboard.press('Control+Enter');
  await expect(
    desk.getByText(inLanguage({ nl: /^Uitzondering: recept per mail/, en: /^Exception: recept per mail/ })),
  ).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  const navigation = review.getByRole('navigation');
  await expect(navigation.getByRole('button', { name: say(/Afspraken/) })).toContainText('2');
  await navigation.getByText(say('Afspraken')).click();
  const agreement = review.getByRole('row', { name: /Belt graag even/ });
  await expect(agreement).toContainText(say('nu bekijken', 'review now'));
  await expect(
    agreement.getByRole('cell', { name: inLanguage({ nl: '0 van 2', en: '0 of 2' }), exact: true }),
  ).toBeVisible();
  const exception = review
    .getByRole('table', { name: say('Uitzonderingen'), exact: true })
    .getByRole('row', { name: /recept per mail/ });
  await expect(exception).toContainText(say('loopt deze week af'));
  await expectAccessible(review);
  await app.picture(review, 'review-agreements');

  await review.getByRole('button', { name: say(`Brief over de afspraken met ${zwaantje}`) }).click();
  const letters = review.getByRole('dialog', { name: say(`Brief over de afspraken met ${zwaantje}`) });
  await letters.getByRole('button', { name: say('Schrijf: Afspraken') }).click();
  const paper = review.getByRole('region', { name: say('Zo komt het op papier') });
  await expect(paper).toContainText('U belt 2 keer per week.');
  await expect(paper).toContainText('Bij spoed krijgt u altijd hulp.');
  await expectAccessible(review);
  await app.picture(review, 'review-agreement-letter');
  await review.keyboard.press('Escape');
  await expect(paper).toHaveCount(0);
  await expect(letters.getByText(say('Nog geen brief.', 'No letter yet.'))).toBeVisible();
  await review.keyboard.press('Escape');
  await expect(letters).toHaveCount(0);

  await review.getByRole('button', { name: say(`Bekeken, loopt door: ${zwaantje}`) }).click();
  await expect(review.getByText(say(/^De afspraak met .* loopt door\. Opnieuw bekijken op .*\.$/))).toBeVisible();
  await expect(agreement).not.toContainText(say('nu bekijken', 'review now'));
  await expectFocusOnPage(review);
  await review.getByRole('button', { name: say(`Beëindig de uitzondering voor ${zwaantje}`) }).click();
  await review
    .getByRole('dialog')
    .getByRole('button', { name: say('Beëindig') })
    .click();
  const over = review.getByRole('table', { name: say('Uitzonderingen die voorbij zijn') });
  await expect(exception).toHaveCount(0);
  await expectFocusOnPage(review);
  await expect(over.getByRole('row', { name: /recept per mail/ })).toContainText(
    inLanguage({ nl: 'door Karin', en: 'by Karin' }),
  );
  await expectAccessible(review);
  await app.picture(review, 'review-agreements-over');
  await expect(navigation.getByRole('button', { name: say(/Afspraken/) })).not.toContainText(say('te doen'));

  await navigation.getByText(say('Huisregels')).click();
  await expect(review.getByLabel(say('Minstens zoveel keer in 7 dagen'))).toHaveValue('5');
});

test('quiet hours come from the log of the practice, shown by the hour and chosen in one press', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText(say('Instellingen')).click();
  await review.getByRole('button', { name: say('Laad de oefenpraktijk') }).click();
  await expect(review.getByText(say('De oefenpraktijk is geladen.'))).toBeVisible();
  await desk.bringToFront();
  await openCaller(desk, 'regenk', zwaantje);
  await desk.getByRole('button', { name: say('Maak een belafspraak') }).click();
  const quiet = desk.getByRole('group', { name: say('Rustige uren, uit jullie eigen gesprekken') });
  await expect(quiet.getByRole('button')).toHaveCount(3);
  await desk.getByText(say('Hoe druk het is, per uur')).click();
  await expect(desk.getByRole('table', { name: say('Hoe druk het is, per uur') })).toContainText(say('voorgesteld'));
  await quiet.getByRole('button').first().click();
  await expect(desk.getByLabel(say('Dag'), { exact: true })).toHaveCount(1);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-quiet-hours');
  await desk.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-quiet-hours-dark');
  await desk.getByLabel(say(/^Waarom/)).fill('Belt graag even.');
  await desk.getByLabel(say(/^Afgesproken met/)).fill('de beller zelf');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say(/^0 van 2 deze week/))).toBeVisible();
});
