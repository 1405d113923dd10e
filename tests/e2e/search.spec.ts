import { noteField, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

const { zwaantje, umit } = callers;

test('a name that is typed wrong is asked about, and opens nobody’s card unasked', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.anna);
  await desk.keyboard.type('zwaantej');
  const asked = desk.getByRole('group', { name: say('Bedoelde je …?') });
  await expect(asked.getByRole('option')).toHaveCount(1);
  await expect(asked.getByRole('option', { name: zwaantje.displayName })).toBeVisible();
  await expect(desk.getByText(say('Bedoelde je …?'))).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-did-you-mean');
  await app.resize(desk, { width: 360, height: 520 });
  await app.picture(desk, 'desk-did-you-mean-small');

  // Enter makes a new card, where the one that is known is still offered.
  await desk.keyboard.press('Enter');
  await expect(noteField(desk)).toBeFocused();
  await expect(desk.getByRole('heading', { name: 'zwaantej' })).toBeVisible();
  await expect(desk.getByText(say('Misschien al bekend'))).toBeVisible();
  await desk.keyboard.press('Escape');

  // Whoever was meant is one key away.
  await searchField(desk).fill('yagmurdree');
  await expect(asked.getByRole('option', { name: umit.displayName })).toBeVisible();
  await desk.keyboard.press('Alt+1');
  await expect(noteField(desk)).toBeFocused();
  await expect(desk.getByRole('heading', { name: umit.displayName })).toBeVisible();
  await desk.keyboard.press('Escape');
});

test('a caller who withholds the number gets no card for it', async ({ app: { desk } }) => {
  await unlock(desk, workers.anna);
  await desk.keyboard.type('anoniem');
  await expect(desk.getByRole('option')).toHaveCount(1);
  await desk.keyboard.press('Control+n');
  await desk.getByLabel(say('Telefoonnummer')).fill('afgeschermd');
  await noteField(desk).fill('Zei niets en hing op.');
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await expect(desk.getByText(say('Bewaard om', 'Saved at'), { exact: false }).first()).toBeVisible();
  await switchTo(desk, workers.bram);
  await desk.keyboard.type('anoniem');
  await expect(desk.getByRole('option')).toHaveCount(1);
  await switchTo(desk, workers.anna);
  await desk.getByRole('button', { name: say('Bekijk', 'View') }).click();
  await expect(desk.getByText(say('onbekende beller'), { exact: false })).toBeVisible();
});
