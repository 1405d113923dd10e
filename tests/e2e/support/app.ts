import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { electronHost, type Host, previewHost, type RunningApp, root } from './hosts.ts';
import { makePractice } from './practice.ts';

export { expect };

/** What a spec holds: the app on a data folder of its own. */
export class App {
  readonly dataFolder: string;
  readonly hostName: string;
  readonly #host: Host;
  #running: RunningApp | null = null;

  constructor(host: Host, hostName: string, dataFolder: string) {
    this.#host = host;
    this.hostName = hostName;
    this.dataFolder = dataFolder;
  }

  async start(): Promise<void> {
    this.#running = await this.#host.start(this.dataFolder);
  }

  get #started(): RunningApp {
    if (!this.#running) throw new Error('the app was not started');
    return this.#running;
  }

  get desk(): Page {
    return this.#started.desk;
  }

  /** The window that `action` brings up, such as the review window. */
  nextWindow(action: () => Promise<void>): Promise<Page> {
    return this.#started.nextWindow(action);
  }

  async kill(): Promise<void> {
    await this.#started.kill();
    this.#running = null;
  }

  async close(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  /** Keeps a picture of a window among the artifacts. */
  async picture(page: Page, name: string): Promise<void> {
    const folder = path.join(root, 'artifacts/screenshots', this.hostName);
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  }
}

interface Fixtures {
  /** The app on an empty folder, as on a fresh machine. */
  freshApp: App;
  /** The app with a practice: Karin is its manager, Anna and Bram its receptionists; three invented callers. */
  app: App;
}

interface WorkerFixtures {
  host: Host;
  practiceFolder: string;
}

function newFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `rugdekking-${name}-`));
}

async function useApp(host: Host, hostName: string, dataFolder: string, use: (app: App) => Promise<void>) {
  const app = new App(host, hostName, dataFolder);
  await app.start();
  await use(app);
  await app.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
    async ({}, use, workerInfo) => {
      const host = workerInfo.project.name === 'electron' ? await electronHost() : await previewHost();
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
  practiceFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
    async ({}, use) => {
      const folder = newFolder('template');
      await makePractice(folder);
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  freshApp: async ({ host }, use, testInfo) => useApp(host, testInfo.project.name, newFolder('fresh'), use),
  app: async ({ host, practiceFolder }, use, testInfo) => {
    const folder = newFolder('app');
    cpSync(practiceFolder, folder, { recursive: true });
    await useApp(host, testInfo.project.name, folder, use);
  },
});

/** No accessibility violation that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(found).toEqual([]);
}

/** Presses keys and counts them, for the figures a receptionist feels. */
export class KeyCounter {
  count = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.count += 1;
    }
  }
}
