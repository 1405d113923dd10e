import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What puts files in their place or onto the disk: before and after each of these a power cut finds something else. */
const steps = ['renameSync', 'fsyncSync'] as const;

/** From now on the process ends as by kill -9 just before the so-many-th of these steps; returns how many there were. */
export function dieAtStep(last: number): () => number {
  let taken = 0;
  for (const name of steps) {
    const original = fs[name];
    Reflect.set(fs, name, (...given: unknown[]) => {
      taken += 1;
      if (taken === last) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(original, fs, given);
    });
  }
  syncBuiltinESMExports();
  return () => taken;
}
