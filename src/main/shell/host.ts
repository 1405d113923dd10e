import { powerMonitor } from 'electron';
import type { WindowHost } from '../core/features/window/host.ts';
import { copyBriefly } from './briefClipboard.ts';
import type { DeskWindow } from './deskWindow.ts';
import type { Shortcut } from './shortcut.ts';
import { changeStartWithSession, readStartWithSession } from './startWithSession.ts';
import type { WindowFile } from './windowFile.ts';

interface Parts {
  file: WindowFile;
  desk: DeskWindow;
  shortcut: Shortcut;
  openReview: () => void;
}

/** What the core may ask of this program. */
export function createHost({ file, desk, shortcut, openReview }: Parts): WindowHost {
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
    }),
    setAlwaysOnTop: desk.setAlwaysOnTop,
    setBar: desk.setBar,
    setShortcut: shortcut.change,
    setStartWithSession: changeStartWithSession,
    openReview() {
      openReview();
      return null;
    },
    copyBriefly(text) {
      copyBriefly(text);
      return true;
    },
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
  };
}
