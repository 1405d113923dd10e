import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { electronArguments } from '../../../src/tools/electron.ts';
import type { Display } from '../support/display.ts';
import { root } from '../support/hosts.ts';

export interface Package {
  /** Where everything is in. */
  folder: string;
  remove(): void;
}

/** Runs the command that makes packages, with changes to its configuration for this test. */
export function makePackage(options: string[], changes: object, env: NodeJS.ProcessEnv = {}): Package {
  const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-package-'));
  const config = path.join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ extends: path.join(root, 'electron-builder.yml'), ...changes }));
  const all = ['src/tools/package.ts', ...options, '--config', config, '--output', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (status === 0) return { folder, remove };
  remove();
  throw new Error(`no package was made: ${stdout}${stderr}`);
}

/** Compressing less saves minutes, and nothing else differs; for the old runtime see its own file. */
export function makeDebianPackage(): Package & { file: string } {
  const changes = { deb: { compression: 'gz' }, ...(electronArguments().length > 0 ? oldRuntime : {}) };
  const made = makePackage(['--linux', '--target', 'deb'], changes, {
    MAIN_VITE_UPDATE_KEY: publisherKey,
    MAIN_VITE_DRIVEN_BY: createHash('sha256').update(drivenBy).digest('hex'),
  });
  const [file = ''] = globSync('*.deb', { cwd: made.folder });
  return { ...made, file: path.join(made.folder, file) };
}

/** Only this build takes Chromium's port, and only from whoever says this. */
const drivenBy = randomUUID();

/** Nobody's: the right length, and that is all. */
export const publisherKey = Buffer.alloc(32, 'niemand').toString('base64');

const oldRuntime = {
  extraMetadata: { main: 'out/main/oldRuntime.mjs' },
  files: [{ from: 'tests/e2e/installer', to: 'out/main', filter: ['oldRuntime.mjs'] }],
};

export interface Installed {
  program: string;
  /** `dpkg -i`, or why not that. */
  how: string;
  remove(): void;
}

/** Installs it as a user would, where that is allowed and takes nothing that is there already. */
export function install(file: string): Installed {
  const why = whyNotForReal(file);
  if (why) {
    const folder = mkdtempSync(path.join(tmpdir(), 'rugdekking-unpacked-'));
    dpkg('-x', file, folder);
    const program = path.join(folder, 'opt/Rugdekking/rugdekking');
    return { program, how: `dpkg -x, ${why}`, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }
  dpkg('-i', file);
  return { program: '/usr/bin/rugdekking', how: 'dpkg -i', remove: () => dpkg('--purge', 'rugdekking') };
}

function whyNotForReal(file: string): string | null {
  if (process.getuid?.() !== 0) return 'because this is not root';
  if (spawnSync('dpkg', ['-s', 'rugdekking']).status === 0) return 'because Rugdekking is installed here already';
  const needed = dpkg('-f', file, 'Depends').trim().split(', ');
  const missing = needed.filter((name) => spawnSync('dpkg', ['-s', name]).status !== 0);
  return missing.length > 0 ? `because this system lacks ${missing.join(', ')}` : null;
}

function dpkg(...options: string[]): string {
  const { status, stdout, stderr } = spawnSync('dpkg', options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`dpkg ${options.join(' ')}: ${stderr}`);
  return stdout;
}

export interface Running {
  desk: Page;
  close(): Promise<void>;
}

/**
 * Starts the program as its menu entry does. With its fuses on it takes neither a debugger nor a module for Node, so its
 * window is driven through Chromium's own port, as any browser's; a build that ships does not start with that either.
 */
export async function start(program: string, display: Display, configFolder: string): Promise<Running> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, ['--remote-debugging-port=0', `--driven-by=${drivenBy}`, ...asRoot], {
    env: { ...process.env, ...display.env, XDG_CONFIG_HOME: configFolder, RUGDEKKING_DATA_FOLDER: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await debuggingAddress(child);
  await pageAt(address);
  const browser = await chromium.connectOverCDP(address);
  return {
    desk: await firstPage(browser),
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('the program has no output');
  const lines = createInterface({ input: child.stderr });
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said.join('\n')}`)));
    lines.on('line', (line) => {
      said.push(line);
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}

/** Waits until the window has its page: whoever looks into it while it is being made may never get an answer. */
async function pageAt(address: string): Promise<void> {
  const list = new URL('/json/list', address.replace(/^ws/, 'http'));
  for (let isThere = false; !isThere; await setTimeout(50)) {
    const targets = z.array(z.object({ title: z.string() })).parse(await (await fetch(list)).json());
    isThere = targets.some(({ title }) => title === 'Rugdekking');
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('the program shows no window');
  return context.pages()[0] ?? context.waitForEvent('page');
}
