import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Comes and goes with the program itself, and holds nothing of the practice. */
const ownFiles = ['in-use.lock', 'in-use.lock-journal', 'window.json', 'store.db-shm'];

/** The checksum of every file of a practice, by its path in the folder. */
export function checksums(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(path.join(folder, file)).isFile());
  return Object.fromEntries(
    files
      .filter((file) => !ownFiles.includes(file))
      .sort()
      .map((file) => [file, checksum(path.join(folder, file))]),
  );
}

export function checksum(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Turns the bytes of part of a file over, as a worn disk does; the part is given in shares of the whole. */
export function damage(file: string, [from, to]: readonly [number, number]): void {
  const content = readFileSync(file);
  const part = content.subarray(content.length * from, content.length * to);
  for (const [index, byte] of part.entries()) part[index] = byte ^ 0xff;
  writeFileSync(file, content);
}
