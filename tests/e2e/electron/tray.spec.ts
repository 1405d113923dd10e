import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import type { Menu } from 'electron';
import { electronArguments } from '../../../src/tools/electron.ts';
import { noteField, openCaller, searchField, unlock } from '../support/actions.ts';
import { type App, expect, expectAccessible, test } from '../support/app.ts';
import { openDisplay } from '../support/display.ts';
import { builtProgram, root, spawnPreview } from '../support/hosts.ts';
import { callers, workers } from '../support/people.ts';

const { karin, anna } = workers;
const defaultShortcut = 'Control+Alt+R';

const isVisible = async (app: App): Promise<boolean> =>
  (await app.electron.browserWindow(app.desk)).evaluate((window) => window.isVisible());

const isRegistered = (app: App, accelerator: string): Promise<boolean> =>
  app.electron.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), accelerator);

/**
 * Keeps the menu at the tray icon and what the global shortcut does where a spec can reach them, from the next
 * change on: Electron can be asked for neither.
 */
const keepHandedOver = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(({ globalShortcut, Tray }) => {
    const { setContextMenu } = Tray.prototype;
    Tray.prototype.setContextMenu = function keepMenu(trayMenu) {
      Object.assign(globalThis, { trayMenu });
      setContextMenu.call(this, trayMenu);
    };
    const register = globalShortcut.register.bind(globalShortcut);
    globalShortcut.register = (accelerator, pressShortcut) => {
      const taken = register(accelerator, pressShortcut);
      // By its keys: whether others are free is tried with a shortcut that does nothing.
      if (taken) Object.assign(globalThis, { [accelerator.toLowerCase()]: pressShortcut });
      return taken;
    };
  });

/** Presses keys as on the keyboard of that display; without the program for it, does what Electron would do then. */
async function pressShortcut(electron: ElectronApplication, accelerator: string): Promise<void> {
  const display = await electron.evaluate(() => process.env.DISPLAY);
  const keys = accelerator.toLowerCase().replace('control', 'ctrl');
  const { error } = spawnSync('xdotool', ['key', keys], { env: { ...process.env, DISPLAY: display } });
  if (error)
    await electron.evaluate((_electron, pressed) => Reflect.get(globalThis, pressed)(), accelerator.toLowerCase());
}

/** Presses an item of the menu at the tray icon. */
const pressInTray = (electron: ElectronApplication, label: string): Promise<void> =>
  electron.evaluate((_electron, wanted) => {
    const trayMenu: Menu | undefined = Reflect.get(globalThis, 'trayMenu');
    const item = trayMenu?.items.find((one) => one.label === wanted);
    if (!item?.enabled) throw new Error(`nothing at the tray says “${wanted}”`);
    // As a press does, once this answer has been given: it may end the program.
    setTimeout(() => item.click(), 50);
  }, label);

/** A desktop that has a place for icons, as far as the program can ask. */
function desktopWithTray(): NodeJS.ProcessEnv {
  const programs = test.info().outputPath('programs');
  mkdirSync(programs, { recursive: true });
  const question = path.join(programs, 'dbus-send');
  writeFileSync(question, '#!/bin/sh\necho "   boolean true"\n');
  chmodSync(question, 0o755);
  return { PATH: `${programs}${path.delimiter}${process.env.PATH}` };
}

test('the shortcut brings the window up with the focus in the search, and parks the note', async ({ app }) => {
  await unlock(app.desk, karin);
  expect(await isRegistered(app, defaultShortcut)).toBe(true);
  await keepHandedOver(app.electron);
  const review = await app.nextWindow(() => app.desk.keyboard.press('Control+d'));
  await review.getByRole('button', { name: 'Instellingen' }).click();
  await review.getByRole('combobox', { name: 'Toetsencombinatie' }).click();
  await review.getByRole('option', { name: 'Ctrl+Alt+B' }).click();
  await expect(review.getByText('Voortaan Ctrl+Alt+B.')).toBeVisible();
  expect(await isRegistered(app, 'Control+Alt+B')).toBe(true);
  expect(await isRegistered(app, defaultShortcut)).toBe(false);

  await openCaller(app.desk, 'zwaan', callers.zwaantje.displayName);
  await app.desk.keyboard.type('half getypt');
  await app.desk.keyboard.press('F8');
  await (await app.electron.browserWindow(app.desk)).evaluate((window) => window.hide());
  await pressShortcut(app.electron, 'Control+Alt+B');
  await expect(searchField(app.desk)).toBeFocused();
  await expect.poll(() => isVisible(app)).toBe(true);
  await expect(app.desk.getByText('half getypt')).toBeVisible();
  await expect(noteField(app.desk)).toBeHidden();
});

test('the shortcut that was chosen works from the start, also while locked', async ({ stoppedApp: app }) => {
  writeFileSync(path.join(app.dataFolder, 'window.json'), JSON.stringify({ shortcut: 'Control+Alt+Space' }));
  await app.start();
  await expect(app.desk.getByLabel(/^Wachtwoord van/)).toBeFocused();
  await expect.poll(() => isRegistered(app, 'Control+Alt+Space')).toBe(true);
  expect(await isRegistered(app, defaultShortcut)).toBe(false);
});

test('a shortcut that another program holds is said, and another is one press away', async ({
  freshApp: other,
  stoppedApp: app,
}) => {
  await expect.poll(() => isRegistered(other, defaultShortcut)).toBe(true);
  await app.start();
  await unlock(app.desk, anna);
  expect(await isRegistered(app, defaultShortcut)).toBe(false);
  const taken = app.desk.getByText('Ctrl+Alt+R is al in gebruik door een ander programma.');
  await expect(taken).toBeVisible();
  await expectAccessible(app.desk);
  await app.picture(app.desk, 'shortcut-taken');

  // The first that is offered goes to the other program too, after it was found free.
  await other.electron.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+B', () => {}));
  await app.desk.getByRole('button', { name: 'Neem Ctrl+Alt+B' }).click();
  await expect(app.desk.getByText('Ctrl+Alt+B is ook al in gebruik.')).toBeVisible();
  await app.desk.getByRole('button', { name: 'Neem Ctrl+Alt+Space' }).click();
  await expect(taken.or(app.desk.getByText('is ook al in gebruik'))).toBeHidden();
  const done = app.desk.getByRole('main').getByText('Ctrl+Alt+Space brengt dit venster nu naar voren.');
  await expect(done).toBeVisible();
  expect(await isRegistered(app, 'Control+Alt+Space')).toBe(true);
});

test('closing the window keeps the program at the tray, where it is shown, locked and ended', async ({
  stoppedApp: app,
}) => {
  await app.start(desktopWithTray());
  await keepHandedOver(app.electron);
  await unlock(app.desk, anna);
  const window = await app.electron.browserWindow(app.desk);

  await window.evaluate((target) => target.close());
  expect(await isVisible(app)).toBe(false);
  await expect(searchField(app.desk)).toBeFocused();
  await pressInTray(app.electron, 'Toon Rugdekking');
  await expect.poll(() => isVisible(app)).toBe(true);

  await pressInTray(app.electron, 'Vergrendel');
  await expect(app.desk.getByLabel(`Wachtwoord van ${anna.name}`)).toBeFocused();
  await expect(pressInTray(app.electron, 'Vergrendel')).rejects.toThrow('nothing at the tray says');

  const ended = once(app.electron.process(), 'exit');
  await pressInTray(app.electron, 'Sluit af');
  expect(await ended).toEqual([0, null]);
});

test('without a place for icons closing the window ends the program', async ({ app }) => {
  await unlock(app.desk, anna);
  const ended = once(app.electron.process(), 'exit');
  const window = await app.electron.browserWindow(app.desk);
  await window.evaluate((target) => void setTimeout(() => target.close(), 50));
  expect(await ended).toEqual([0, null]);
});

test('ending the program closes the store', async ({ app }) => {
  await unlock(app.desk, anna);
  await openCaller(app.desk, 'zwaan', callers.zwaantje.displayName);
  await app.desk.keyboard.type('tot het laatst');
  await expect(app.desk.getByText('bewaard', { exact: true })).toBeVisible();
  const inFolder = (name: string) => path.join(app.dataFolder, name);
  expect(existsSync(inFolder('store.db-wal'))).toBe(true);

  const ended = once(app.electron.process(), 'exit');
  await app.electron.evaluate(({ app: program }) => void setTimeout(() => program.quit(), 50));
  expect(await ended).toEqual([0, null]);
  for (const left of ['store.db-wal', 'store.db-shm', 'in-use.lock-journal'])
    expect(existsSync(inFolder(left))).toBe(false);

  const next = await spawnPreview(app.dataFolder);
  await next.close();
});

test('a manager lets the program start with the session: with its window, or hidden until it is called', async ({
  stoppedApp: app,
}) => {
  const configFolder = test.info().outputPath('config');
  const entry = path.join(configFolder, 'autostart/rugdekking.desktop');
  await app.start({ ...desktopWithTray(), XDG_CONFIG_HOME: configFolder });
  await unlock(app.desk, karin);
  const review = await app.nextWindow(() => app.desk.keyboard.press('Control+d'));
  await review.getByRole('button', { name: 'Instellingen' }).click();
  const choice = review.getByRole('combobox', { name: 'Na het inloggen op deze computer' });
  await expect(choice).toHaveValue('Niet vanzelf');
  // This build was given no key of a publisher.
  await expect(review.getByText('Deze uitgave kan een nieuwe versie niet controleren', { exact: false })).toBeVisible();
  await choice.click();
  await review.getByRole('option', { name: 'Met het venster open' }).click();
  await expect(review.getByText('Voortaan staat het venster klaar na het inloggen.')).toBeVisible();
  const program = await app.electron.evaluate(() => process.execPath);
  expect(readFileSync(entry, 'utf8')).toContain(`Exec="${program}" "`);
  expect(readFileSync(entry, 'utf8')).not.toContain('--start-hidden');

  await choice.click();
  await review.getByRole('option', { name: 'Klaar bij de klok, zonder venster' }).click();
  await expect(review.getByText('Voortaan staat Rugdekking klaar bij de klok.', { exact: false })).toBeVisible();
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=.* "--start-hidden"$/m);
  await choice.scrollIntoViewIfNeeded();
  await expectAccessible(review);
  await app.picture(review, 'settings-start');

  // As the session does: with that switch the window is there and not shown, until the shortcut asks for it.
  await app.close();
  await app.start({ ...desktopWithTray(), XDG_CONFIG_HOME: configFolder }, ['--start-hidden']);
  await keepHandedOver(app.electron);
  await expect(app.desk.getByLabel(/^Wachtwoord van/)).toBeAttached();
  expect(await isVisible(app)).toBe(false);
  await app.electron.evaluate(({ app: program }) => program.emit('second-instance'));
  await expect.poll(() => isVisible(app)).toBe(true);

  // What the session's own settings changed is what is shown.
  rmSync(entry);
  await unlock(app.desk, karin);
  const again = await app.nextWindow(() => app.desk.keyboard.press('Control+d'));
  await again.getByRole('button', { name: 'Instellingen' }).click();
  await expect(again.getByRole('combobox', { name: 'Na het inloggen op deze computer' })).toHaveValue('Niet vanzelf');
});

test('without a place for icons a hidden start shows the window all the same', async ({ stoppedApp: app }) => {
  await app.start({}, ['--start-hidden']);
  await expect.poll(() => isVisible(app)).toBe(true);
});

/** The program as built, without the page of its desk window. */
function programWithoutPage(): string {
  const program = test.info().outputPath('program');
  for (const part of ['package.json', 'out', 'resources'])
    cpSync(path.join(builtProgram, part), path.join(program, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(program, 'node_modules'));
  rmSync(path.join(program, 'out/renderer/desk.html'));
  return program;
}

test('after a hidden start whose page cannot be read the icon comes all the same', async ({ stoppedApp: app }) => {
  const display = await openDisplay();
  const electron = await _electron.launch({
    args: [...electronArguments(), programWithoutPage(), '--start-hidden'],
    env: {
      ...{ ...process.env, ...desktopWithTray(), ...display.env, NODE_ENV: 'production' },
      XDG_CONFIG_HOME: test.info().outputPath('config'),
      RUGDEKKING_DATA_FOLDER: app.dataFolder,
    },
  });
  try {
    // What is asked of the main process before it has read its core may be dropped without an answer.
    await expect.poll(() => existsSync(path.join(app.dataFolder, 'in-use.lock'))).toBe(true);
    await keepHandedOver(electron);
    await expect(() => pressInTray(electron, 'Toon Rugdekking')).toPass();
    const isShown = () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(isShown).toBe(true);

    const ended = once(electron.process(), 'exit');
    await pressInTray(electron, 'Sluit af');
    expect(await ended).toEqual([0, null]);
  } finally {
    electron.process().kill('SIGKILL');
    await display.close();
  }
});
