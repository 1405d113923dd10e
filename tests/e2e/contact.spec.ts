import { noteField, openCaller, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, KeyCounter, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

test('a caller is found by part of a name, a number in any notation and a date of birth', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  const { zwaantje, umit, friso } = callers;
  for (const [typed, name] of [
    ['regenk', zwaantje.displayName],
    ['ZWAAN', zwaantje.displayName],
    ['yagmur', umit.displayName],
    ['pimpel', friso.displayName],
    ['+31 6 0012', zwaantje.displayName],
    ['0031600123456', zwaantje.displayName],
    ['06-00123456', zwaantje.displayName],
    ['3456', zwaantje.displayName],
    ['12-04-1961', zwaantje.displayName],
    ['29071988', umit.displayName],
  ] as const) {
    await searchField(desk).fill(typed);
    await expect(desk.getByRole('option').first(), typed).toContainText(name);
  }
  await searchField(desk).fill('qqqq');
  await expect(desk.getByRole('option')).toHaveText([say(/Nieuwe beller “qqqq”/)]);
});

test('a note for a known caller takes four key presses and the text, and stands on the card afterwards', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  const keys = new KeyCounter(desk);
  // The global shortcut itself counts too: it brings the window up with the focus in the search field.
  keys.count += 1;
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.type('regenkamp');
  await keys.press('Enter');
  await expect(noteField(desk)).toBeFocused();
  await expect(desk.getByText(`${say('Vraag eerst', 'Ask first')}: geboortedatum en postcode`)).toBeVisible();
  await desk.keyboard.type('Vraagt naar de openingstijden.');
  await expect(desk.getByText(new RegExp(`${say('Duur van het gesprek')}\\s*00:0\\d`))).toBeVisible();
  await app.picture(desk, 'desk-note');
  await keys.press('Control+Enter');
  await expect(desk.getByText(say(/Bewaard om \d\d:\d\d: Zwaantje van Regenkamp\./)).first()).toBeVisible();
  await expect(searchField(desk)).toBeFocused();
  console.log(`key presses for a note: ${keys.count}`);
  expect(keys.count).toBeLessThanOrEqual(4);

  await openCaller(desk, 'zwaan', callers.zwaantje.displayName);
  await expect(desk.getByText('Vraagt naar de openingstijden.')).toBeVisible();
});

test('channel and reason are kept with the note', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.press('Alt+2');
  await expect(desk.getByRole('button', { name: say('Balie') })).toHaveAttribute('aria-pressed', 'true');
  await desk.getByRole('button', { name: say('Reden') }).click();
  await desk
    .getByRole('menuitem', { name: say('Recept') })
    .or(desk.getByRole('menuitemradio', { name: say('Recept') }))
    .click();
  await noteField(desk).fill('Komt morgen langs.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  const history = desk
    .getByRole('region', { name: say('Eerder', 'Earlier') })
    .or(desk.locator('section', { hasText: say('Eerder', 'Earlier') }))
    .last();
  await expect(history).toContainText('Komt morgen langs.');
  await expect(history).toContainText(say(/balie/i));
  await expect(history).toContainText(say(/recept/i));
});

test('a new caller is made while typing the note, and a number that is none loses nothing', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.type('Tjitske Distelweide');
  await desk.keyboard.press('Control+n');
  await expect(noteField(desk)).toBeFocused();
  await desk.keyboard.type('Nieuw in de praktijk.');
  await desk.getByLabel(say('Telefoonnummer')).fill('061');
  await desk.getByLabel(say('Geboortedatum')).fill('31-02-1990');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Geen bestaande datum.', 'No such date.'), { exact: false }).first()).toBeVisible();
  await app.picture(desk, 'desk-new-caller-problem');
  await desk.getByLabel(say('Geboortedatum')).fill('28-02-1990');
  await desk.getByLabel(say('Telefoonnummer')).fill('06 123');
  await desk.keyboard.press('Control+Enter');
  await expect(
    desk.getByText(`06 123 ${say('is geen compleet nummer.', 'is not a complete number.')}`, { exact: false }).first(),
  ).toBeVisible();
  await expect(noteField(desk)).toHaveValue('Nieuw in de praktijk.');
  await desk.getByLabel(say('Telefoonnummer')).fill('06 00 77 88 99');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await openCaller(desk, '0031 6 0077', 'Tjitske Distelweide');
  await expect(desk.getByText('Nieuw in de praktijk.')).toBeVisible();
});

test('what is typed survives kill -9, and comes back at the next unlock of the same worker', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await openCaller(app.desk, 'regenk', callers.zwaantje.displayName);
  await app.desk.keyboard.type('Half afgemaakte zin over de ver');
  await expect(app.desk.getByText(say('bewaard'), { exact: true })).toBeVisible();
  await app.kill();

  await app.start();
  await unlock(app.desk, workers.bram);
  await expect(app.desk.getByText('Half afgemaakte zin over de ver')).toHaveCount(0);
  await switchTo(app.desk, workers.anna);
  await expect(app.desk.getByRole('option', { name: /Zwaantje van Regenkamp/ })).toBeVisible();
  await app.desk.keyboard.press('Enter');
  await expect(noteField(app.desk)).toBeFocused();
  await expect(noteField(app.desk)).toHaveValue('Half afgemaakte zin over de ver');
});

test('Esc parks a note without asking, and nothing typed is lost', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Even geparkeerd.');
  await desk.keyboard.press('Escape');
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByRole('group', { name: say('Ga verder met') }).getByRole('option')).toContainText(
    'Zwaantje van Regenkamp',
  );
  await openCaller(desk, 'pimpel', callers.friso.displayName);
  await desk.keyboard.type('Tweede gesprek.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(noteField(desk)).toHaveValue('Even geparkeerd.');
});
