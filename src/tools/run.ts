import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm hands a signal to its shell only, so without this a program would go on after npm was stopped. */
const parent = process.ppid;
const parentCheckEvery = 500;

/** Builds the program; it takes a moment only, so nobody has to know whether it was needed. */
export function build(): boolean {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  // Only its errors matter here; what it says goes where it cannot be taken for an answer of this program.
  const { status } = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  return status === 0;
}

/** Whether a program can be called by its name. */
export function isThere(program: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [program]).status === 0;
}

export interface Ending {
  code: number;
  /** Whether it was stopped from outside, and did not end by itself. */
  stopped: boolean;
}

/** Runs a program until it ends, and stops it when this one is stopped. */
export function runUntilEnd(command: string, options: string[]): Promise<Ending> {
  const child = spawn(command, options, { cwd: root, stdio: 'inherit' });
  let stopped = false;
  const stop = (signal: NodeJS.Signals) => {
    stopped = true;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, stop);
  const parentCheck = setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM');
  }, parentCheckEvery);
  return ended(child).then((code) => {
    clearInterval(parentCheck);
    for (const signal of signals) process.off(signal, stop);
    return { code, stopped };
  });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
