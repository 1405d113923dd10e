import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { hasDisplay } from '../../src/tools/electron.ts';

const systemBrowsers = [
  // Draws no window of its own, which a fifth of the specs' time goes to.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser for the preview: one of the system's, else the one that Playwright installed; null when there is none. */
export function chromiumExecutable(): string | null {
  return [...systemBrowsers, chromium.executablePath()].find((candidate) => existsSync(candidate)) ?? null;
}

/** What to put before a command so that Electron has a display; null when none can be had. */
export function displayCommand(): string[] | null {
  if (hasDisplay()) return [];
  const found = spawnSync('which', ['xvfb-run']).status === 0;
  return found ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : null;
}
