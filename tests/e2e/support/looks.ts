import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/shared/contract/base.ts';
import { createI18n } from '../../../src/shared/i18n/index.ts';
import { type App, expectAccessible } from './app.ts';
import type { Size } from './hosts.ts';
import { expectTidy } from './layout.ts';
import { runScript } from './practice.ts';

export type Texts = ReturnType<typeof createI18n>['t'];
/** Looks at the screen that is shown, in every size and in both colours, and keeps a picture of each. */
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
  await page
    .getByRole('listbox', { name: t('session:whoAreYou') })
    .getByRole('option', { name: worker.name })
    .click();
  await page.getByLabel(t('session:passwordOf', { name: worker.name })).fill(worker.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: t('callers:search') })).toBeVisible();
  await expect(page.getByText(t('contacts:today'), { exact: true })).toBeVisible();
}

/** The smallest window in light and the usual one in dark: every size and every colour, in half the time of all pairs. */
async function lookAt(app: App, page: Page, screen: string, sizes: readonly Size[]): Promise<void> {
  for (const [index, size] of sizes.entries()) {
    const colorScheme = themes[index % themes.length] ?? 'light';
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await app.resize(page, size);
    const where = `${screen}-${size.width}-${colorScheme}`;
    await expectTidy(page, where);
    await expectAccessible(page, where);
    await app.picture(page, where);
  }
}

/** The same without axe, for what it has looked at already; leaves the page in its usual size. */
async function picture(app: App, page: Page, screen: string, sizes: readonly Size[]): Promise<void> {
  for (const [index, size] of sizes.entries()) {
    const colorScheme = themes[index % themes.length] ?? 'light';
    await page.emulateMedia({ colorScheme });
    await app.resize(page, size);
    await expectTidy(page, `${screen} ${size.width}`);
    await app.picture(page, `${screen}-${size.width}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}

export const deskPictures = (app: App, screen: string): Promise<void> => picture(app, app.desk, screen, deskSizes);
export const reviewPictures = (app: App, page: Page, screen: string): Promise<void> =>
  picture(app, page, screen, reviewSizes);

export const deskLook = (app: App, page: Page, screen: string): Promise<void> => lookAt(app, page, screen, deskSizes);
export const reviewLook = (app: App, page: Page, screen: string): Promise<void> =>
  lookAt(app, page, screen, reviewSizes);
export const barLook = (app: App, screen: string): Promise<void> => lookAt(app, app.desk, screen, [barSize, barSize]);
