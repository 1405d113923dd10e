import { cpSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './practice.ts';

/** Every file in a folder by its path, with its content; without the lock, which comes and goes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const files = globSync('**/*', { cwd: folder })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .filter((name) => !path.basename(name).startsWith('in-use.lock'))
    .sort();
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** A copy of a folder as it lies on the disk now, as after a power cut when the store is open. */
export function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true, filter: (file) => !path.basename(file).startsWith('in-use.lock') });
  return copy;
}

/** Turns one bit over, as a worn disk does. */
export function flipBit(file: string, at: number): void {
  const content = readFileSync(file);
  content[at] = (content[at] ?? 0) ^ 1;
  writeFileSync(file, content);
}
