import path from 'node:path';
import { noteField, openCaller, openReview, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { deskSize } from './support/hosts.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { runScript } from './support/practice.ts';
import { inLanguage, say } from './support/words.ts';

test('the crisis script is one key press away from anywhere, with 112 and 113 always in sight', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Klinkt somber');
  const keys = new KeyCounter(desk);
  await keys.press('F9');
  await expect(desk.getByRole('heading', { name: say('Luister, en blijf aan de lijn') })).toBeVisible();
  console.log(`key presses for the crisis script: ${keys.count}`);
  expect(keys.count).toBe(1);
  await expect(desk.getByText('113', { exact: true }).filter({ visible: true }).first()).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-crisis');

  await desk.keyboard.press('1');
  await expect(desk.getByRole('heading', { name: say('Vraag het rechtstreeks') })).toBeVisible();
  await expect(desk.getByText(/112/).first()).toBeVisible();
  await desk.keyboard.press('2');
  await expect(desk.getByText(inLanguage({ nl: /huisarts/i, en: /GP/ })).first()).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(noteField(desk)).toHaveValue('Klinkt somber');
});

test('acute danger is one press from every step', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await desk.keyboard.press('F9');
  await desk.keyboard.press('1');
  await desk.keyboard.press('0');
  await expect(desk.getByText(/112/).first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: say('Vraag het rechtstreeks') })).toHaveCount(0);
});

test('closed without saving it leaves nothing behind', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('heading', { name: say('Luister, en blijf aan de lijn') })).toBeVisible();
  await desk.keyboard.press('1');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await expect(desk.getByText(say('Nog geen eerdere contacten.'))).toBeVisible();
  await expect(desk.getByText(say('Gesprekken met zorgen'))).toHaveCount(0);
});

test('a call of concern is kept with the least data, apart from incidents, and offers a break', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.press('F9');
  for (const key of ['1', '2', '2']) await desk.keyboard.press(key);
  await expect(desk.getByRole('heading', { name: say('De dienstdoende huisarts, nu') })).toBeVisible();
  await desk.keyboard.press('1');
  await expect(desk.getByRole('heading', { name: say('Vastleggen') })).toBeVisible();
  await expect(desk.getByText(`${say('Bij', 'With')} ${callers.zwaantje.displayName}`)).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-concern-record');
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  await expect(desk.getByText(say('Dat was een zwaar gesprek. Wil je even weg van de telefoon?'))).toBeVisible();
  await desk.getByRole('button', { name: say('Verder', 'Go on') }).click();
  await expect(desk.getByText(say('Gesprekken met zorgen'))).toBeVisible();
  await expect(desk.getByText(/incident/i).filter({ hasText: /1 incident/ })).toHaveCount(0);
});

test('aftercare for the worker is one key after a heavy call; the manager reads nothing of who it was about', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  for (const key of ['F9', '1', '2', '2', '1']) await desk.keyboard.press(key);
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  await expect(desk.getByRole('button', { name: say('Nazorg') })).toBeVisible();
  await app.resize(desk, { width: 360, height: 520 });
  await expectTidy(desk, 'after a call');
  await app.picture(desk, 'desk-concern-after-360');
  await desk.keyboard.press('n');
  await expect(desk.getByText(say('Nazorg is gevraagd.', 'Aftercare requested.'))).toBeVisible();
  await expect(desk.getByRole('button', { name: say('Nazorg') })).toHaveCount(0);
  await expectAccessible(desk);
  await expectTidy(desk, 'aftercare asked');
  await app.picture(desk, 'desk-concern-aftercare-asked-360');
  await app.resize(desk, deskSize);
  for (const key of ['Enter', 'Escape', 'Escape']) await desk.keyboard.press(key);
  await expect(
    desk.getByRole('option', {
      name: new RegExp(
        `${say('Nazorg: eerste opvang')}.*${say('Na een gesprek met zorgen', 'After a call of concern')}`,
      ),
    }),
  ).toBeVisible();
  await app.picture(desk, 'desk-aftercare-after-call');
  await switchTo(desk, workers.karin);
  const review = await openReview(app);
  await review
    .getByRole('navigation', { name: say('Onderdelen') })
    .getByText(say('Nazorg'))
    .click();
  const detail = review.getByRole('region', { name: say('Nazorg') });
  await expect(detail.getByText(say(/^Na een gesprek met zorgen, .*/))).toBeVisible();
  await expect(detail.getByText(say('Bekijk het incident'))).toHaveCount(0);
  await expect(detail).not.toContainText('Zwaantje');
  await app.picture(review, 'review-aftercare-after-call');
});

test('what cannot be asked after a heavy call is said where it was asked, and so is a break that cannot begin', async ({
  stoppedApp: app,
  practice,
}) => {
  const store = path.join(app.dataFolder, 'store.db');
  const tables = ['breakEvent', 'takeOverRequest', 'aftercare'];
  runScript('refuseRows.ts', store, practice.secrets.dataEncryptionKey, ...tables);
  await app.start();
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, { width: 360, height: 520 });
  for (const key of ['F9', '1', '2', '2', '1']) await desk.keyboard.press(key);
  await desk.getByRole('button', { name: say('Leg vast', 'Record') }).click();
  const question = say('Dat was een zwaar gesprek. Wil je even weg van de telefoon?');
  await expect(desk.getByText(question)).toBeVisible();
  await expect(desk.getByRole('button', { name: say('Vraag de teamleider') })).toBeVisible();
  const said = desk.getByRole('main').getByRole('alert');
  for (const key of ['t', 'n']) {
    await desk.keyboard.press(key);
    await expect(said).toHaveText(say('Dat lukte niet. Probeer het nog eens.', 'That did not work. Please try again.'));
  }
  await desk.keyboard.press('F10');
  const noBreak = say('De pauze kon niet worden genoteerd. Neem hem gerust.');
  await expect(said).toHaveText(noBreak);
  await expect(said).toBeInViewport({ ratio: 1 });
  await expectTidy(desk, 'nothing could be asked');
  await expectAccessible(desk, 'nothing could be asked');
  await app.picture(desk, 'desk-concern-not-asked-360');

  // From any other sheet the bucket comes with the same words.
  await desk.keyboard.press('Escape');
  for (const key of ['F8', 'F10']) await desk.keyboard.press(key);
  await expect(desk.getByRole('main').getByText(noBreak)).toBeInViewport({ ratio: 1 });
  await expectTidy(desk, 'no break');
  await expectAccessible(desk, 'no break');
  await app.picture(desk, 'desk-no-break-360');
});

test('whatever is needed at any step is two keys away, and a plan goes to the GP at once', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, { width: 360, height: 520 });
  await desk.keyboard.press('F9');
  await desk.keyboard.press('m');
  const helps = ['Wachten tot er hulp is', 'Tijdens het doorverbinden', 'De lijn valt weg'].map((help) => say(help));
  for (const help of [...helps, say('Daarna', 'Afterwards')]) {
    await expect(desk.getByRole('button', { name: help })).toBeVisible();
  }
  await expectTidy(desk, 'help');
  await app.picture(desk, 'desk-crisis-help-360');
  await desk.getByRole('button', { name: say('De lijn valt weg') }).click();
  await expect(desk.getByText(say('Nog twee keer, vlak na elkaar', 'Twice more, one after the other'))).toBeVisible();
  await expectTidy(desk, 'the line dropped');
  await app.picture(desk, 'desk-crisis-line-dropped-360');
  for (const key of ['Backspace', 'Backspace', '1', '2', '3']) await desk.keyboard.press(key);
  await expect(desk.getByRole('heading', { name: say('Een plan: de huisarts, meteen') })).toBeVisible();
  await expect(desk.getByText(say('Zeg de huisarts als eerste dat er een plan is.'))).toBeVisible();
  await expectTidy(desk, 'a plan');
  await app.picture(desk, 'desk-crisis-plan-360');
});

test('the guide for a lonely caller points to the practice’s own list, an agreement and the script', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, { width: 360, height: 520 });
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.press('F9');
  await desk.keyboard.press('l');
  await expect(desk.getByText(say('Zeg bijvoorbeeld'))).toBeVisible();
  const pages = [
    say('Zeg bijvoorbeeld'),
    say('Wijs op'),
    say('Meer zorgen als de beller'),
    say('Let op', 'Look out for'),
  ];
  for (const [index, heading] of pages.entries()) {
    await desk.keyboard.press(String(index + 1));
    await expect(desk.getByRole('heading', { name: heading })).toBeVisible();
    await expectTidy(desk, heading);
    await expectAccessible(desk, heading);
    await app.picture(desk, `desk-lonely-${index + 1}-360`);
  }
  await desk.keyboard.press('2');
  await expect(desk.getByText(`${say('Zilverlijn')} 0800-1325`)).toBeVisible();
  await expect(desk.getByText(say('Niet gecontroleerd: kijk dit nummer na.')).first()).toBeVisible();
  await desk.keyboard.press('a');
  await expect(desk.getByRole('heading', { name: say('Belafspraak') })).toBeVisible();
  await expect(desk.getByText(callers.zwaantje.displayName).first()).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('3');
  await desk.getByRole('button', { name: say('Open het crisisscript') }).click();
  await expect(desk.getByRole('heading', { name: say('Luister, en blijf aan de lijn') })).toBeVisible();
  // The key for worry leads there too, from the guide itself.
  await desk.keyboard.press('l');
  await expect(desk.getByRole('heading', { name: say('Meer zorgen als de beller') })).toBeVisible();
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('heading', { name: say('Luister, en blijf aan de lijn') })).toBeVisible();
});
