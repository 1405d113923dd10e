import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';
import { say } from './words.ts';

export interface Worker {
  name: string;
  password: string;
}

export const searchField = (page: Page): Locator => page.getByRole('combobox', { name: say('Zoek een beller') });
export const noteField = (page: Page): Locator => page.getByRole('textbox', { name: say('Notitie') });

/** The next key goes to something on the page, not to nothing. */
export const expectFocusOnPage = (page: Page): Promise<void> =>
  expect(page.locator('main, main *').and(page.locator(':focus'))).toHaveCount(1);

/** Picks a name on the lock screen, types the password, and waits for the desk. */
export async function unlock(page: Page, worker: Worker): Promise<void> {
  await page
    .getByRole('listbox', { name: say('Wie ben je?') })
    .getByRole('option', { name: worker.name })
    .click();
  await tryToUnlock(page, worker);
  await expect(searchField(page)).toBeFocused();
}

/** Types the password of whoever the lock screen has picked; what comes of it is for the spec to see. */
export async function tryToUnlock(page: Page, worker: Worker): Promise<void> {
  await page.getByLabel(say(`Wachtwoord van ${worker.name}`)).fill(worker.password);
  await page.keyboard.press('Enter');
}

/** Locks, and unlocks for a colleague at the same desk. */
export async function switchTo(page: Page, worker: Worker): Promise<void> {
  await page.keyboard.press('Control+l');
  await unlock(page, worker);
}

/** Types part of a name and opens the first caller found. */
export async function openCaller(page: Page, query: string, name: string): Promise<void> {
  await page.keyboard.type(query);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(noteField(page)).toBeFocused();
}

/** An incident for the caller that the search or the note is at: scolding, serious, call ended. */
export async function recordIncident(page: Page): Promise<void> {
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { name: 'Incident', exact: true })).toBeVisible();
  for (const key of ['1', 'w', 'a', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(say('Incident vastgelegd.')).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Incident', exact: true })).toHaveCount(0);
}

/** The review window, opened from the desk as a manager does. */
export async function openReview(app: App): Promise<Page> {
  const review = await app.nextWindow(() => app.desk.keyboard.press('Control+d'));
  await expect(review.getByRole('heading', { name: say(/vandaag/) })).toBeVisible();
  return review;
}

/** Opens the privacy page and writes down a request of Zwaantje of Regenkamp; without a kind it is one for access. */
export async function askFor(review: Page, asked: string, kind?: string): Promise<void> {
  await review.getByRole('navigation').getByText('Privacy').click();
  await review.getByRole('button', { name: say('Nieuw verzoek') }).click();
  await review.keyboard.type('regenk');
  await expect(review.getByRole('option', { name: /Regenkamp/ })).toBeVisible();
  await review.keyboard.press('Enter');
  if (kind) await review.getByText(say(kind), { exact: true }).click();
  await review.getByLabel(say('Wat er is gevraagd')).fill(asked);
  await review.getByRole('button', { name: say('Bewaar'), exact: true }).click();
}
