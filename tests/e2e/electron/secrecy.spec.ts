import type { ElectronApplication } from '@playwright/test';
import { noteField, openCaller, openReview, unlock } from '../support/actions.ts';
import { type App, expect, expectAccessible, test } from '../support/app.ts';
import { callers, workers } from '../support/people.ts';

const onClipboard = (app: App): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
const putOnClipboard = (app: App, text: string): Promise<void> =>
  app.electron.evaluate(({ clipboard }, other) => clipboard.writeText(other), text);

/** Lets the program's long timers run fast, so that a minute passes at once. */
async function hurry({ electron }: App): Promise<void> {
  await electron.evaluate(() => {
    const slowly = setTimeout;
    const fast = (run: () => void, milliseconds = 0) => slowly(run, milliseconds === 60_000 ? 1500 : milliseconds);
    Reflect.set(globalThis, 'setTimeout', fast);
  });
}

async function copyFromNote(app: App, text: string): Promise<void> {
  await noteField(app.desk).fill(text);
  await app.desk.keyboard.press('Control+a');
  await app.desk.keyboard.press('Control+c');
  await expect.poll(() => onClipboard(app)).toBe(text);
}

test('what is copied leaves the clipboard after a minute; what another program put there stays', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await openCaller(app.desk, 'zwaan', callers.zwaantje.displayName);
  // A minute later it is gone, and what another program put there since is not.
  await hurry(app);
  await copyFromNote(app, 'belt over de brief');
  await expect.poll(() => onClipboard(app)).toBe('');
  await copyFromNote(app, 'nog een keer');
  await app.desk.waitForTimeout(400);
  await putOnClipboard(app, 'van een ander programma');
  await app.desk.waitForTimeout(2000);
  expect(await onClipboard(app)).toBe('van een ander programma');
});

test('a lock takes it off at once', async ({ app }) => {
  await unlock(app.desk, workers.anna);
  await openCaller(app.desk, 'zwaan', callers.zwaantje.displayName);
  await copyFromNote(app, 'belt over de brief');
  await app.desk.keyboard.press('Control+l');
  await expect(app.desk.getByLabel(/^Wachtwoord van/)).toBeFocused();
  await expect.poll(() => onClipboard(app)).toBe('');
});

/** The windows that the system was asked to keep out of pictures; Linux itself cannot, and tells nothing back. */
async function watchProtection(electron: ElectronApplication): Promise<() => Promise<boolean[]>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const asked = new Map<number, boolean>();
    Object.defineProperty(process, 'platform', { value: 'win32' });
    Object.defineProperty(globalThis, 'protectionAsked', { value: asked });
    BrowserWindow.prototype.setContentProtection = function (on) {
      asked.set(this.id, on);
    };
  });
  return () => electron.evaluate(() => [...Reflect.get(globalThis, 'protectionAsked').values()]);
}

test('the windows are kept out of pictures as soon as a manager says so, and after a new start', async ({ app }) => {
  const protection = await watchProtection(app.electron);
  await unlock(app.desk, workers.karin);
  const review = await openReview(app);
  expect(await protection()).toEqual([false]);
  await review.getByRole('navigation').getByText('Instellingen').click();
  const choice = review.getByRole('radiogroup', { name: 'Schermbeeld' });
  await choice.getByText('Niet te zien').click();
  await expect(choice.getByRole('radio', { name: 'Niet te zien' })).toBeChecked();
  expect(await protection()).toEqual([true, true]);
  await choice.scrollIntoViewIfNeeded();
  await expectAccessible(review);
  await app.picture(review, 'settings-capture');
  await app.close();
  await app.start();
  const protectionAgain = await watchProtection(app.electron);
  await unlock(app.desk, workers.karin);
  await openReview(app);
  expect(await protectionAgain()).toEqual([true]);
});
