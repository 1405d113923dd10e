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
  await desk.getByRole('button', { name: 'Maak een belafspraak' }).click();
  await expect(desk.getByRole('heading', { name: 'Belafspraak', exact: true })).toBeVisible();
  await desk.getByRole('button', { name: 'Nog een moment' }).click();
  await desk.getByLabel('Dag', { exact: true }).selectOption(inDays(2).weekday);
  await desk.getByLabel('Van', { exact: true }).fill('14');
  await desk.getByLabel('Tot en met').fill(lastDay);
  await desk.getByLabel('Samen bekijken op').fill(reviewOn);
  await desk.getByLabel(/^Waarom/).fill('Belt graag even.');
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
  await expect(desk.getByText('Vraag of er meer speelt.')).toBeVisible();
  await expect(desk.getByText('5 keer in 7 dagen')).toBeVisible();
  await expect(desk.getByText('Ik merk dat u de laatste tijd vaker belt.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-often-calling');
  await desk.getByRole('button', { name: 'Wat kan helpen' }).click();
  await expect(desk.getByText('Zeg bijvoorbeeld')).toBeVisible();
  await desk.keyboard.press('Escape');

  await makeAgreement(desk, inDays(60).typed, inDays(30).typed);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Vul dit nog in.')).toBeVisible();
  await desk.getByLabel(/^Afgesproken met/).fill('de beller zelf');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-form');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-agreement-form-small');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(`Belafspraak bewaard: ${zwaantje}.`).first()).toBeVisible();
  await app.resize(desk, { width: 400, height: 680 });
  await expect(desk.getByText(/^0 van 2 deze week, volgende: .* 14:00$/)).toBeVisible();
  await expect(desk.getByText('Spoed gaat altijd door en telt nooit mee.')).toBeVisible();
  await expect(desk.getByText('Vraag of er meer speelt.')).toHaveCount(0);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-card');

  // The call in which it was agreed was not bound by it; the next ones are.
  await noteField(desk).fill('Belt weer. Afspraak gemaakt.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.type('belafspraak');
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).toContainText('0 van 2 deze week');
  await app.picture(desk, 'desk-agreement-search');
  await searchField(desk).fill('');
  await noteCall(desk, 'regenk', zwaantje);
  await noteCall(desk, 'regenk', zwaantje);
  await openCaller(desk, 'afspraak', zwaantje);
  await expect(desk.getByText(/^2 van 2 deze week, volgende:/)).toBeVisible();
  await expect(desk.getByText(/we spraken elkaar deze week al zoals afgesproken/)).toBeVisible();

  await desk.getByRole('button', { name: 'Bekijk of wijzig' }).click();
  await desk.getByRole('button', { name: 'Beëindig' }).click();
  await expect(desk.getByText(`Belafspraak beëindigd: ${zwaantje}.`).first()).toBeVisible();
  await expect(desk.getByText(/van 2 deze week/)).toHaveCount(0);
});

test('an exception stands on the card until somebody ends it, and is no flag in the search', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje);
  await desk.getByRole('button', { name: 'Sta een uitzondering toe' }).click();
  await desk.getByLabel(/^Wat mag deze beller/).fill('recept per mail');
  await desk.getByLabel(/^Waarom/).fill('kan overdag niet bellen');
  await desk.getByLabel('Tot en met').fill('31-2-2027');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Geen bestaande datum.')).toBeVisible();
  await desk.getByLabel('Tot en met').fill(inDays(12).typed);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-exception-form');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/^Uitzondering: recept per mail, tot en met/)).toBeVisible();
  await expect(desk.getByText(/Omdat: kan overdag niet bellen. Toegestaan door Anna/)).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-exception-card');
  await noteField(desk).fill('Recept gemaild.');
  await desk.keyboard.press('Control+Enter');
  await desk.keyboard.type('regenk');
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).not.toContainText('itzondering');
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: 'Beëindig de uitzondering: recept per mail' }).click();
  await expect(desk.getByText(/^Uitzondering: recept per mail/)).toHaveCount(0);
});

test('an exception and an agreement that are being typed survive kill -9', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await openCaller(app.desk, 'regenk', zwaantje);
  await app.desk.getByRole('button', { name: 'Sta een uitzondering toe' }).click();
  await app.desk.getByLabel(/^Wat mag deze beller/).fill('recept per ma');
  await expect(app.desk.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.desk.keyboard.press('Escape');
  await makeAgreement(app.desk, inDays(60).typed, '1-');
  await expect(app.desk.getByText('onthouden, nog niet bewaard')).toBeVisible();
  await app.kill();

  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje);
  await desk.getByRole('button', { name: 'Maak een belafspraak' }).click();
  await expect(desk.getByText('Hier was je gebleven.')).toBeVisible();
  await expect(desk.getByLabel('Van', { exact: true })).toHaveValue('14');
  await expect(desk.getByLabel('Samen bekijken op')).toHaveValue('1-');
  await expect(desk.getByLabel(/^Waarom/)).toHaveValue('Belt graag even.');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-kept');
  await desk.getByRole('button', { name: 'Begin opnieuw' }).click();
  await expect(desk.getByText('Hier was je gebleven.')).toHaveCount(0);
  await expect(desk.getByLabel(/^Waarom/)).toHaveValue('');
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: 'Sta een uitzondering toe' }).click();
  await expect(desk.getByLabel(/^Wat mag deze beller/)).toHaveValue('recept per ma');
  await desk.getByLabel(/^Wat mag deze beller/).fill('recept per mail');
  await desk.getByLabel(/^Waarom/).fill('kan overdag niet bellen');
  await desk.getByLabel('Tot en met').fill(inDays(12).typed);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/^Uitzondering: recept per mail, tot en met/)).toBeVisible();
  await desk.getByRole('button', { name: 'Sta een uitzondering toe' }).click();
  await expect(desk.getByLabel(/^Wat mag deze beller/)).toHaveValue('');
});

test('what ends or must be looked at this week waits for the manager, who keeps it or ends it', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje);
  await makeAgreement(desk, inDays(60).typed, inDays(0).typed);
  await desk.getByLabel(/^Afgesproken met/).fill('de beller zelf');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/^0 van 2 deze week/)).toBeVisible();
  await desk.getByRole('button', { name: 'Sta een uitzondering toe' }).click();
  await desk.getByLabel(/^Wat mag deze beller/).fill('recept per mail');
  await desk.getByLabel(/^Waarom/).fill('kan overdag niet bellen');
  await desk.getByLabel('Tot en met').fill(inDays(0).typed);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/^Uitzondering: recept per mail/)).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();

  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  const navigation = review.getByRole('navigation');
  await expect(navigation.getByRole('button', { name: /Afspraken/ })).toContainText('2');
  await navigation.getByText('Afspraken').click();
  const agreement = review.getByRole('row', { name: /Belt graag even/ });
  await expect(agreement).toContainText('nu bekijken');
  await expect(agreement).toContainText('0 van 2 deze week');
  const exception = review
    .getByRole('table', { name: 'Uitzonderingen', exact: true })
    .getByRole('row', { name: /recept per mail/ });
  await expect(exception).toContainText('loopt deze week af');
  await expectAccessible(review);
  await app.picture(review, 'review-agreements');

  await review.getByRole('button', { name: `Brief over de afspraken met ${zwaantje}` }).click();
  const letters = review.getByRole('dialog', { name: `Brief over de afspraken met ${zwaantje}` });
  await letters.getByRole('button', { name: 'Schrijf: Afspraken' }).click();
  const paper = review.getByRole('region', { name: 'Zo komt het op papier' });
  await expect(paper).toContainText('U belt 2 keer per week.');
  await expect(paper).toContainText('Bij spoed krijgt u altijd hulp.');
  await expectAccessible(review);
  await app.picture(review, 'review-agreement-letter');
  await review.keyboard.press('Escape');
  await expect(paper).toHaveCount(0);
  await expect(letters.getByText('Nog geen brief.')).toBeVisible();
  await review.keyboard.press('Escape');
  await expect(letters).toHaveCount(0);

  await review.getByRole('button', { name: `Bekeken, loopt door: ${zwaantje}` }).click();
  await expect(review.getByText(`De afspraak met ${zwaantje} loopt door.`)).toBeVisible();
  await expect(agreement).not.toContainText('nu bekijken');
  await expectFocusOnPage(review);
  await review.getByRole('button', { name: `Beëindig de uitzondering voor ${zwaantje}` }).click();
  await review.getByRole('dialog').getByRole('button', { name: 'Beëindig' }).click();
  const over = review.getByRole('table', { name: 'Uitzonderingen die voorbij zijn' });
  await expect(exception).toHaveCount(0);
  await expectFocusOnPage(review);
  await expect(over.getByRole('row', { name: /recept per mail/ })).toContainText('door Karin');
  await expectAccessible(review);
  await app.picture(review, 'review-agreements-over');
  await expect(navigation.getByRole('button', { name: /Afspraken/ })).not.toContainText('te doen');

  await navigation.getByText('Huisregels').click();
  await expect(review.getByLabel('Minstens zoveel keer in 7 dagen')).toHaveValue('5');
});

test('quiet hours come from the log of the practice, shown by the hour and chosen in one press', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('navigation').getByText('Instellingen').click();
  await review.getByRole('button', { name: 'Laad de oefenpraktijk' }).click();
  await expect(review.getByText('De oefenpraktijk is geladen.')).toBeVisible();
  await desk.bringToFront();
  await openCaller(desk, 'regenk', zwaantje);
  await desk.getByRole('button', { name: 'Maak een belafspraak' }).click();
  const quiet = desk.getByRole('group', { name: 'Rustige uren, uit jullie eigen gesprekken' });
  await expect(quiet.getByRole('button')).toHaveCount(3);
  await desk.getByText('Hoe druk het is, per uur').click();
  await expect(desk.getByRole('table', { name: 'Hoe druk het is, per uur' })).toContainText('voorgesteld');
  await quiet.getByRole('button').first().click();
  await expect(desk.getByLabel('Dag', { exact: true })).toHaveCount(1);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-quiet-hours');
  await desk.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(desk);
  await app.picture(desk, 'desk-agreement-quiet-hours-dark');
  await desk.getByLabel(/^Waarom/).fill('Belt graag even.');
  await desk.getByLabel(/^Afgesproken met/).fill('de beller zelf');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/^0 van 2 deze week/)).toBeVisible();
});
