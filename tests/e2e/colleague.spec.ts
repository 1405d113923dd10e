import { openCaller, recordIncident, searchField, switchTo, unlock } from './support/actions.ts';
import { expect, expectAccessible, test } from './support/app.ts';
import { callers, workers } from './support/people.ts';
import { say } from './support/words.ts';

test('after an incident the next call goes to a colleague, who reads what to say', async ({ app }) => {
  const { desk } = app;
  await unlock(desk, workers.bram);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await desk.keyboard.type('Wilde het recept vandaag nog.');
  await recordIncident(desk);
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();

  await desk.keyboard.type('regenk');
  await expect(desk.getByRole('option', { name: /Zwaantje/ })).toContainText(say('Collega neemt over'));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(say('Laat een collega dit gesprek overnemen.'))).toBeVisible();
  await expect(desk.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await desk.keyboard.press('Escape');

  await switchTo(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  await expect(desk.getByText(say('Jij neemt het over van Bram.'))).toBeVisible();
  await expect(desk.getByText(say('Zeg bij het overnemen'))).toBeVisible();
  await expect(desk.getByText(say('Spoed gaat altijd door.'))).toBeVisible();
  await expect(desk.getByText('Wilde het recept vandaag nog.')).toBeVisible();
  await expectAccessible(desk);
  await app.picture(desk, 'desk-card-colleague');
});
