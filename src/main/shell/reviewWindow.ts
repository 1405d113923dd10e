import type { BrowserWindow } from 'electron';
import type { Size } from './bounds.ts';
import { bringUp, createWindow, type WindowOptions } from './windowFactory.ts';
import type { WindowFile } from './windowFile.ts';

const size: Size = { width: 1100, height: 720 };
const minimum: Size = { width: 800, height: 560 };

export interface ReviewWindow {
  /** Brings it up, and makes it when it is not there. */
  open(shared: Pick<WindowOptions, 'session' | 'texts' | 'onMade'>): void;
  close(): void;
}

/** The manager's window: there only when asked for. */
export function createReviewWindow(file: WindowFile): ReviewWindow {
  let window: BrowserWindow | null = null;
  return {
    open(shared) {
      if (window) return bringUp(window);
      window = createWindow({
        ...shared,
        page: 'review.html',
        size,
        minimum,
        corner: 'centre',
        remembered: file.current.review,
        onPlaced: (review) => file.remember({ review }),
      });
      window.once('closed', () => {
        window = null;
      });
    },
    close: () => window?.close(),
  };
}
