import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { demoPassword } from '../../../src/tools/demoStore.ts';
import { electronArguments, electronFolder } from '../../../src/tools/electron.ts';
import { openDisplay } from '../../e2e/support/display.ts';
import { electronHost, type Host, previewHost, type RunningApp } from '../../e2e/support/hosts.ts';
import { chromiumExecutable } from '../../support/runtimes.ts';
import type { BenchContext, Row } from '../context.ts';
import type { Practice } from '../practices.ts';
import { drawSearches } from '../queryMix.ts';
import { type Measured, Unmeasurable } from '../result.ts';
import { figuresOf, p95 } from '../statistics.ts';

const MOST_MS = 50;
const WARM_UP = 8;
const SEARCHES = 40;
const SHOWN_RESULTS = 8;
const PATIENCE = 10_000;
const BETWEEN_KEYS = 60;
const BARE_KEYS = 100;
const emptyWindow = path.join(import.meta.dirname, '../electron/emptyWindow');

/** A key, and the callers that must be in sight because of it; null when they are those that were there before. */
interface Step {
  key: string;
  expected: string[] | null;
}

/** What to type, and what the core answers to each letter, so that it is known when the window shows it. */
async function planSteps(practice: Practice): Promise<Step[][]> {
  const texts = drawSearches(practice, 3 * (WARM_UP + SEARCHES), 13).map((series) => series.at(-1) ?? '');
  const typeable = texts.filter((text) => /^[\x20-\x7e]+$/.test(text)).slice(0, WARM_UP + SEARCHES);
  const plans: Step[][] = [];
  for (const text of typeable) {
    let before = '';
    const steps: Step[] = [];
    for (const [index, key] of [...text].entries()) {
      const query = text.slice(0, index + 1).trim();
      const found = await practice.client.callers.search({ query, limit: SHOWN_RESULTS });
      const expected = found.map(({ id }) => `caller-${id}`);
      steps.push({ key, expected: expected.join() === before ? null : expected });
      before = expected.join();
    }
    plans.push(steps);
  }
  return plans;
}

/** Runs in the page: keeps how long it takes from the next key until these callers have been painted. */
function watchForPaint(expected: string[]): void {
  const painted = new Promise((resolve) => {
    let pressedAt = Number.NaN;
    const look = () => {
      const options = [...document.querySelectorAll('[role=option][id^="caller-"]:not(#caller-new)')];
      if (Number.isNaN(pressedAt) || options.map(({ id }) => id).join() !== expected.join()) return;
      observer.disconnect();
      // The message comes after the frame in which the change is painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressedAt);
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    const onKey = (event: KeyboardEvent) => {
      pressedAt = event.timeStamp;
      look();
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
  Reflect.set(window, 'benchPainted', painted);
}

async function timePaint(page: Page, key: string, expected: string[]): Promise<number> {
  await page.evaluate(watchForPaint, expected);
  await page.keyboard.press(key);
  const painted = page.evaluate(() => Reflect.get(window, 'benchPainted'));
  const tooLong = page.waitForTimeout(PATIENCE).then(() => {
    throw new Error('the window does not show what the core finds');
  });
  return Number(await Promise.race([painted, tooLong]));
}

async function typeAll(page: Page, plans: readonly Step[][]): Promise<number[]> {
  const times: number[] = [];
  for (const [nth, steps] of plans.entries()) {
    await searchField(page).fill('');
    for (const { key, expected } of steps) {
      await page.waitForTimeout(BETWEEN_KEYS);
      if (expected === null) await page.keyboard.press(key);
      else {
        const time = await timePaint(page, key, expected);
        if (nth >= WARM_UP) times.push(time);
      }
    }
  }
  return times;
}

/** The least that a key can cost: it is painted below a field in an empty page, as the only thing a list ever shows. */
async function typeBare(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    const list = document.createElement('ul');
    field.addEventListener('input', () => {
      list.innerHTML = `<li role="option" id="caller-${field.value.length}"></li>`;
    });
    document.body.append(field, list);
    field.focus();
  });
  const times: number[] = [];
  for (let nth = 1; nth <= WARM_UP + BARE_KEYS; nth += 1) {
    await page.waitForTimeout(BETWEEN_KEYS);
    const time = await timePaint(page, 'a', [`caller-${nth}`]);
    if (nth > WARM_UP) times.push(time);
  }
  return times;
}

/** The same browser or Electron, with a window that holds nothing. */
async function typeInEmptyWindow({ electron, desk }: RunningApp): Promise<number[]> {
  if (!electron) {
    const page = await desk.context().newPage();
    const times = await typeBare(page);
    await page.close();
    return times;
  }
  const display = await openDisplay();
  const args = [...electronArguments(), emptyWindow];
  const empty = await _electron.launch({ args, env: { ...process.env, ...display.env, NODE_ENV: 'production' } });
  const times = await typeBare(await empty.firstWindow());
  await empty.close();
  await display.close();
  return times;
}

/** The manager of the demo practice works in Dutch. */
const searchField = (page: Page) => page.getByRole('combobox', { name: 'Zoek een beller' });

async function measureIn(host: Host, name: string, context: BenchContext): Promise<Measured> {
  const { folder, prepared: plans } = await context.largestFolder(planSteps);
  const app = await host.start(folder);
  try {
    const plain = await typeInEmptyWindow(app);
    await app.desk.bringToFront();
    await app.desk.locator('input[type=password]').fill(demoPassword);
    await app.desk.keyboard.press('Enter');
    await searchField(app.desk).waitFor();
    const own = await typeAll(app.desk, plans);
    return {
      row: 'paint',
      contacts: context.largest,
      ...figuresOf({ own, plain }),
      ratio: p95(own) / MOST_MS,
      target: `p95 ≤ ${MOST_MS} ms`,
      pass: p95(own) <= MOST_MS,
      note: `${name}, ${own.length} keys; plain is a key in an empty window`,
    };
  } finally {
    await app.close();
    await host.close();
  }
}

/** From a key pressed in the search field until its result is painted, in every host that is here. */
export const paint: Row = async (context) => {
  const results: Measured[] = [];
  if (chromiumExecutable()) results.push(await measureIn(await previewHost(), 'preview', context));
  if (electronFolder()) results.push(await measureIn(await electronHost(), 'Electron', context));
  if (results.length === 0) throw new Unmeasurable('there is neither a Chromium nor an Electron here');
  return results;
};
