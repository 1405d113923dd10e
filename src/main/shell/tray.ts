import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Menu, nativeImage, nativeTheme, Tray } from 'electron';
import dark16 from '../../../resources/icons/tray-dark-16.png?asset';
import dark32 from '../../../resources/icons/tray-dark-32.png?asset';
import light16 from '../../../resources/icons/tray-light-16.png?asset';
import light32 from '../../../resources/icons/tray-light-32.png?asset';
import type { Texts } from './texts.ts';

export interface TrayMenu {
  texts: Texts;
  mayLock: boolean;
  show: () => void;
  lock: () => void;
  quit: () => void;
}

export interface TrayIcon {
  /** Whether the icon can be seen, so that a hidden window can be found again. */
  readonly visible: boolean;
  /** When that is known. */
  readonly settled: Promise<void>;
  update(menu: TrayMenu): void;
}

export function createTray(show: () => void): TrayIcon {
  const tray = new Tray(image());
  tray.on('click', show);
  nativeTheme.on('updated', () => tray.setImage(image()));
  let visible = process.platform !== 'linux';
  const settled = visible
    ? Promise.resolve()
    : linuxShowsTrayIcons().then((shows) => {
        visible = shows;
      });
  return {
    settled,
    get visible() {
      return visible;
    },
    update({ texts: t, mayLock, ...actions }) {
      tray.setToolTip(t('common:productName'));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: t('window:tray.show'), click: actions.show },
          { label: t('window:tray.lock'), click: actions.lock, enabled: mayLock },
          { type: 'separator' },
          { label: t('window:tray.quit'), click: actions.quit },
        ]),
      );
    },
  };
}

function image(): Electron.NativeImage {
  const [single, double] = nativeTheme.shouldUseDarkColors ? [dark16, dark32] : [light16, light32];
  const icon = nativeImage.createEmpty();
  icon.addRepresentation({ scaleFactor: 1, buffer: readFileSync(single) });
  icon.addRepresentation({ scaleFactor: 2, buffer: readFileSync(double) });
  return icon;
}

/** Not every Linux desktop has a place for tray icons, and Electron does not tell. */
async function linuxShowsTrayIcons(): Promise<boolean> {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
  ];
  try {
    const { stdout } = await promisify(execFile)('dbus-send', [...question, 'string:org.kde.StatusNotifierWatcher'], {
      timeout: 2000,
    });
    return stdout.includes('boolean true');
  } catch {
    return false;
  }
}
