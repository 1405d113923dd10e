import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, type Session, screen } from 'electron';
import appIcon from '../../../resources/icons/icon-256.png?asset';
import { pageAddress } from './address.ts';
import { type Corner, firstPlace, fitToScreens, type Rectangle, type Size, sameRectangle } from './bounds.ts';
import type { Texts } from './texts.ts';

export interface WindowOptions {
  page: 'desk.html' | 'review.html';
  session: Session;
  texts: () => Texts;
  /** Of the content; the frame comes on top of it. */
  size: Size;
  minimum: Size;
  corner: Corner;
  /** The place it had before: where its frame began, and how large its content was. */
  remembered: Rectangle | undefined;
  onPlaced: (place: Rectangle) => void;
  /** What happens when the page is there; without it the window is shown. */
  onReady?: (window: BrowserWindow) => void;
  /** Before anything shows in it. */
  onMade: (window: BrowserWindow) => void;
}

const background = { light: '#f6f7f8', dark: '#12181d' };

/** The one place where windows are made. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { size, minimum } = options;
  const window = new BrowserWindow({
    ...size,
    minWidth: minimum.width,
    minHeight: minimum.height,
    useContentSize: true,
    show: false,
    fullscreenable: false,
    icon: appIcon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      session: options.session,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be fetched from the internet.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  options.onMade(window);
  window.setBounds(startPlace(window, options));
  window.once('ready-to-show', () => (options.onReady ?? show)(window));
  keepInSight(window, minimum);
  reportPlace(window, options.onPlaced);
  offerAgainAfterCrash(window, options.texts);
  void window.loadURL(pageAddress(options.page));
  return window;
}

/** The screens as they are now, the main one first. */
export function workAreas(): Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}

export function bringUp(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Puts the window back where all of it can be seen, if it is not. */
export function moveIntoSight(window: BrowserWindow, minimum: Size): void {
  if (window.isMinimized() || window.isMaximized()) return;
  const now = window.getBounds();
  const fitted = fitToScreens(now, addSizes(minimum, frameOf(window)), workAreas());
  if (!sameRectangle(now, fitted)) window.setBounds(fitted);
}

function show(window: BrowserWindow): void {
  window.show();
}

function startPlace(window: BrowserWindow, { remembered, size, minimum, corner }: WindowOptions): Rectangle {
  const areas = workAreas();
  const frame = frameOf(window);
  const wanted = remembered
    ? { ...remembered, ...addSizes(remembered, frame) }
    : firstPlace(addSizes(size, frame), corner, areas[0] ?? window.getBounds());
  return fitToScreens(wanted, addSizes(minimum, frame), areas);
}

function keepInSight(window: BrowserWindow, minimum: Size): void {
  const check = () => moveIntoSight(window, minimum);
  screen.on('display-removed', check);
  screen.on('display-metrics-changed', check);
  window.once('closed', () => {
    screen.off('display-removed', check);
    screen.off('display-metrics-changed', check);
  });
}

function reportPlace(window: BrowserWindow, onPlaced: (place: Rectangle) => void): void {
  const report = () => {
    if (window.isDestroyed() || !window.isVisible() || window.isMinimized() || window.isMaximized()) return;
    const [x = 0, y = 0] = window.getPosition();
    const [width = 0, height = 0] = window.getContentSize();
    onPlaced({ x, y, width, height });
  };
  // While a window that moves and grows at once tells so, its content still has the old size.
  const afterwards = () => void setImmediate(report);
  window.on('move', afterwards);
  window.on('resize', afterwards);
}

function offerAgainAfterCrash(window: BrowserWindow, texts: () => Texts): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || reason === 'killed') return;
    const t = texts();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: t('common:productName'),
      message: t('window:crashed.title'),
      detail: t('window:crashed.text'),
      buttons: [t('window:crashed.again'), t('window:crashed.quit')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) window.reload();
    else app.quit();
  });
}

function frameOf(window: BrowserWindow): Size {
  const [outerWidth = 0, outerHeight = 0] = window.getSize();
  const [width = 0, height = 0] = window.getContentSize();
  return { width: outerWidth - width, height: outerHeight - height };
}

function addSizes(left: Size, right: Size): Size {
  return { width: left.width + right.width, height: left.height + right.height };
}
