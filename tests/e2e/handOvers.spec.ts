import type { Page } from '@playwright/test';
import { noteField, openCaller, openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { deskSize } from './support/hosts.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

const forMe = (page: Page) => page.getByRole('group', { name: say('Voor mij') });
const { zwaantje, friso } = callers;

test('Anna hands over to Bram, who sees it and does it with one key, and Anna sees that it was done', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje.displayName);
  await desk.keyboard.type('Wil weten of het recept klaarligt.');
  await desk.keyboard.press('Alt+o');
  await expect(desk.getByRole('heading', { name: say('Overdragen') })).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-hand-over');
  await desk.getByRole('button', { name: 'Bram' }).click();
  await desk.keyboard.press('1');
  await expect(noteField(desk)).toBeFocused();
  await expect(noteField(desk)).toHaveValue('Wil weten of het recept klaarligt.');
  await expect(desk.getByRole('button', { name: inLanguage({ nl: /^Aan Bram, /, en: /^To Bram, / }) })).toBeVisible();
  await app.picture(desk, 'desk-note-hand-over');
  await app.resize(desk, { width: 360, height: 520 });
  await expect(desk.getByRole('button', { name: say('Bewaar') })).toBeInViewport();
  await app.picture(desk, 'desk-note-hand-over-small');
  await desk.keyboard.press('Alt+o');
  await expect(desk.getByRole('button', { name: say('Toch niet') })).toBeInViewport();
  await app.picture(desk, 'desk-hand-over-small');
  await desk.keyboard.press('Escape');
  await expect(noteField(desk)).toBeFocused();
  await app.resize(desk, deskSize);
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await expect(forMe(desk)).toHaveCount(0);

  await switchTo(desk, workers.bram);
  const row = forMe(desk).getByRole('option', { name: `${say('Van', 'From')} Anna: ${zwaantje.displayName}` });
  await expect(row).toContainText('Wil weten of het recept klaarligt.');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-for-me');
  await row.click();
  await expect(noteField(desk)).toBeFocused();
  await expect(desk.getByText(say('Overgedragen aan jou'))).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-card-hand-over');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.press('Alt+k');
  await expect(desk.getByText(say(`Gedaan: ${zwaantje.displayName}.`)).first()).toBeVisible();
  await expect(forMe(desk)).toHaveCount(0);

  await switchTo(desk, workers.anna);
  const done = forMe(desk).getByRole('option', { name: say(`Bram heeft het gedaan: ${zwaantje.displayName}`) });
  await expect(done).toBeVisible();
  await app.picture(desk, 'desk-hand-over-done');
  await done.click();
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await expect(forMe(desk)).toHaveCount(0);
});

test('calling back takes two key presses in the note, survives parking, and is done and taken back', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje.displayName);
  await desk.keyboard.type('Uitslag nog niet binnen.');
  const keys = new KeyCounter(desk);
  await keys.press('Alt+t', '2');
  console.log(`key presses for a call-back: ${keys.count}`);
  await expect(desk.getByRole('button', { name: say(/^Terugbellen \d\d:\d\d|^Terugbellen morgen/) })).toBeVisible();
  await expect(noteField(desk)).toBeFocused();
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: say(/^Terugbellen \d\d:\d\d|^Terugbellen morgen/) })).toBeVisible();
  await desk.keyboard.press('Control+Enter');
  const row = forMe(desk).getByRole('option', { name: say(`Terugbellen: ${zwaantje.displayName}`) });
  await expect(row).toBeVisible();
  await desk.keyboard.press('Alt+k');
  await expect(row).toHaveCount(0);
  await desk.getByRole('button', { name: say('Zet terug', 'Put back') }).click();
  await expect(row).toBeVisible();
});

test('a time is typed in any way, and one that is none says so', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', zwaantje.displayName);
  await desk.getByRole('button', { name: say('Terugbellen') }).click();
  const time = desk.getByRole('textbox', { name: say(/Andere tijd/) });
  await time.fill('straks');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Dat is geen tijd. Typ bijvoorbeeld 14:30.'))).toBeVisible();
  await time.fill('1115');
  await desk.keyboard.press('Enter');
  const chosen = desk.getByRole('button', { name: say(/^Terugbellen .*11:15/) });
  await expect(chosen).toBeVisible();
  await chosen.click();
  await desk.getByRole('button', { name: say('Toch niet') }).click();
  await expect(desk.getByRole('button', { name: say('Terugbellen'), exact: true })).toBeVisible();
});

test('a call-back that is late says so on the desk, and shows in the review', async ({ stoppedApp: app }) => {
  runScript('makeLateCallBack.ts', app.dataFolder);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await expect(forMe(desk).getByRole('option')).toContainText(say(/te laat, .*/));
  await app.picture(desk, 'desk-late');

  await switchTo(desk, workers.bram);
  const waiting = forMe(desk).getByRole('option');
  await expect(waiting).toHaveCount(21);
  await expect(waiting.last()).toHaveText(say('Nog 5 tonen'));
  await desk.keyboard.press('ArrowUp');
  await desk.keyboard.press('Enter');
  await expect(waiting).toHaveCount(25);
  await expect(waiting.nth(20)).toHaveAttribute('aria-selected', 'true');
  await expect(waiting.nth(20)).toBeInViewport();
  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  const lines = review.getByRole('region', { name: say(/Te laat/) }).getByRole('listitem');
  await expect(lines).toHaveCount(1);
  const late = lines.filter({ hasText: 'Anna' });
  await expect(late).toContainText(`${say('zou terugbellen', 'was to call back')}: ${friso.displayName}`);
  await expect(late).toContainText(say(/sinds .*/));
  await expectAccessible(review);
  await app.picture(review, 'review-late');

  // Done on the desk, it leaves the review at once.
  await desk.bringToFront();
  await openCaller(desk, 'pimpel', friso.displayName);
  await expect(desk.getByText(say('Terugbellen door Anna'))).toBeVisible();
  await desk.keyboard.press('Alt+k');
  await expect(late).toHaveCount(0);
});

test('an unknown contact that is linked afterwards stands on the caller’s card, and can be taken back', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.press('Control+n');
  await noteField(desk).fill('Noemde geen naam, belt morgen weer.');
  await desk.keyboard.press('Alt+t');
  await expect(desk.getByRole('button', { name: say(/^Straks/) })).toBeVisible();
  await desk.keyboard.press('1');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await forMe(desk)
    .getByRole('option', { name: say('Terugbellen: Onbekende beller') })
    .click();
  await expect(desk.getByRole('button', { name: say('Klaar') })).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-call-back-unknown');
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: say('Bekijk', 'View') }).click();
  await expect(desk.getByRole('heading', { name: say('Mijn dag') })).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-own-day');
  const linkIt = async () => {
    await desk.getByRole('button', { name: say('Koppel aan een beller') }).click();
    await expect(searchField(desk)).toBeFocused();
    await desk.keyboard.type('regenk');
    await expect(desk.getByRole('option', { name: zwaantje.displayName })).toBeVisible();
    await app.picture(desk, 'desk-link');
    await desk.keyboard.press('Enter');
    await expect(desk.getByText(say(`Gekoppeld aan ${zwaantje.displayName}.`)).first()).toBeVisible();
  };
  const card = desk.getByRole('button', { name: say(`Open de kaart van ${zwaantje.displayName}`) });
  await linkIt();
  await expect(card).toBeVisible();
  await desk.getByRole('button', { name: say('Zet terug', 'Put back') }).click();
  await expect(card).toHaveCount(0);
  await linkIt();
  await card.click();
  await expect(noteField(desk)).toBeFocused();
  await expect(desk.getByText(say('Terugbellen door jou'))).toBeVisible();
  await expect(desk.getByText('Noemde geen naam, belt morgen weer.').last()).toBeVisible();
  await app.picture(desk, 'desk-linked-card');
});
