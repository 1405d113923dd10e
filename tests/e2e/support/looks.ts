import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/shared/contract/base.ts';
import { createI18n } from '../../../src/shared/i18n/index.ts';
import { type App, expectAccessible } from './app.ts';
import type { Size } from './hosts.ts';
import { expectTidy } from './layout.ts';
import { runScript } from './practice.ts';

export type Texts = ReturnType<typeof createI18n>['t'];
/** Looks at the screen that is shown, in every size and colour, and keeps a picture of each. */
export type Look = (screen: string) => Promise<void>;

const themes = ['light', 'dark'] as const;
const deskSizes: Size[] = [
  { width: 360, height: 520 },
  { width: 400, height: 680 },
];
const reviewSizes: Size[] = [
  { width: 800, height: 720 },
  { width: 1100, height: 720 },
];
const barSize: Size = { width: 440, height: 56 };

/** Starts the app on a practice with a busy day, whose workers have chosen a language. */
export async function startBusyDay(app: App, language: Language): Promise<Texts> {
  runScript('makeBusyDay.ts', app.dataFolder, language);
  await app.start();
  return createI18n(language).t;
}

export async function unlockAs(page: Page, t: Texts, worker: { name: string; password: string }): Promise<void> {
  await page.getByRole('option', { name: worker.name }).click();
  await page.getByLabel(t('session:passwordOf', { name: worker.name })).fill(worker.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: t('callers:search') })).toBeVisible();
  await expect(page.getByText(t('contacts:today'), { exact: true })).toBeVisible();
}

async function lookAt(app: App, page: Page, screen: string, sizes: readonly Size[]): Promise<void> {
  for (const [index, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    for (const size of sizes) {
      await app.resize(page, size);
      const where = `${screen}-${size.width}-${colorScheme}`;
      await expectTidy(page, where);
      // Once in each size and once in each colour is enough for what a program can check, and takes half the time.
      if (size === sizes[index % sizes.length]) await expectAccessible(page, where);
      await app.picture(page, where);
    }
  }
}

export const deskLook = (app: App, page: Page, screen: string): Promise<void> => lookAt(app, page, screen, deskSizes);
export const reviewLook = (app: App, page: Page, screen: string): Promise<void> =>
  lookAt(app, page, screen, reviewSizes);
export const barLook = (app: App, screen: string): Promise<void> => lookAt(app, app.desk, screen, [barSize]);
