import { closeSync, fsyncSync, openSync } from 'node:fs';
import path from 'node:path';

function syncAt(file: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(file, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Returns when what was written to a file is on the disk itself. */
export function syncFile(file: string): void {
  syncAt(file, 'r+');
}

/** The same for the names in the folder of a file; Windows writes those by itself and opens no folder. */
export function syncFolderOf(file: string): void {
  if (process.platform !== 'win32') syncAt(path.dirname(file), 'r');
}
