import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { electronArguments } from '../../../src/tools/electron.ts';
import { chromiumExecutable } from '../../support/runtimes.ts';

export const root = path.join(import.meta.dirname, '../../..');

/** One start of the app, in whichever host. */
export interface RunningApp {
  desk: Page;
  /** Waits for the window that `action` brings up. */
  nextWindow(action: () => Promise<void>): Promise<Page>;
  /** Ends the process as a power cut or a crash would: kill -9. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface Host {
  start(dataFolder: string): Promise<RunningApp>;
  close(): Promise<void>;
}

export const deskSize = { width: 400, height: 680 };
export const reviewSize = { width: 1100, height: 720 };

async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the preview has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the preview ended before it gave its address');
}

async function startPreview(browser: Browser, dataFolder: string): Promise<RunningApp> {
  const child = spawn(process.execPath, ['src/preview/index.ts', '--json'], {
    cwd: root,
    env: { ...process.env, RUGDEKKING_DATA_FOLDER: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { address } = JSON.parse(await firstLine(child));
  const context: BrowserContext = await browser.newContext({ viewport: deskSize, locale: 'nl-NL' });
  const desk = await context.newPage();
  await desk.goto(address);
  return {
    desk,
    async nextWindow(action) {
      const opened = context.waitForEvent('page');
      await action();
      const page = await opened;
      await page.setViewportSize(reviewSize);
      return page;
    },
    async kill() {
      await killHard(child);
      await context.close();
    },
    async close() {
      await context.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The preview: the same core in plain Node, its window in a browser. */
export async function previewHost(): Promise<Host> {
  const executablePath = chromiumExecutable();
  if (!executablePath) throw new Error('there is no Chromium or Chrome on this machine');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  return { start: (dataFolder) => startPreview(browser, dataFolder), close: () => browser.close() };
}

async function startElectron(dataFolder: string): Promise<RunningApp> {
  const app = await _electron.launch({
    args: [...electronArguments(), root],
    cwd: root,
    env: { ...process.env, RUGDEKKING_DATA_FOLDER: dataFolder, NODE_ENV: 'production' },
  });
  const desk = await app.firstWindow();
  return {
    desk,
    async nextWindow(action) {
      const opened = app.waitForEvent('window');
      await action();
      return opened;
    },
    kill: () => killHard(app.process()),
    close: () => app.close(),
  };
}

/** Real Electron, started from the build. */
export async function electronHost(): Promise<Host> {
  return { start: startElectron, close: async () => {} };
}
