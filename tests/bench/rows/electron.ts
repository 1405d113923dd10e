import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { demoPassword } from '../../../src/tools/demoStore.ts';
import { electronArguments, getElectron, obstacleFor } from '../../../src/tools/electron.ts';
import { root } from '../../../src/tools/run.ts';
import { openDisplay } from '../../e2e/support/display.ts';
import type { BenchContext, Row } from '../context.ts';
import { type Measured, Unmeasurable } from '../result.ts';
import { figuresOf, median } from '../statistics.ts';

const MOST_RATIO = 1.5;
const STARTS = 7;
const REST_MS = 6000;
const LONGEST_START_MS = 60_000;
const MEGABYTE = 1_000_000;
const folder = path.join(import.meta.dirname, '../electron');

interface Program {
  entry: string;
  /** What must be true in the page before somebody can use it. */
  usable: string;
  password: string;
}

const emptyWindow: Program = { entry: path.join(folder, 'emptyWindow'), usable: 'true', password: '' };
const rugdekking: Program = {
  entry: root,
  usable: `document.activeElement?.matches('input[type=password]')`,
  password: demoPassword,
};

interface Observed {
  startMs: number;
  bytes: number;
}

const message = z.union([z.object({ usableAt: z.number() }), z.object({ bytes: z.number() })]);

function parseMessage(line: string) {
  try {
    return message.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function observe(child: ChildProcess, begin: number): Promise<Observed> {
  if (!child.stdout) throw new Error('the program has no output');
  let startMs = Number.NaN;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = parseMessage(line);
    if (said && 'usableAt' in said) startMs = said.usableAt - begin;
    if (said && 'bytes' in said) return { startMs, bytes: said.bytes };
  }
  throw new Error('the program ended before its window could be used');
}

/** Starts a program with a profile of its own that has been used before, and watches it until it rests. */
async function startOnce(executable: string, program: Program, env: NodeJS.ProcessEnv, restMs: number) {
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begin = Date.now();
  const probe = ['-r', path.join(folder, 'probe.cjs')];
  const child = spawn(executable, [...sandbox, ...electronArguments(), ...probe, program.entry], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      ...env,
      RUGDEKKING_BENCH_USABLE: program.usable,
      RUGDEKKING_BENCH_PASSWORD: program.password,
      RUGDEKKING_BENCH_REST: String(restMs),
    },
  });
  const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS + restMs);
  try {
    return await observe(child, begin);
  } finally {
    clearTimeout(tooLong);
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

async function measure(executable: string, dataFolder: string): Promise<Record<'empty' | 'ours', Observed[]>> {
  const display = await openDisplay();
  const profile = mkdtempSync(path.join(tmpdir(), 'rugdekking-bench-profile-'));
  const env = { ...display.env, XDG_CONFIG_HOME: profile, RUGDEKKING_DATA_FOLDER: dataFolder, NODE_ENV: 'production' };
  const observed: Record<'empty' | 'ours', Observed[]> = { empty: [], ours: [] };
  try {
    // The first start of each makes its profile and warms the disk; it is not counted.
    for (let nth = 0; nth <= STARTS; nth += 1) {
      const empty = await startOnce(executable, emptyWindow, env, REST_MS);
      const ours = await startOnce(executable, rugdekking, env, REST_MS);
      if (nth === 0) continue;
      observed.empty.push(empty);
      observed.ours.push(ours);
    }
    return observed;
  } finally {
    await display.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const obstacles = {
  notFetched: 'Electron is not here: set ELECTRON_OVERRIDE_DIST_PATH, or run npx install-electron',
  noDisplay: 'there is no display and no Xvfb',
  cannotRun: 'Electron cannot run here: shared libraries may be missing',
  tooOld: 'this Electron is too old for the store: give it what it needs in RUGDEKKING_ELECTRON_ARGS',
};

async function findElectron(): Promise<string> {
  const executable = getElectron(() => console.error('Fetching Electron …'));
  const display = await openDisplay();
  await display.close();
  const hasOwnDisplay = Object.keys(display.env).length > 0;
  const obstacle = obstacleFor(executable);
  if (!executable) throw new Unmeasurable(obstacles.notFetched);
  if (obstacle && !(obstacle === 'noDisplay' && hasOwnDisplay)) throw new Unmeasurable(obstacles[obstacle]);
  return executable;
}

async function measureBoth(context: BenchContext) {
  const executable = await findElectron();
  const { folder: dataFolder } = await context.largestFolder(async () => null);
  const { empty, ours } = await measure(executable, dataFolder);
  return { empty, ours, contacts: context.largest };
}

const measured = new WeakMap<BenchContext, ReturnType<typeof measureBoth>>();

/** Both rows come out of the same starts. */
function measureOnce(context: BenchContext): ReturnType<typeof measureBoth> {
  const known = measured.get(context) ?? measureBoth(context);
  measured.set(context, known);
  return known;
}

/** From the start of the program until the password can be typed, against a window with an empty page. */
export const start: Row = async (context): Promise<Measured[]> => {
  const { empty, ours, contacts } = await measureOnce(context);
  const timesOf = (starts: readonly Observed[]) => starts.map(({ startMs }) => startMs);
  const times = { own: timesOf(ours), plain: timesOf(empty) };
  const ratio = median(times.own) / median(times.plain);
  return [
    {
      row: 'start',
      contacts,
      ...figuresOf(times),
      ratio,
      target: `median ≤ ${MOST_RATIO} × an empty Electron window`,
      pass: ratio <= MOST_RATIO,
      note: 'plain is the empty window',
    },
  ];
};

/** Unlocked and left alone, all processes together, against a window with an empty page. */
export const memory: Row = async (context): Promise<Measured[]> => {
  const { empty, ours, contacts } = await measureOnce(context);
  const [ourBytes, emptyBytes] = [ours, empty].map((starts) => median(starts.map(({ bytes }) => bytes)));
  const ratio = (ourBytes ?? 0) / (emptyBytes ?? 1);
  const megabytes = (bytes = 0) => `${(bytes / MEGABYTE).toFixed(0)} MB`;
  return [
    {
      row: 'memory',
      contacts,
      p50_ms: null,
      p95_ms: null,
      ratio,
      target: `≤ ${MOST_RATIO} × an empty Electron window`,
      pass: ratio <= MOST_RATIO,
      note: `${megabytes(ourBytes)}, empty window ${megabytes(emptyBytes)}`,
    },
  ];
};
