import { expect, type Page } from '@playwright/test';
import type { workers } from './people.ts';

type Worker = (typeof workers)[keyof typeof workers];

/** Picks a name on the lock screen and types the password. */
export async function unlock(page: Page, worker: Worker): Promise<void> {
  await page
    .getByRole('radio', { name: worker.name })
    .or(page.getByRole('option', { name: worker.name }))
    .first()
    .click();
  await page.getByLabel(`Wachtwoord van ${worker.name}`).fill(worker.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Zoek een beller' })).toBeFocused();
}
