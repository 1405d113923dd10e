import { app, type BrowserWindow, Notification } from 'electron';
import { keysOf } from '../../shared/shortcutKeys.ts';
import type { Shortcut } from './shortcut.ts';
import type { Texts } from './texts.ts';
import type { TrayIcon } from './tray.ts';
import type { WindowFile } from './windowFile.ts';

interface Surroundings {
  tray: TrayIcon;
  file: WindowFile;
  shortcut: Shortcut;
  texts: () => Texts;
}

/**
 * Closing the desk window only hides it, so that the next call finds it ready, as long as an icon in the tray
 * can bring it back. Where no icon can be seen, closing it ends the program, as quitting does: the window goes last.
 */
export function hideToTray(window: BrowserWindow, { tray, file, shortcut, texts }: Surroundings): void {
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  window.on('close', (event) => {
    if (quitting) return;
    event.preventDefault();
    if (!tray.visible) return app.quit();
    window.hide();
    if (file.current.toldOfTray) return;
    file.remember({ toldOfTray: true });
    const t = texts();
    const title = t('window:tray.stays.title');
    const body = t('window:tray.stays.text', { shortcut: keysOf(shortcut.accelerator) });
    new Notification({ title, body }).show();
  });
}
