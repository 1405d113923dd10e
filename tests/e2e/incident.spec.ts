import { noteField, openCaller, recordIncident, searchField, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { inLanguage, say } from './support/words.ts';

test('an incident for a known caller takes at most six key presses, during the call', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  const keys = new KeyCounter(desk);
  keys.count += 1; // the global shortcut
  await expect(searchField(desk)).toBeFocused();
  await desk.keyboard.type('regenkamp');
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).toBeVisible();
  await keys.press('F8');
  await expect(desk.getByRole('heading', { name: 'Incident', exact: true })).toBeVisible();
  await expect(desk.getByText(`${callers.zwaantje.displayName} · ${say('telefoon', 'phone')}`)).toBeVisible();
  await keys.press('3', 'w', 'a');
  for (const chosen of ['Dreigen', 'Ernstig', 'Beëindigd']) {
    await expect(desk.getByRole('button', { name: say(chosen), exact: true })).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(desk.getByText(say('Zeg dit, en hang op'))).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-incident');
  await keys.press('Enter');
  await expect(desk.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  console.log(`key presses for an incident: ${keys.count}`);
  expect(keys.count).toBeLessThanOrEqual(6);
});

test('the sheet leaves the note untouched and says what is missing', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Werd boos over');
  await desk.keyboard.press('F8');
  await desk.keyboard.press('Enter');
  await expect(
    desk.getByText(say('Kies wat er gebeurde (1–9, 0) en hoe erg het was (Q, W of E).')).first(),
  ).toBeVisible();
  await desk.keyboard.press('2');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Kies nog hoe erg het was: Q, W of E.')).first()).toBeVisible();
  await desk.keyboard.press('q');
  await desk.keyboard.press('Enter');
  await expect(noteField(desk)).toBeFocused();
  await expect(noteField(desk)).toHaveValue('Werd boos over');
  await desk.keyboard.type(' de wachttijd');
  await expect(noteField(desk)).toHaveValue('Werd boos over de wachttijd');
});

test('without a known caller an incident is kept too', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await recordIncident(desk);
  await expect(desk.getByText('1 incident', { exact: false })).toBeVisible();
});

test('what was left out is completed later, from the list of today', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.type('regenk');
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).toBeVisible();
  await recordIncident(desk);
  await desk.keyboard.press('Escape');
  await searchField(desk).fill('');
  await expect(desk.getByText(say('Vandaag aanvullen'))).toBeVisible();
  await desk.getByRole('option', { name: new RegExp(`Zwaantje van Regenkamp.*${say('schelden')}`, 'i') }).click();
  await expect(desk.getByRole('heading', { name: say('Aanvullen', 'Add the details') })).toBeVisible();
  await desk.getByLabel(say('Woorden die de beller gebruikte')).fill('“Wat een rommeltje.”');
  await desk.getByLabel(say('Wat er gebeurde')).fill('Mopperde over de wachttijd.');
  await expectAccessible(desk);
  await app.picture(desk, 'desk-completion');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(say('Aangevuld.')).first()).toBeVisible();
  await expect(desk.getByText(say('Vandaag aanvullen'))).toHaveCount(0);
});

test('what was begun to be completed survives kill -9 and stays on the list', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await recordIncident(app.desk);
  await app.desk
    .getByRole('option', { name: new RegExp(`${say('Onbekende beller')}.*${say('schelden')}`, 'i') })
    .click();
  await app.desk.getByLabel(say('Wat er gebeurde')).fill('Half afgemaakt verhaal');
  await expect(app.desk.getByText(say('bewaard'), { exact: true })).toBeVisible();
  await app.kill();

  await app.start();
  await unlock(app.desk, workers.anna);
  await app.desk
    .getByRole('option', { name: new RegExp(`${say('Onbekende beller')}.*${say('schelden')}`, 'i') })
    .click();
  await expect(app.desk.getByLabel(say('Wat er gebeurde'))).toHaveValue('Half afgemaakt verhaal');
});

test('the sentence to end a call is two key presses away', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  const keys = new KeyCounter(desk);
  await keys.press('F7');
  await expect(desk.getByRole('heading', { name: say('Zinnen') })).toBeVisible();
  const hint = await desk.getByRole('button', { name: say(/Gesprek beëindigen/) }).innerText();
  await keys.press(hint.match(/\d/)?.[0] ?? '4');
  await expect(desk.getByText(inLanguage({ nl: /spoed/i, en: /emergenc/i })).first()).toBeVisible();
  console.log(`key presses for the sentence that ends a call: ${keys.count}`);
  expect(keys.count).toBe(2);
  await expectAccessible(desk);
  await app.picture(desk, 'desk-phrases');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');
});
