import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  _electron,
  type Browser,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { electronArguments, getElectron } from '../../../src/tools/electron.ts';
import { chromiumExecutable } from '../../support/runtimes.ts';
import { openDisplay } from './display.ts';

export const root = path.join(import.meta.dirname, '../../..');

/** Where the program is started from, as built; the test command has a copy that nothing builds anew. */
export const builtProgram = process.env.RUGDEKKING_TEST_APP ?? root;

export interface Size {
  width: number;
  height: number;
}

/** One start of the app, in whichever host. */
export interface RunningApp {
  desk: Page;
  /** Waits for the window that `action` brings up. */
  nextWindow(action: () => Promise<void>): Promise<Page>;
  /** Gives what is inside the window this size. */
  resize(page: Page, size: Size): Promise<void>;
  /** The program itself, to ask its main process things; null in the preview. */
  electron: ElectronApplication | null;
  /** Ends the process as a power cut or a crash would: kill -9. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface Host {
  start(dataFolder: string, env?: NodeJS.ProcessEnv, options?: string[]): Promise<RunningApp>;
  close(): Promise<void>;
}

export const deskSize = { width: 400, height: 680 };
const reviewSize = { width: 1100, height: 720 };

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

export interface PreviewProcess {
  /** Lets one browser in, once. */
  address: string;
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** The preview without a browser; the test command has it built (`support/preview.vite.config.ts`). */
export async function spawnPreview(dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<PreviewProcess> {
  const program = process.env.RUGDEKKING_TEST_PREVIEW ?? 'src/preview/index.ts';
  const child = spawn(process.execPath, [program, '--json'], {
    cwd: root,
    env: { ...process.env, ...env, RUGDEKKING_DATA_FOLDER: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { address } = JSON.parse(await firstLine(child));
  return {
    address,
    kill: () => killHard(child),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function startPreview(browser: Browser, dataFolder: string, env?: NodeJS.ProcessEnv): Promise<RunningApp> {
  const { address, kill, close } = await spawnPreview(dataFolder, env);
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
    resize: (page, size) => page.setViewportSize(size),
    electron: null,
    async kill() {
      await kill();
      await context.close();
    },
    async close() {
      // The windows are there while it ends, as in Electron.
      await close();
      await context.close();
    },
  };
}

/** The preview: the same core in plain Node, its window in a browser. */
export async function previewHost(): Promise<Host> {
  const executablePath = chromiumExecutable();
  if (!executablePath) throw new Error('there is no Chromium or Chrome on this machine');
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
      ...['--disable-background-networking', '--no-first-run'],
    ],
  });
  return { start: (dataFolder, env) => startPreview(browser, dataFolder, env), close: () => browser.close() };
}

async function startElectron(dataFolder: string, env: NodeJS.ProcessEnv, options: string[] = []): Promise<RunningApp> {
  const app = await _electron.launch({
    args: [...electronArguments(), builtProgram, ...options],
    cwd: root,
    env: { ...process.env, ...env, RUGDEKKING_DATA_FOLDER: dataFolder, NODE_ENV: 'production' },
  });
  const child = app.process();
  const desk = await app.firstWindow();
  // What is asked of the main process while that still reads its core may be dropped without an answer.
  await desk.locator('#root > *').first().waitFor({ state: 'attached' });
  return {
    desk,
    async nextWindow(action) {
      const opened = app.waitForEvent('window');
      await action();
      return opened;
    },
    async resize(page, size) {
      const window = await app.browserWindow(page);
      await window.evaluate((target, { width, height }) => target.setContentSize(width, height), size);
      await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
    },
    electron: app,
    kill: () => killHard(child),
    close: () => app.close(),
  };
}

export interface ElectronHost extends Host {
  /** The same program without anybody who steers it. */
  startAlone(dataFolder: string): ChildProcess;
}

/** Chromium's sandbox refuses root, which tests in a container are. */
const forRoot = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Real Electron, started from the build, with its windows and its profiles to itself. */
export async function electronHost(): Promise<ElectronHost> {
  const display = await openDisplay();
  const profiles = mkdtempSync(path.join(tmpdir(), 'rugdekking-profiles-'));
  const own = { ...display.env, XDG_CONFIG_HOME: profiles };
  return {
    start: (dataFolder, env, options) => startElectron(dataFolder, { ...own, ...env }, options),
    startAlone(dataFolder) {
      const executable = getElectron(() => undefined);
      if (!executable) throw new Error('Electron is not here');
      return spawn(executable, [...forRoot(), ...electronArguments(), builtProgram], {
        cwd: root,
        env: { ...process.env, ...own, RUGDEKKING_DATA_FOLDER: dataFolder, NODE_ENV: 'production' },
        stdio: 'ignore',
      });
    },
    async close() {
      await display.close();
      rmSync(profiles, { recursive: true, force: true });
    },
  };
}
