import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder that the Electron program uses too, so that both show the same practice. */
export function dataFolder(): string {
  return process.env.RUGDEKKING_DATA_FOLDER || join(perUserFolder(), 'Rugdekking', 'data');
}

function perUserFolder(): string {
  switch (process.platform) {
    case 'win32':
      return process.env.APPDATA || join(homedir(), 'AppData', 'Roaming');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    default:
      return process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  }
}
