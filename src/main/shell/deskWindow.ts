import type { BrowserWindow } from 'electron';
import { screen } from 'electron';
import { type Rectangle, type Size, sameRectangle } from './bounds.ts';
import { bringUp, createWindow, moveIntoSight, type WindowOptions } from './windowFactory.ts';
import type { WindowFile } from './windowFile.ts';

const size: Size = { width: 400, height: 680 };
const minimum: Size = { width: 360, height: 520 };
const barSize: Size = { width: 440, height: 56 };

export interface DeskWindow {
  open(shared: Pick<WindowOptions, 'session' | 'texts' | 'onMade' | 'onReady'>): BrowserWindow;
  bringUp(): void;
  /** Without taking the focus from anything. */
  showQuietly(): void;
  setAlwaysOnTop(on: boolean): void;
  readonly bar: boolean;
  setBar(on: boolean): void;
}

/** The small window beside the phone. There is one, from `open` until the program ends. */
export function createDeskWindow(file: WindowFile): DeskWindow {
  let window: BrowserWindow | null = null;
  /** What the window was before it became the bar, and where the bar was put. */
  let before: { place: Rectangle; size: Size; barPlace: Rectangle } | null = null;

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
          file.remember({ desk: { x, y, ...(before?.size ?? { width, height }) } }),
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
    showQuietly: () => window?.showInactive(),
    setAlwaysOnTop(on) {
      file.remember({ alwaysOnTop: on });
      claimTop();
    },
    get bar() {
      return before !== null;
    },
    setBar(on) {
      if (!window || on === (before !== null)) return;
      if (on) {
        const [width = size.width, height = size.height] = window.getContentSize();
        const place = window.getBounds();
        before = { place, size: { width, height }, barPlace: place };
        resize(window, barSize, barSize);
        moveIntoSight(window, barSize);
        before.barPlace = window.getBounds();
      } else if (before) {
        const { place, size: sizeBefore, barPlace } = before;
        const untouched = sameRectangle(barPlace, window.getBounds());
        before = null;
        resize(window, sizeBefore, minimum);
        if (untouched) window.setBounds(place);
        moveIntoSight(window, minimum);
      }
    },
  };
}

/** A minimum that is larger than the new size would hold that back, so it goes first and comes back last. */
function resize(window: BrowserWindow, { width, height }: Size, minimum: Size): void {
  window.setMinimumSize(1, 1);
  window.setContentSize(width, height);
  window.setMinimumSize(minimum.width, minimum.height);
}
