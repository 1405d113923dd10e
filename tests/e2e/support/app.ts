import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { electronHost, type Host, previewHost, type RunningApp, root, type Size } from './hosts.ts';
import { makePractice, type Secrets } from './practice.ts';
import { type HostName, type Project, projectOf } from './project.ts';

export { expect };

/** What a spec holds: the app on a data folder of its own. */
export class App {
  readonly dataFolder: string;
  readonly #project: Project;
  readonly #host: Host;
  #running: RunningApp | null = null;
  /** What went wrong in a window without anybody noticing. */
  readonly defects: string[] = [];

  constructor(host: Host, project: Project, dataFolder: string) {
    this.#host = host;
    this.#project = project;
    this.dataFolder = dataFolder;
  }

  get hostName(): HostName {
    return this.#project.host;
  }

  /** `options` are for the program itself; the preview has none. */
  async start(env: NodeJS.ProcessEnv = {}, options: string[] = []): Promise<void> {
    this.#running = await this.#host.start(this.dataFolder, env, options);
    this.#watch(this.desk);
  }

  /** A program that ends takes along what a page is still fetching. */
  #watch(page: Page): void {
    const running = this.#running;
    page.on('pageerror', ({ name, message, stack }) => {
      if (this.#running === running) this.defects.push(stack ?? `${name}: ${message}`);
    });
  }

  get #started(): RunningApp {
    if (!this.#running) throw new Error('the app was not started');
    return this.#running;
  }

  get desk(): Page {
    return this.#started.desk;
  }

  /** Electron itself, to ask its main process things. */
  get electron(): ElectronApplication {
    const { electron } = this.#started;
    if (!electron) throw new Error('the preview has no main process to ask');
    return electron;
  }

  /** The window that `action` brings up, such as the review window. */
  async nextWindow(action: () => Promise<void>): Promise<Page> {
    const page = await this.#started.nextWindow(action);
    this.#watch(page);
    return page;
  }

  resize(page: Page, size: Size): Promise<void> {
    return this.#started.resize(page, size);
  }

  /** Ends it without a farewell, if it is there. */
  async kill(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.kill();
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.close();
  }

  /** Keeps a picture of a window among the artifacts, for whoever looks at what was built: nobody does that under CI. */
  async picture(page: Page, name: string): Promise<void> {
    if (process.env.CI) return;
    const { host, language } = this.#project;
    const folder = path.join(root, 'artifacts/screenshots', language === 'nl' ? host : `${host}-${language}`);
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  }
}

interface Fixtures {
  /** The app on an empty folder, as on a fresh machine. */
  freshApp: App;
  /** The app with a practice: Karin is its manager, Anna and Bram its receptionists; three invented callers. */
  app: App;
  /** The same, not started yet: a spec may do something to its folder first. */
  stoppedApp: App;
}

interface WorkerFixtures {
  host: Host;
  practice: { folder: string; secrets: Secrets };
}

function newFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `rugdekking-${name}-`));
}

async function useApp(host: Host, project: Project, dataFolder: string, use: (app: App) => Promise<void>) {
  const app = new App(host, project, dataFolder);
  await use(app);
  // How it ends is the matter of specs of its own.
  await app.kill();
  rmSync(dataFolder, { recursive: true, force: true });
  expect.soft(app.defects).toEqual([]);
}

async function useStarted(app: App, use: (app: App) => Promise<void>) {
  await app.start();
  await use(app);
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
    async ({}, use, workerInfo) => {
      const host = projectOf(workerInfo).host === 'electron' ? await electronHost() : await previewHost();
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
  practice: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
    async ({}, use, workerInfo) => {
      const template = newFolder('template');
      const folder = path.join(template, 'data');
      await use({ folder, secrets: makePractice(folder, projectOf(workerInfo).language) });
      rmSync(template, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  freshApp: async ({ host }, use, testInfo) =>
    useApp(host, projectOf(testInfo), newFolder('fresh'), (app) => useStarted(app, use)),
  stoppedApp: async ({ host, practice }, use, testInfo) => {
    const folder = newFolder('app');
    cpSync(practice.folder, folder, { recursive: true });
    await useApp(host, projectOf(testInfo), folder, use);
  },
  app: async ({ stoppedApp }, use) => useStarted(stoppedApp, use),
});

/** No accessibility violation that axe can find; looked for in one host where the test command says so. */
export async function expectAccessible(page: Page, where = ''): Promise<void> {
  const only = process.env.RUGDEKKING_TEST_AXE_IN;
  if (only !== undefined && only !== projectOf(test.info()).host) return;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect.soft(found, where).toEqual([]);
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
