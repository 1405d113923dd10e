import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** A program the end-to-end specs need, or why it is not there and what to do. */
export type Runtime = { found: true; executable: string } | { found: false; why: string };

const root = path.join(import.meta.dirname, '../..');

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser for the preview: one of the system's, else the one that Playwright installed. */
export function chromiumExecutable(): Runtime {
  const executable = [...systemBrowsers, chromium.executablePath()].find((candidate) => existsSync(candidate));
  if (executable) return { found: true, executable };
  return { found: false, why: 'no Chromium or Chrome was found; install one, or run: npx playwright install chromium' };
}

function electronName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Electron's own program: where ELECTRON_OVERRIDE_DIST_PATH says, else where its package keeps it. */
export function electronRuntime(): Runtime {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules/electron/dist');
  const executable = path.join(folder, electronName());
  if (!existsSync(executable)) {
    return { found: false, why: 'the Electron program is not there; run: npx install-electron' };
  }
  return { found: true, executable };
}

/** What to put before a command so that Electron has a display; null when none can be had. */
export function displayCommand(): string[] | null {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return [];
  const found = spawnSync('which', ['xvfb-run']).status === 0;
  return found ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : null;
}

/** Arguments that an Electron needs before the app, such as `-r` and a module, from RUGDEKKING_ELECTRON_ARGS. */
export function electronArguments(): string[] {
  return (process.env.RUGDEKKING_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
}
