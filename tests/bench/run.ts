import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../src/tools/run.ts';
import { BenchContext, type Row } from './context.ts';
import { type BenchOptions, Mistake, readOptions, usage } from './options.ts';
import { type Measured, type RowName, rounded, tableOf, Unmeasurable } from './result.ts';
import { bundle } from './rows/bundle.ts';
import { card } from './rows/card.ts';
import { memory, start } from './rows/electron.ts';
import { paint } from './rows/paint.ts';
import { review } from './rows/review.ts';
import { save } from './rows/save.ts';
import { search } from './rows/search.ts';
import { unlock } from './rows/unlock.ts';

/** In the order in which they are measured: what only reads comes before what writes, and another program last. */
const rows: Record<RowName, Row> = { search, card, review, save, unlock, paint, start, memory, bundle };
const needBuild: readonly RowName[] = ['paint', 'start', 'memory', 'bundle'];

async function measureAll(asked: readonly RowName[], context: BenchContext): Promise<Measured[]> {
  const built = !asked.some((row) => needBuild.includes(row)) || build();
  const results: Measured[] = [];
  const skipped: string[] = [];
  for (const [name, row] of Object.entries(rows)) {
    const known = asked.find((rowName) => rowName === name);
    if (!known) continue;
    console.error(`Measuring ${name} …`);
    try {
      if (!built && needBuild.includes(known)) throw new Unmeasurable('the program could not be built');
      results.push(...(await row(context)));
    } catch (error) {
      // What was measured before is worth its minutes: it is printed all the same.
      if (!(error instanceof Unmeasurable)) process.exitCode = 1;
      const reason = error instanceof Error ? error.message : String(error);
      skipped.push(`${name}: ${error instanceof Unmeasurable ? 'skipped' : 'failed'}, ${reason}`);
    }
  }
  console.log(tableOf(results));
  for (const line of skipped) console.log(line);
  return results;
}

async function run({ sizes, rows: asked, json, stores, strict }: BenchOptions): Promise<void> {
  const folder = stores ? path.resolve(stores) : mkdtempSync(path.join(tmpdir(), 'rugdekking-bench-'));
  const context = new BenchContext(folder, sizes);
  try {
    const results = await measureAll(asked, context);
    const passed = results.filter(({ pass }) => pass).length;
    console.log(`\n${passed} of ${results.length} measured rows meet their target`);
    if (json) writeFileSync(json, `${JSON.stringify(results.map(rounded), null, 2)}\n`);
    if (strict && passed < results.length) process.exitCode = 1;
  } finally {
    await context.closePractices();
    if (!stores) rmSync(folder, { recursive: true, force: true });
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options);
  else console.log(usage);
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(`${error.message}\nAll arguments: npm run bench -- --help`);
  process.exitCode = 2;
}
