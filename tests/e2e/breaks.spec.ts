import type { Page } from '@playwright/test';
import { noteField, openCaller, recordIncident, unlock } from './support/actions.ts';
import { expect, expectAccessible, KeyCounter, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';

/** The proposal for a break, wherever it stands. */
const prompt = (page: Page) => page.getByRole('region', { name: 'Voorstel voor een pauze' });

test('after repeated incidents the prompt comes, says why, can be put off once, and never takes the focus', async ({
  app,
}) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await expect(desk.getByRole('button', { name: 'Jouw emmer is leeg' })).toBeVisible();
  await recordIncident(desk);
  await expect(prompt(desk)).toHaveCount(0);
  await recordIncident(desk);
  await expect(prompt(desk)).toBeVisible();
  await expect(prompt(desk)).toContainText('2 incidenten kort na elkaar. Volgens de huisregel is dit een goed moment');
  await expect(desk.getByText('Alleen jij ziet dit.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-break-prompt');
  await desk.getByRole('button', { name: 'Over 15 min' }).click();
  await expect(prompt(desk)).toHaveCount(0);
});

test('a third serious incident insists, and the team lead can be asked', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  for (let nth = 0; nth < 3; nth += 1) await recordIncident(desk);
  await expect(prompt(desk)).toContainText('Neem nu een pauze');
  await desk.getByRole('button', { name: 'Vraag de teamleider' }).click();
  await expect(desk.getByText('De teamleider weet dat je overname vraagt.')).toBeVisible();
});

test('one very serious incident is enough on its own', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await desk.keyboard.press('F8');
  for (const key of ['3', 'e', 'Enter']) await desk.keyboard.press(key);
  await expect(prompt(desk)).toContainText('Neem nu een pauze');
});

test('a prompt does not move or cover what is being typed', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Eerste woorden');
  const before = await noteField(desk).boundingBox();
  for (let nth = 0; nth < 2; nth += 1) await recordIncident(desk);
  await expect(noteField(desk)).toBeFocused();
  expect(await noteField(desk).boundingBox()).toEqual(before);
  await desk.keyboard.type(' en de rest');
  await expect(noteField(desk)).toHaveValue('Eerste woorden en de rest');
});

test('"I need a break now" is one key press, with a timer, and ends with one', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  const keys = new KeyCounter(desk);
  await keys.press('F10');
  await expect(desk.getByText('Even niets.')).toBeVisible();
  console.log(`key presses for a break: ${keys.count}`);
  expect(keys.count).toBe(1);
  await expect(desk.getByText(/De huisregel stelt 10 minuten voor/)).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-break');
  await keys.press('Enter');
  await expect(desk.getByText(/Welkom terug/).first()).toBeVisible();
});
