import type { BrowserWindow } from 'electron';
import { screen } from 'electron';
import type { Size } from './bounds.ts';
import { bringUp, createWindow, moveIntoSight, type WindowOptions } from './windowFactory.ts';
import type { WindowFile } from './windowFile.ts';

const size: Size = { width: 400, height: 680 };
const minimum: Size = { width: 360, height: 520 };
const barSize: Size = { width: 440, height: 56 };

export interface DeskWindow {
  open(shared: Pick<WindowOptions, 'session' | 'texts'>): BrowserWindow;
  bringUp(): void;
  setAlwaysOnTop(on: boolean): void;
  readonly bar: boolean;
  setBar(on: boolean): void;
}

/** The small window beside the phone. There is one, from `open` until the program ends. */
export function createDeskWindow(file: WindowFile): DeskWindow {
  let window: BrowserWindow | null = null;
  let sizeBeforeBar: Size | null = null;

  // Another program's topmost window takes the place of this one without a word, so it is claimed again.
  const claimTop = () => window?.setAlwaysOnTop(file.current.alwaysOnTop);

  return {
    open(shared) {
      window = createWindow({
        ...shared,
        page: 'desk.html',
        size,
        minimum,
        corner: 'topRight',
        remembered: file.current.desk,
        onPlaced: ({ x, y, width, height }) =>
          file.remember({ desk: { x, y, ...(sizeBeforeBar ?? { width, height }) } }),
      });
      window.setMaximizable(false);
      window.on('blur', claimTop);
      window.on('show', claimTop);
      screen.on('display-added', claimTop);
      screen.on('display-removed', claimTop);
      screen.on('display-metrics-changed', claimTop);
      claimTop();
      return window;
    },
    bringUp: () => window && bringUp(window),
    setAlwaysOnTop(on) {
      file.remember({ alwaysOnTop: on });
      claimTop();
    },
    get bar() {
      return sizeBeforeBar !== null;
    },
    setBar(on) {
      if (!window || on === (sizeBeforeBar !== null)) return;
      if (on) {
        const [width = size.width, height = size.height] = window.getContentSize();
        sizeBeforeBar = { width, height };
        window.setMinimumSize(barSize.width, barSize.height);
        window.setContentSize(barSize.width, barSize.height);
        window.setResizable(false);
      } else if (sizeBeforeBar) {
        const { width, height } = sizeBeforeBar;
        sizeBeforeBar = null;
        window.setResizable(true);
        window.setContentSize(width, height);
        window.setMinimumSize(minimum.width, minimum.height);
        moveIntoSight(window, minimum);
      }
    },
  };
}
