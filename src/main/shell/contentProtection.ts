import { BrowserWindow } from 'electron';
import type { WindowFile } from './windowFile.ts';

export interface ContentProtection {
  readonly on: boolean;
  /** Whether this system can keep a window out of pictures and shared screens at all. */
  readonly supported: boolean;
  set(on: boolean): void;
  applyTo(window: BrowserWindow): void;
}

/** Keeps the windows out of screen pictures, recordings and shared screens, when this computer is set so. */
export function createContentProtection(file: WindowFile): ContentProtection {
  const applyTo = (window: BrowserWindow) => window.setContentProtection(file.current.contentProtection);
  return {
    get on() {
      return file.current.contentProtection;
    },
    get supported() {
      return process.platform !== 'linux';
    },
    set(on) {
      file.remember({ contentProtection: on });
      for (const window of BrowserWindow.getAllWindows()) applyTo(window);
    },
    applyTo,
  };
}
