import { join } from 'node:path';
import { app } from 'electron';
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
  /** Shows the windows, once Electron is ready and the core is there. */
  open(core: Core): void;
  bringUp(): void;
  /** Writes what the program should remember of its windows. */
  close(): void;
}

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

  function open(core: Core) {
    texts = textsFor(core.state());
    const session = openSession(join(import.meta.dirname, '../renderer'));
    const shared = { session, texts: () => texts, onMade: contentProtection.applyTo };
    askWhereToSave(session, shared.texts);
    openReview = () => review.open(shared);
    const startsHidden = wasStartedHidden() && core.state().kind === 'locked';
    const window = desk.open({ ...shared, onReady: startsHidden ? () => {} : undefined });
    window.once('closed', () => app.quit());
    servePorts(core);
    lockWithComputer(() => void core.lock());
    follow(core, (state) => {
      texts = textsFor(state);
      const isUnlocked = state.kind === 'unlocked';
      // The bar has no room for a password, and the review is not for whoever takes over.
      if (!isUnlocked) desk.setBar(false);
      if (!isUnlocked) clipboard.clear();
      if (isUnlocked && state.user.role !== 'manager') review.close();
    });
    // Nobody waits for these, as they do for the page.
    window.webContents.once('did-stop-loading', () => {
      const tray = trayOf(core);
      hideToTray(window, { tray, file, shortcut, texts: shared.texts });
      shortcut.start(() => {
        desk.bringUp();
        core.tell({ summoned: true });
      });
      if (startsHidden) void waitAtTray(tray, desk);
    });
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
