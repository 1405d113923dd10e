import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { badDisk } from './badDisk.ts';
import { forgetBuiltCore } from './builtCore.ts';
import { clockSet } from './clockSet.ts';
import { damaged } from './damaged.ts';
import type { Fault } from './fault.ts';
import { held } from './held.ts';
import { closeHosts } from './hosts.ts';
import { forgetInterposed, interposed } from './interposed.ts';
import { killed } from './killed.ts';
import { leaveOutEach } from './leftOut.ts';
import { closeSharedThread } from './opened.ts';
import { powerLoss } from './powerLoss.ts';
import { forgetPractice } from './practice.ts';
import { forgetPrepared } from './prepared.ts';
import { realHosts } from './realHosts.ts';
import { singleInstance } from './singleInstance.ts';
import { forgetWorked, swapped } from './swapped.ts';

/**
 * `npm run test:faults -- [--rounds N] [--only WORD] [--seconds N] [--report FILE] [--left-out]`: does to a practice what goes wrong with computers,
 * and counts what is lost of what was said to be saved. Ends with 1 when anything is. `--seconds` ends a run in between;
 * what it did not get to is not printed. `--report` writes how many kinds were tried, and why others were skipped. `--left-out` tries instead whether each sync that is left out would be seen, of the work that `--only` names.
 */
const faults: Fault[] = [
  ...killed,
  ...powerLoss,
  ...badDisk,
  ...damaged,
  ...swapped,
  ...clockSet,
  ...held,
  ...realHosts,
  ...singleInstance,
];

interface Counted {
  rounds: number;
  faults: number;
  losses: string[];
  skipped: string | null;
}

async function oneRound({ name, round }: Fault, nth: number, counted: Counted): Promise<void> {
  const { faults, losses, skipped } = await round(nth).catch((error) => ({
    ...{ faults: 0, skipped: undefined },
    losses: [`the round did not end: ${error instanceof Error ? error.stack : error}`],
  }));
  if (skipped) {
    counted.skipped = skipped;
    return;
  }
  counted.rounds += 1;
  counted.faults += faults;
  counted.losses.push(...losses);
  for (const loss of losses) console.log(`LOSS  ${name}: ${loss}`);
}

/** Another order each round, so that a run that is short of time does not always leave the same ones out. */
function shuffled(all: readonly Fault[]): Fault[] {
  return all
    .map((fault) => ({ fault, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ fault }) => fault);
}

function tell(results: ReadonlyMap<string, Counted>): void {
  console.log(`${'fault'.padEnd(32)}${'rounds'.padStart(8)}${'faults'.padStart(8)}${'losses'.padStart(8)}`);
  const total = { rounds: 0, faults: 0, losses: 0 };
  for (const [name, { rounds, faults, losses, skipped }] of results) {
    if (rounds === 0 && !skipped) continue;
    const figures = [rounds, faults, losses.length].map((figure) => String(figure).padStart(8)).join('');
    console.log(skipped ? `${name.padEnd(32)}  skipped: ${skipped}` : `${name.padEnd(32)}${figures}`);
    total.rounds += rounds;
    total.faults += faults;
    total.losses += losses.length;
  }
  const figures = Object.values(total).map((figure) => String(figure).padStart(8));
  console.log(`${'all'.padEnd(32)}${figures.join('')}`);
}

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { rounds: text, only: text, seconds: text, report: text, 'left-out': { type: 'boolean' } },
});

/** For whoever runs this among other tests. */
function reportOf(all: ReadonlyMap<string, Counted>) {
  const counted = [...all.values()];
  const skipped = counted.map((kind) => kind.skipped).filter((why) => why !== null);
  return { kinds: all.size, tried: counted.filter(({ rounds }) => rounds > 0).length, skipped };
}

/** Tells which syncs the rounds would miss; null where nothing can be recorded. */
async function tellLeftOut(): Promise<number> {
  const library = interposed();
  const all = 'missing' in library ? [] : await leaveOutEach(library.file, values.only ?? '');
  if ('missing' in library) console.log(`skipped: ${library.missing}`);
  for (const { task, sync, times, isFound, withNext } of all) {
    const next = withNext ? ', and the next' : '';
    console.log(`${isFound ? 'found    ' : 'NOT FOUND'} ${task}: ${sync} (${times}${next})`);
  }
  return all.filter(({ isFound }) => !isFound).length;
}

const rounds = values['left-out'] ? 0 : Number(values.rounds ?? 5);
let unseen = 0;
/** No round begins later than this: the test command has only so much time. */
const until = Date.now() + Number(values.seconds ?? Number.POSITIVE_INFINITY) * 1000;
const asked = faults.filter(({ name }) => name.includes(values.only ?? ''));
const results = new Map<string, Counted>(
  asked.map(({ name }) => [name, { rounds: 0, faults: 0, losses: [], skipped: null }]),
);
try {
  if (values['left-out']) unseen = await tellLeftOut();
  for (let nth = 0; nth < rounds; nth += 1) {
    for (const fault of shuffled(asked)) {
      const counted = results.get(fault.name);
      if (counted && !counted.skipped && Date.now() < until) await oneRound(fault, nth, counted);
    }
  }
} finally {
  await forgetPractice();
  await forgetPrepared();
  forgetWorked();
  forgetInterposed();
  forgetBuiltCore();
  await closeSharedThread();
  await closeHosts();
}
if (!values['left-out']) tell(results);
if (values.report) writeFileSync(values.report, JSON.stringify(reportOf(results)));
const ended = [...results.values()];
// A run that got to nothing has shown nothing.
const nothingTried = !values['left-out'] && !ended.some(({ rounds, skipped }) => rounds > 0 || skipped);
process.exitCode = nothingTried || unseen > 0 || ended.some(({ losses }) => losses.length > 0) ? 1 : 0;
