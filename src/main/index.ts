import { app, Menu } from 'electron';
import { chooseDataFolder } from './shell/dataFolder.ts';
import { opensUp } from './shell/debuggers.ts';
import { readFormDataLate } from './shell/lateFormData.ts';
import { guardAllPages, registerScheme, shutNetwork } from './shell/security.ts';

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
  shutNetwork();
  readFormDataLate();
  registerScheme();
  guardAllPages();

  // 3. The program itself, read while Chromium starts: that waits for what this file imports.
  import('./shell/program.ts').then(({ startProgram }) => startProgram(dataFolder), throwAsItsOwn);
}

/** A promise that fails is only a line in a terminal; this is told in a window. */
function throwAsItsOwn(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
