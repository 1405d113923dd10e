import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { type Core, openCore } from './core/core.ts';
import { traceOf } from './core/store/trace.ts';
import { chooseDataFolder } from './shell/dataFolder.ts';
import { opensUp } from './shell/debuggers.ts';
import { modulesToLoadFirst } from './shell/modulesToLoadFirst.ts';
import { guardAllPages, registerScheme } from './shell/security.ts';
import { createShell, type Shell } from './shell/shell.ts';
import { textsFor } from './shell/texts.ts';

/** How long the windows and the store get to close before the program ends all the same. */
const closingPatience = 10_000;

// 1. Once for each data folder: a second start brings up the window that is there, and opens nothing.
const dataFolder = chooseDataFolder();
// The installed program is looked into and steered by nobody; it ends before Chromium listens.
if (app.isPackaged && opensUp(process.argv, String(import.meta.env.MAIN_VITE_DRIVEN_BY ?? ''))) app.exit(1);
else if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  // 2. What must be settled before Electron is ready.
  Menu.setApplicationMenu(null);
  app.setAppUserModelId('nl.rugdekking.desk');
  registerScheme();
  guardAllPages();

  // 3. The core: the store, and everything that may be asked of it.
  const shell = createShell(dataFolder);
  const core = openCore({
    dataFolder,
    apart: app.getPath('userData'),
    clock: Date.now,
    uptime: () => performance.now(),
    host: shell.host,
    workerFile: new URL('./worker.js', import.meta.url),
    // Never in the installed program: its arguments must not load code.
    workerArguments: app.isPackaged ? [] : modulesToLoadFirst(process.argv),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    appVersion: app.getVersion(),
    updates: shell.updates,
  });
  app.on('second-instance', shell.bringUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, app.quit);
  // Hidden windows are not closed ones: the program ends when it is told to.
  app.on('window-all-closed', () => {});
  closeInOrder(core, shell);

  // 4. The windows, as soon as both are there. Without a usable store they open too, and say what is wrong.
  Promise.all([core, app.whenReady()]).then(([opened]) => shell.open(opened), sayWhyNot);
}

/** The lock is first, for which windows hand over what is typed; when they are gone the store is closed and the program ends. */
function closeInOrder(core: Promise<Core>, shell: Shell): void {
  let isLocked = false;
  let closing = false;

  async function lockFirst(): Promise<void> {
    await core.then((opened) => opened.lock()).catch(() => {});
    isLocked = true;
    app.quit();
  }

  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    shell.close();
    await (await core).close();
    app.exit(0);
  }

  app.once('before-quit', () => setTimeout(() => app.exit(1), closingPatience));
  app.on('before-quit', (event) => {
    if (isLocked) return;
    event.preventDefault();
    void lockFirst();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    close().catch(() => app.exit(1));
  });
}

async function sayWhyNot(error: unknown): Promise<void> {
  await app.whenReady();
  console.error('not started:', traceOf(error));
  const t = textsFor(null);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'start';
  dialog.showErrorBox(t('window:startFailed.title'), t('window:startFailed.text', { code }));
  app.exit(1);
}
