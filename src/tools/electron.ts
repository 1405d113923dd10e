import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Why the desktop program cannot be shown here; each has a line in the texts that says what to do. */
export type Obstacle = 'notFetched' | 'noDisplay' | 'cannotRun' | 'tooOld';

const fetchPatience = 60_000;
const checkPatience = 15_000;
/** What the encrypted store's native part asks for. */
const neededNodeApi = 10;

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** The folder of the Electron that is here, or null when it was never fetched. */
export function electronFolder(executable = executableName()): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder, 'dist');
  return existsSync(join(folder, executable)) ? folder : null;
}

/** Finds Electron's executable, and fetches it when it is not there yet. */
export function getElectron(onFetch: () => void): string | null {
  if (!electronFolder() && !process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    onFetch();
    spawnSync(process.execPath, [join(packageFolder, 'install.js')], { timeout: fetchPatience, stdio: 'ignore' });
  }
  const folder = electronFolder();
  return folder && join(folder, executableName());
}

/** Arguments for Electron itself, such as a module to load first, that come before the program's own. */
export function electronArguments(): string[] {
  return (process.env.RUGDEKKING_ELECTRON_ARGS ?? '').split(/\s+/).filter(Boolean);
}

export function obstacleFor(executable: string | null): Obstacle | null {
  if (!executable) return 'notFetched';
  if (!hasDisplay()) return 'noDisplay';
  const { status, stdout } = spawnSync(executable, ['-p', 'process.versions.napi'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: checkPatience,
  });
  if (status !== 0) return 'cannotRun';
  // Whoever gives Electron its own arguments is taken to know what it needs.
  return Number(stdout) < neededNodeApi && electronArguments().length === 0 ? 'tooOld' : null;
}

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

export function electronVersion(folder: string): string {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
}

function executableName(): string {
  switch (process.platform) {
    case 'win32':
      return 'electron.exe';
    case 'darwin':
      return join('Electron.app', 'Contents', 'MacOS', 'Electron');
    default:
      return 'electron';
  }
}
