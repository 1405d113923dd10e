import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { noteField, openCaller, openReview, recordIncident, switchTo, unlock } from './support/actions.ts';
import { type App, expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { deskSize } from './support/hosts.ts';
import { expectTidy } from './support/layout.ts';
import { callers, workers } from './support/people.ts';
import { savedFile } from './support/savedFile.ts';
import { inLanguage, say } from './support/words.ts';

/** The proposal for a break, wherever it stands. */
const prompt = (page: Page) => page.getByRole('region', { name: say('Voorstel voor een pauze') });
const promptsAfter = (suggested: string, insisted: string): string =>
  `${say(`Voorstel na de ${suggested}.`)} ${say(`Aandringen na de ${insisted}.`)}`;
const smallest = { width: 360, height: 520 };

/** Looks at what is shown in both sizes. */
async function look(
  { desk, ...app }: Pick<App, 'desk'> & { resize: App['resize']; picture: App['picture'] },
  name: string,
) {
  for (const size of [smallest, deskSize]) {
    await app.resize(desk, size);
    await expectTidy(desk, `${name}-${size.width}`);
    await app.picture(desk, `${name}-${size.width}`);
  }
  await expectAccessible(desk, name);
}

const looks = (app: App) => (name: string) =>
  look({ desk: app.desk, resize: app.resize.bind(app), picture: app.picture.bind(app) }, name);

test('after repeated incidents the prompt comes, says why, can be put off once, and never takes the focus', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await expect(desk.getByRole('button', { name: say('Jouw emmer is leeg') })).toBeVisible();
  await recordIncident(desk);
  await expect(prompt(desk)).toHaveCount(0);
  await recordIncident(desk);
  await expect(prompt(desk)).toHaveAttribute('data-tone', 'calm');
  await expect(desk.getByRole('alert')).toHaveCount(0);
  await expect(prompt(desk)).toContainText(
    say(
      'Door 2 incidenten kort na elkaar is dit volgens de huisregel een goed moment voor 10 minuten weg van de telefoon.',
    ),
  );
  await expect(desk.getByText(say('Alleen jij ziet dit.'))).toBeVisible();
  await looks(app)('desk-break-prompt');
  await desk.getByRole('button', { name: say('Over 15 min') }).click();
  await expect(prompt(desk)).toHaveCount(0);
  await recordIncident(desk);
  await expect(prompt(desk)).toContainText(say('Neem nu een pauze'));
  await expect(desk.getByRole('button', { name: say('Over 15 min') })).toHaveCount(0);
});

test('one very serious incident is enough on its own, and the bar says so in words', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.press('F8');
  for (const key of ['3', 'e', 'Enter']) await desk.keyboard.press(key);
  await expect(prompt(desk)).toContainText(say('Neem nu een pauze'));
  await expect(prompt(desk)).toContainText(say('heel ernstig incident', 'very serious incident'));
  await desk.keyboard.press('Control+.');
  await expect(desk.getByRole('button', { name: say('Pauze?') })).toHaveAttribute(
    'title',
    new RegExp(say('heel ernstig incident', 'very serious incident')),
  );
  await expectTidy(desk, 'bar with a prompt');
  await expectAccessible(desk, 'bar with a prompt');
  await app.picture(desk, 'desk-bar-prompt');
});

test('a prompt that comes while somebody types covers nothing, moves nothing and takes no key', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await app.resize(desk, smallest);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Eerste woorden');
  await recordIncident(desk);
  await expect(noteField(desk)).toBeFocused();
  const before = await noteField(desk).boundingBox();
  // The second incident is saved, the sheet is gone, and she types on while the proposal appears.
  await desk.keyboard.press('F8');
  for (const key of ['1', 'w', 'a', 'Enter']) await desk.keyboard.press(key);
  await expect(noteField(desk)).toBeFocused();
  await desk.keyboard.type(' en de rest, gewoon door', { delay: 20 });
  const line = desk.getByRole('button', { name: say(/Even weg van de telefoon\?/) });
  await expect(line).toBeVisible();
  await expect(noteField(desk)).toBeFocused();
  await expect(noteField(desk)).toHaveValue('Eerste woorden en de rest, gewoon door');
  expect(await noteField(desk).boundingBox()).toEqual(before);
  const [note, proposal] = [await noteField(desk).boundingBox(), await line.boundingBox()];
  expect((proposal?.y ?? 0) + (proposal?.height ?? 0)).toBeLessThanOrEqual(note?.y ?? 0);
  await expect(desk.getByRole('button', { name: say('Bewaar') })).toBeInViewport({ ratio: 1 });
  // Nothing of it looks or sounds like an error.
  await expect(desk.getByRole('alert')).toHaveCount(0);
  await expect(line).toHaveCSS('border-left-color', 'rgb(47, 107, 58)');
  await expectTidy(desk, 'note with a prompt');
  await app.picture(desk, 'desk-note-prompt-360');
});

test('"I need a break now" is one key press from anywhere, shows what is left, and ends with one', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  const keys = new KeyCounter(desk);
  await keys.press('F10');
  await expect(desk.getByText(say('Even niets.'))).toBeVisible();
  console.log(`key presses for a break: ${keys.count}`);
  expect(keys.count).toBe(1);
  await expect(desk.getByRole('timer')).toContainText(`10${say('minuten over')}`);
  await expect(desk.getByText(say('De huisregel stelt 10 minuten voor. Langer mag.'))).toBeVisible();
  await looks(app)('desk-break');
  await keys.press('Enter');
  await expect(desk.getByText(say('Welkom terug', 'Welcome back')).first()).toBeVisible();
  for (const sheet of ['F7', 'F8', 'F9', 'F1']) {
    await desk.keyboard.press(sheet);
    await desk.keyboard.press('F10');
    await expect(desk.getByRole('timer')).toBeVisible();
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('timer')).toHaveCount(0);
  }
});

test('after a break the note is as it was, with the cursor in it, also when the app locked meanwhile', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Vraagt naar de uitslag.');
  for (let nth = 0; nth < 'uitslag.'.length; nth += 1) await desk.keyboard.press('ArrowLeft');
  await desk.keyboard.press('F10');
  await expect(desk.getByRole('timer')).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(noteField(desk)).toBeFocused();
  await desk.keyboard.type('oude ');
  await expect(noteField(desk)).toHaveValue('Vraagt naar de oude uitslag.');
  await expect(desk.getByText(say('bewaard'), { exact: true })).toBeVisible();

  await desk.keyboard.press('F10');
  await expect(desk.getByRole('timer')).toBeVisible();
  await desk.keyboard.press('Control+l');
  await desk.getByRole('option', { name: workers.anna.name }).click();
  await desk.getByLabel(say(`Wachtwoord van ${workers.anna.name}`)).fill(workers.anna.password);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('timer')).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(noteField(desk)).toHaveValue('Vraagt naar de oude uitslag.');
  await expect(noteField(desk)).toBeFocused();
});

test('other work is a choice too, and runs while the window is used', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.getByRole('button', { name: say('Jouw emmer is leeg') }).click();
  await looks(app)('desk-bucket');
  await desk.getByRole('button', { name: say('Ander werk') }).click();
  await expect(desk.getByText(say('Even weg van de telefoon.'))).toBeVisible();
  await app.picture(desk, 'desk-other-work');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('button', { name: say(/^Ander werk: \d+ min$/) })).toBeVisible();
});

test('a colleague is asked by name to take over, and answers with one press', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.press('F10');
  await desk.getByRole('button', { name: say('Vraag om overname') }).click();
  await expect(desk.getByRole('menuitem')).toHaveText([say('De teamleider'), 'Bram', 'Karin']);
  await app.picture(desk, 'desk-ask-menu');
  await desk.getByRole('menuitem', { name: 'Bram' }).click();
  await expect(desk.getByText(say('Bram weet dat je overname vraagt. De reden staat er niet bij.'))).toBeVisible();
  await looks(app)('desk-asked');
  await desk.keyboard.press('Enter');
  await switchTo(desk, workers.bram);
  const request = desk.getByRole('region', { name: say('Anna vraagt om overname') });
  await expect(request).toBeVisible();
  await expect(request).not.toContainText(inLanguage({ nl: /emmer|incident|pauze/i, en: /bucket|incident|break/i }));
  await looks(app)('desk-asked-of-you');
  await desk.getByRole('button', { name: say('Ik neem het over') }).click();
  await expect(request).toHaveCount(0);
  await switchTo(desk, workers.anna);
  await desk.getByRole('button', { name: say('Jouw emmer is leeg') }).click();
  await expect(desk.getByText(say('Bram neemt het over.'))).toBeVisible();
});

test('a worker sees what stands behind the bucket, saves it as a file and erases it', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await recordIncident(desk);
  await desk.keyboard.press('F10');
  await expect(desk.getByRole('timer')).toBeVisible();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: say(/^Jouw emmer: \d+ % vol$/) }).click();
  await desk.getByRole('button', { name: say('Wat erachter staat') }).click();
  const incident = `${say('Incident')}: ${say('ernstig')}, ${say('zoals het was')}`;
  await expect(desk.getByText(incident)).toBeVisible();
  await expect(desk.getByText(say('2 druppels'))).toBeVisible();
  await expect(desk.getByText(say('Aan het werk'))).toBeVisible();
  await looks(app)('desk-tally');

  const file = await savedFile(app, desk, () => desk.getByRole('button', { name: say('Bewaar als bestand') }).click());
  const saved = readFileSync(file, 'utf8');
  const columns = [say('Van'), say('Tot', 'Until'), say('Wat'), say('Druppels')].map((column) => `"${column}"`);
  expect(saved.startsWith(`\uFEFF${columns.join(';')}`)).toBe(true);
  expect(saved).toContain(`"${incident}";"2"`);

  await desk.getByRole('button', { name: say('Wis alles') }).click();
  const dialog = desk.getByRole('dialog');
  await expect(dialog).toContainText(say('Meldingen blijven staan', 'Reports stay'));
  await app.picture(desk, 'desk-tally-erase');
  await dialog.getByRole('button', { name: say('Wis alles') }).click();
  await expect(desk.getByText(incident)).toHaveCount(0);
  await expect(desk.getByText(say('Gewist. Je emmer is leeg.')).first()).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('button', { name: say('Jouw emmer is leeg') })).toBeVisible();
});

test('a manager tries the house rule while its figures change, and finds what is wrong with them', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: say('Huisregels') }).click();
  const trial = review.getByRole('region', { name: say('Probeer de regel') });
  await expect(trial.getByText(promptsAfter('tweede', 'derde'))).toBeVisible();
  await trial.scrollIntoViewIfNeeded();
  await expectAccessible(review);
  await app.picture(review, 'review-trial');
  // A comma makes a half in English too: the keyboard is the same.
  await review.getByLabel(say('Voorstel vanaf')).fill('');
  await review.getByLabel(say('Voorstel vanaf')).pressSequentially('4,5');
  await expect(trial.getByText(promptsAfter('derde', 'derde'))).toBeVisible();
  await review.getByLabel(say('Aandringen vanaf')).fill('4');
  await expect(
    trial.getByText(say('Zodra de getallen hierboven kloppen', 'Once the figures above are valid')),
  ).toBeVisible();
  await review.getByRole('button', { name: say('Bewaar') }).click();
  await expect(review.getByText(say('Moet hoger zijn dan het voorstel.'))).toBeVisible();
  await review.getByLabel(say('Aandringen vanaf')).fill('5');
  await trial.getByRole('combobox', { name: say('Wat er gebeurt') }).click();
  await review.getByRole('option', { name: say('Eigen mix') }).click();
  await trial.getByRole('button', { name: say('Nog iets') }).click();
  await expect(trial.getByRole('row')).toHaveCount(5);
  await trial
    .getByRole('combobox', { name: say('Wat'), exact: true })
    .first()
    .click();
  await review.getByRole('option', { name: say('Heel ernstig incident') }).click();
  await expect(trial.getByText(promptsAfter('eerste', 'eerste'))).toBeVisible();
  await trial.getByRole('button', { name: say('Nog iets') }).scrollIntoViewIfNeeded();
  await app.picture(review, 'review-trial-own');
  await expectAccessible(review);
});

test('a manager sees no more of breaks than the whole team, and nothing before a week is over', async ({ app }) => {
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  await review.getByRole('button', { name: 'Team', exact: true }).click();
  await review.getByText(say('Pauzes'), { exact: true }).click();
  const weeks = review.getByRole('region', { name: say('Pauzes van het hele team') });
  // The practice began a day and a half ago: on a Monday that is a week of its own, and over, with too few people.
  const nothingYet = weeks.getByText(say('Na de eerste hele week staat hier een regel.'));
  await expect(nothingYet.or(weeks.getByRole('cell', { name: say('te weinig mensen') }).first())).toBeVisible();
  await expect(weeks.getByRole('cell', { name: say(/^ongeveer .*$/) })).toHaveCount(0);
  await weeks.scrollIntoViewIfNeeded();
  await app.picture(review, 'review-team-breaks');
  await expectAccessible(review);
});
