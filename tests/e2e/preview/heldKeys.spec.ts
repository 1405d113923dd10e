import type { Page } from '@playwright/test';
import { noteField, openCaller, unlock } from '../support/actions.ts';
import { expect, test } from '../support/app.ts';
import { callers, workers } from '../support/people.ts';

/** From a new load of the window on, a part of it does not come until it is let through: a computer that is busy. */
async function holdBack(desk: Page, part: string): Promise<() => void> {
  let letThrough = () => {};
  const letThroughAt = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await desk.route(new RegExp(`/${part}-[^/]*\\.js$`), async (route) => {
    await letThroughAt;
    await route.continue();
  });
  await desk.reload();
  return letThrough;
}

test('keys that are pressed before a sheet is there are for that sheet, and for nothing under it', async ({ app }) => {
  const { desk } = app;
  const password = desk.getByLabel(/^Wachtwoord van/);
  const scriptComes = await holdBack(desk, 'ConcernSheet');
  await expect(password).toBeFocused();
  for (const key of ['F9', '1', '0']) await desk.keyboard.press(key);
  await expect(password).toBeHidden();
  scriptComes();
  await expect(desk.getByRole('heading', { name: '112, en blijf aan de lijn' })).toBeVisible();
  for (const key of ['Escape', 'F9', 'Escape', 'Escape']) await desk.keyboard.press(key);
  await expect(password).toBeFocused();
  await expect(password).toHaveValue('');

  const rulesCome = await holdBack(desk, 'HouseRulesSheet');
  await unlock(desk, workers.anna);
  await openCaller(desk, 'regenk', callers.zwaantje.displayName);
  const rules = desk.getByRole('combobox', { name: 'Zoek een werkwijze' });
  const openRules = async () => {
    await desk.getByRole('button', { name: 'Meer', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'Werkwijzen' }).click();
    await expect(noteField(desk)).toBeHidden();
  };
  await openRules();
  await desk.keyboard.type('weg');
  await desk.keyboard.press('Escape');
  await expect(noteField(desk)).toBeVisible();
  await openRules();
  await desk.keyboard.type('agres');
  rulesCome();
  await expect(rules).toHaveValue('agres');
  await expect(rules).toBeFocused();
  await desk.keyboard.type('sie');
  await expect(rules).toHaveValue('agressie');
  await desk.keyboard.press('Escape');
  await expect(noteField(desk)).toHaveValue('');
});
