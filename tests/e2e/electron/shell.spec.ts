import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, JSHandle } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { electronArguments } from '../../../src/tools/electron.ts';
import { openReview, searchField, unlock } from '../support/actions.ts';
import { type App, expect, test } from '../support/app.ts';
import { builtProgram, root } from '../support/hosts.ts';
import { workers } from '../support/people.ts';

const { anna, karin } = workers;
const deskWindow = (app: App): Promise<JSHandle<BrowserWindow>> => app.electron.browserWindow(app.desk);
const placeOf = (window: JSHandle<BrowserWindow>) => window.evaluate((target) => target.getBounds());
const contentOf = (window: JSHandle<BrowserWindow>) => window.evaluate((target) => target.getContentSize());
const isVisible = (window: JSHandle<BrowserWindow>) => window.evaluate((target) => target.isVisible());

/** Starts the program once more on the same folder, and gives its exit code. */
async function startAgain(electron: ElectronApplication): Promise<number | null> {
  const { program, env } = await electron.evaluate(() => ({ program: process.execPath, env: process.env }));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(program, [...asRoot, ...electronArguments(), builtProgram], { cwd: root, env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  return code;
}

test('a second start brings the window up and opens nothing', async ({ app }) => {
  await unlock(app.desk, anna);
  const window = await deskWindow(app);
  await window.evaluate((target) => target.hide());
  expect(await startAgain(app.electron)).toBe(0);
  await expect.poll(() => isVisible(window)).toBe(true);
  expect(app.electron.windows()).toHaveLength(1);
  await expect(searchField(app.desk)).toBeVisible();
});

test('the window is on top, claims that again, and lets it go when asked', async ({ app }) => {
  await unlock(app.desk, anna);
  const window = await deskWindow(app);
  const isOnTop = () => window.evaluate((target) => target.isAlwaysOnTop());
  expect(await isOnTop()).toBe(true);
  // As when another program's window took the place above it.
  for (const event of ['blur', 'show'] as const) {
    await window.evaluate((target, name) => {
      target.setAlwaysOnTop(false);
      target.emit(name);
    }, event);
    expect(await isOnTop(), event).toBe(true);
  }
  await app.electron.evaluate(({ BrowserWindow, screen }) => {
    for (const target of BrowserWindow.getAllWindows()) target.setAlwaysOnTop(false);
    screen.emit('display-metrics-changed', {}, screen.getPrimaryDisplay(), ['workArea']);
  });
  expect(await isOnTop()).toBe(true);

  await app.desk.getByRole('button', { name: 'Niet meer boven andere vensters' }).click();
  await expect.poll(isOnTop).toBe(false);
  await app.close();
  await app.start();
  expect(await (await deskWindow(app)).evaluate((target) => target.isAlwaysOnTop())).toBe(false);
});

test('the bar is 56 px high, types into the search and comes back as it was', async ({ app }) => {
  await unlock(app.desk, anna);
  const window = await deskWindow(app);
  await window.evaluate((target) => target.setBounds({ x: 300, y: 120, width: 420, height: 640 }));
  const before = await placeOf(window);

  await app.desk.keyboard.press('Control+.');
  await expect.poll(() => contentOf(window)).toEqual([440, 56]);
  await app.desk.waitForFunction(() => innerHeight === 56);
  await expect(searchField(app.desk)).toBeFocused();
  await app.desk.keyboard.type('z');
  await expect.poll(() => placeOf(window)).toEqual(before);
  await expect(searchField(app.desk)).toHaveValue('z');
  await expect(searchField(app.desk)).toBeFocused();

  // The bar has no room for a password.
  await app.desk.keyboard.press('Control+.');
  await expect.poll(() => contentOf(window)).toEqual([440, 56]);
  await app.desk.keyboard.press('Control+l');
  await expect.poll(() => placeOf(window)).toEqual(before);
});

test('a window opens where it was, and in sight when that screen is gone', async ({ app }) => {
  const here = { x: 210, y: 95, width: 480, height: 560 };
  const window = await deskWindow(app);
  await expect.poll(() => isVisible(window)).toBe(true);
  await window.evaluate((target, place) => target.setBounds(place), here);
  await app.desk.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, here);
  await app.close();
  const file = path.join(app.dataFolder, 'window.json');
  const remembered = JSON.parse(readFileSync(file, 'utf8'));
  expect(remembered.desk).toEqual(here);
  await app.start();
  expect(await placeOf(await deskWindow(app))).toEqual(here);
  await app.close();

  writeFileSync(file, JSON.stringify({ ...remembered, desk: { x: 9000, y: -4000, width: 5000, height: 100 } }));
  await app.start();
  const area = await app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  const place = await placeOf(await deskWindow(app));
  expect(place.x).toBeGreaterThanOrEqual(area.x);
  expect(place.y).toBeGreaterThanOrEqual(area.y);
  expect(place.x + place.width).toBeLessThanOrEqual(area.x + area.width);
  expect(place.y + place.height).toBeLessThanOrEqual(area.y + area.height);
  expect(place.height).toBeGreaterThanOrEqual(520);
});

test('a window stays in the process that was begun for it, for a second one would come later', async ({ app }) => {
  await unlock(app.desk, karin);
  const begun = app.electron.evaluate(
    ({ app: program }) =>
      new Promise<number>((resolve) => {
        program.once('web-contents-created', (_event, contents) => {
          contents.once('did-start-navigation', () => resolve(contents.getProcessId()));
        });
      }),
  );
  const review = await openReview(app);
  const window = await app.electron.browserWindow(review);
  expect(await window.evaluate(({ webContents }) => webContents.getProcessId())).toBe(await begun);
});

test('what was remembered of the windows is put aside when it cannot be read', async ({ stoppedApp: app }) => {
  const file = path.join(app.dataFolder, 'window.json');
  writeFileSync(file, '{ "desk": ');
  await app.start();
  await unlock(app.desk, anna);
  expect(await contentOf(await deskWindow(app))).toEqual([400, 680]);
  const [aside = ''] = readdirSync(app.dataFolder).filter((name) => name.startsWith('window.json.unreadable-'));
  expect(readFileSync(path.join(app.dataFolder, aside), 'utf8')).toBe('{ "desk": ');
});

test('the app locks with the screen of the computer, and when that goes to sleep', async ({ app }) => {
  for (const event of ['lock-screen', 'suspend']) {
    await unlock(app.desk, karin);
    await app.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await expect(app.desk.getByRole('listbox', { name: 'Wie ben je?' })).toBeVisible();
    await expect(app.desk.getByRole('combobox', { name: 'Zoek een beller' })).toHaveCount(0);
  }
});
