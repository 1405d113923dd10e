import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { SessionState } from '../../shared/contract/session.ts';
import type { Core } from '../core/core.ts';
import type { UpdateHost } from '../core/features/updates/host.ts';
import type { WindowHost } from '../core/features/window/host.ts';
import { createBriefClipboard } from './briefClipboard.ts';
import { createContentProtection } from './contentProtection.ts';
import { createDeskWindow, type DeskWindow } from './deskWindow.ts';
import { askWhereToSave } from './downloads.ts';
import { hideToTray } from './hideToTray.ts';
import { createHost } from './host.ts';
import { lockWithComputer } from './lockWithComputer.ts';
import { servePorts } from './ports.ts';
import { createReviewWindow } from './reviewWindow.ts';
import { openSession } from './security.ts';
import { createShortcut } from './shortcut.ts';
import { wasStartedHidden } from './startWithSession.ts';
import { textsFor } from './texts.ts';
import { createTray, type TrayIcon } from './tray.ts';
import { createUpdateHost } from './updateHost.ts';
import { openWindowFile } from './windowFile.ts';

export interface Shell {
  host: WindowHost;
  updates: UpdateHost;
  /** Makes the window, once Electron is ready; it shows nothing before the core is there. Resolves when its page has come. */
  open(core: Promise<Core>): Promise<void>;
  bringUp(): void;
  /** Writes what the program should remember of its windows. */
  close(): void;
}

/** From the first answer, in milliseconds, until the page has asked what it begins with. */
const afterPage = 300;

/** The windows, and whatever else the desktop sees of this program. */
export function createShell(dataFolder: string): Shell {
  const file = openWindowFile(join(dataFolder, 'window.json'));
  const desk = createDeskWindow(file);
  const review = createReviewWindow(file);
  const shortcut = createShortcut(file);
  const contentProtection = createContentProtection(file);
  const clipboard = createBriefClipboard();
  let openReview = () => {};
  let texts = textsFor(null);

  async function open(opening: Promise<Core>) {
    // Why there is none is told by whoever opens it.
    const whenOpen = (then: (core: Core) => void) => void opening.then(then, () => {});
    const session = openSession(join(import.meta.dirname, '../renderer'));
    const shared = { session, texts: () => texts, onMade: contentProtection.applyTo };
    askWhereToSave(session, shared.texts);
    openReview = () => review.open(shared);
    const window = desk.open({ ...shared, onReady: (made) => whenOpen((core) => startsHidden(core) || made.show()) });
    window.once('closed', () => app.quit());
    // Nobody waits for the icon and the shortcut, as they do for the page.
    void servePorts(opening).then(() => setTimeout(() => whenOpen((core) => offerToCall(core, window)), afterPage));
    whenOpen((core) => {
      lockWithComputer(() => void core.lock());
      follow(core, (state) => {
        texts = textsFor(state);
        const isUnlocked = state.kind === 'unlocked';
        // The bar has no room for a password, and the review is not for whoever takes over.
        if (!isUnlocked) desk.setBar(false);
        if (!isUnlocked) clipboard.clear();
        if (isUnlocked && state.user.role !== 'manager') review.close();
      });
    });
    await pageOf(window);
  }

  /** The icon and the shortcut bring the window up from wherever it is. */
  function offerToCall(core: Core, window: BrowserWindow) {
    if (window.isDestroyed()) return;
    const tray = trayOf(core);
    hideToTray(window, { tray, file, shortcut, texts: () => texts });
    shortcut.start(() => {
      desk.bringUp();
      core.tell({ summoned: true });
    });
    if (startsHidden(core)) void waitAtTray(tray, desk);
  }

  function trayOf(core: Core): TrayIcon {
    const tray = createTray(desk.bringUp);
    const lock = () => void core.lock();
    follow(core, ({ kind }) =>
      tray.update({ texts, mayLock: kind === 'unlocked', show: desk.bringUp, lock, quit: app.quit }),
    );
    return tray;
  }

  return {
    updates: createUpdateHost(() => texts),
    host: createHost({ file, desk, shortcut, contentProtection, clipboard, openReview: () => openReview() }),
    open,
    bringUp: desk.bringUp,
    close: file.flush,
  };
}

/** When the page of a window has come, or will not: what it asks for after that is in nobody's way. */
function pageOf({ webContents }: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    webContents.once('did-navigate', () => resolve());
    webContents.once('did-fail-load', () => resolve());
    webContents.once('render-process-gone', () => resolve());
    webContents.once('destroyed', () => resolve());
  });
}

/** With the session of the computer, and with nothing to say. */
const startsHidden = (core: Core) => wasStartedHidden() && core.state().kind === 'locked';

/** Calls the listener with the state as it is, and as it becomes. */
function follow(core: Core, listener: (state: SessionState) => void): void {
  listener(core.state());
  core.listen((event) => 'state' in event && listener(event.state));
}

/** A window that nobody sees is fine as long as an icon can bring it back. */
async function waitAtTray(tray: TrayIcon, desk: DeskWindow): Promise<void> {
  await tray.settled;
  if (!tray.visible) desk.showQuietly();
}
