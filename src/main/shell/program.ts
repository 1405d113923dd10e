import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Core } from '../core/core.ts';
import { traceOf } from '../core/store/trace.ts';
import { modulesToLoadFirst } from './modulesToLoadFirst.ts';
import { createShell, type Shell } from './shell.ts';
import { textsFor } from './texts.ts';

/** How long the windows and the store get to close before the program ends all the same. */
const closingPatience = 10_000;

/** The core and the windows of a data folder that nobody else has open. */
export function startProgram(dataFolder: string): void {
  const shell = createShell(dataFolder);
  const { promise: core, resolve: opened, reject: notOpened } = Promise.withResolvers<Core>();
  // The window first, without a usable store too: the core is read while its page begins, and not before it can.
  app
    .whenReady()
    .then(() => shell.open(core))
    .then(() => openCoreOf(dataFolder, shell))
    .then(opened, notOpened);
  core.catch(sayWhyNot);
  app.on('second-instance', shell.bringUp);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, app.quit);
  // Hidden windows are not closed ones: the program ends when it is told to.
  app.on('window-all-closed', () => {});
  closeInOrder(core, shell);
}

/** The store, and everything that may be asked of it. */
async function openCoreOf(dataFolder: string, { host, updates }: Shell): Promise<Core> {
  const { openCore } = await import('../core/core.ts');
  return openCore({
    dataFolder,
    apart: app.getPath('userData'),
    clock: Date.now,
    uptime: () => performance.now(),
    host,
    workerFile: new URL('./worker.js', import.meta.url),
    // Never in the installed program: its arguments must not load code.
    workerArguments: app.isPackaged ? [] : modulesToLoadFirst(process.argv),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    appVersion: app.getVersion(),
    updates,
  });
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

function sayWhyNot(error: unknown): void {
  console.error('not started:', traceOf(error));
  const t = textsFor(null);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'start';
  dialog.showErrorBox(t('window:startFailed.title'), t('window:startFailed.text', { code }));
  app.exit(1);
}
