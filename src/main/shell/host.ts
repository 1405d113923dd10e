import { dialog, powerMonitor } from 'electron';
import type { WindowHost } from '../core/features/window/host.ts';
import type { BriefClipboard } from './briefClipboard.ts';
import type { ContentProtection } from './contentProtection.ts';
import type { DeskWindow } from './deskWindow.ts';
import type { Shortcut } from './shortcut.ts';
import { changeStartWithSession, readStartWithSession } from './startWithSession.ts';
import type { WindowFile } from './windowFile.ts';

interface Parts {
  file: WindowFile;
  desk: DeskWindow;
  shortcut: Shortcut;
  contentProtection: ContentProtection;
  clipboard: BriefClipboard;
  openReview: () => void;
}

/** What the core may ask of this program. */
export function createHost({ file, desk, shortcut, contentProtection, clipboard, openReview }: Parts): WindowHost {
  return {
    state: () => ({
      alwaysOnTop: file.current.alwaysOnTop,
      bar: desk.bar,
      shortcut: {
        accelerator: shortcut.accelerator,
        registered: shortcut.registered,
        supported: true,
        alternatives: shortcut.alternatives(),
      },
      startWithSession: readStartWithSession(),
      contentProtection: { on: contentProtection.on, supported: contentProtection.supported },
    }),
    setAlwaysOnTop: desk.setAlwaysOnTop,
    setBar: desk.setBar,
    setShortcut: shortcut.change,
    setStartWithSession: changeStartWithSession,
    setContentProtection: contentProtection.set,
    openReview() {
      openReview();
      return null;
    },
    copyBriefly(text) {
      clipboard.copy(text);
      return true;
    },
    copied: clipboard.copied,
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      return filePaths[0] ?? null;
    },
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
  };
}
