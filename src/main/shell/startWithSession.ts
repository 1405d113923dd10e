import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import type { StartWithSession } from '../../shared/contract/window.ts';
import { autostartEntry, startIn } from './autostartEntry.ts';

const hiddenSwitch = 'start-hidden';
const hiddenArgument = `--${hiddenSwitch}`;

/** Whether this start is one of the session's, that should not take the screen. */
export const wasStartedHidden = (): boolean => app.commandLine.hasSwitch(hiddenSwitch);

/** What the computer itself will do: it is asked, because its own settings can change that too. */
export function readStartWithSession(): StartWithSession | null {
  switch (process.platform) {
    case 'linux':
      return startIn(readEntry(), hiddenArgument);
    case 'win32':
      if (app.getLoginItemSettings(loginItem(true)).openAtLogin) return 'hidden';
      return app.getLoginItemSettings(loginItem(false)).openAtLogin ? 'window' : 'no';
    default:
      return null;
  }
}

export function changeStartWithSession(start: StartWithSession): void {
  const hidden = start === 'hidden';
  if (process.platform === 'win32') {
    app.setLoginItemSettings({ openAtLogin: start !== 'no', ...loginItem(hidden) });
  } else if (start === 'no') {
    rmSync(entryFile(), { force: true });
  } else {
    mkdirSync(dirname(entryFile()), { recursive: true, mode: 0o700 });
    writeFileAtomic.sync(entryFile(), autostartEntry([...command(), ...(hidden ? [hiddenArgument] : [])]));
  }
}

function loginItem(hidden: boolean): { path: string; args: string[] } {
  const [path = process.execPath, ...args] = command();
  return { path, args: [...args, ...(hidden ? [hiddenArgument] : [])].map((argument) => `"${argument}"`) };
}

/** What starts this program: the file that the user has, where that unpacks itself to another place at each start. */
function command(): string[] {
  const own = process.env.APPIMAGE || process.env.PORTABLE_EXECUTABLE_FILE || process.execPath;
  return app.isPackaged ? [own] : [process.execPath, app.getAppPath()];
}

const entryFile = (): string => join(app.getPath('appData'), 'autostart', 'rugdekking.desktop');

function readEntry(): string {
  try {
    return readFileSync(entryFile(), 'utf8');
  } catch {
    return '';
  }
}
