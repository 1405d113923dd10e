import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The nightly form of the fuzz tests: `npm run test:fuzz -- --inputs 20000`, with `--seed S` to see a failure again. */
const { values } = parseArgs({ options: { inputs: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const env = {
  ...process.env,
  FUZZ_INPUTS: values.inputs,
  FUZZ_SEED: values.seed ?? String(Date.now() % 2 ** 31),
};
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'tests/vitest.config.ts', 'fuzz', 'line.test', 'preview.test'],
  {
    cwd: path.join(import.meta.dirname, '..'),
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
process.exitCode = status ?? 1;
