import { rmSync } from 'node:fs';

/** Takes away a store or a copy of one, with what SQLite may have left beside it. */
export function removeWithRests(file: string): void {
  for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${rest}`, { force: true });
}
