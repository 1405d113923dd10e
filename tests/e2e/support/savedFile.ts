import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from './app.ts';

/** Where the file lands that a press saves; the desktop program would ask, and is answered here. */
export async function savedFile(app: App, page: Page, press: () => Promise<void>): Promise<string> {
  if (app.hostName === 'preview') {
    const download = page.waitForEvent('download');
    await press();
    return (await download).path();
  }
  const file = path.join(app.dataFolder, 'saved.pdf');
  const done = app.electron.evaluate(
    ({ BrowserWindow }, target) =>
      new Promise<void>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.session.once('will-download', (_event, item) => {
          item.setSavePath(target);
          item.once('done', () => resolve());
        });
      }),
    file,
  );
  await press();
  await done;
  return file;
}

/** Presses something that saves a PDF, and reads what stands in it. */
export async function savedText(app: App, page: Page, press: () => Promise<void>): Promise<string> {
  const file = await savedFile(app, page, press);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}
