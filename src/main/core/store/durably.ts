import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';

function sync(name: string, flags: string): void {
  const descriptor = openSync(name, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What stands in the file outlasts a power cut from now on. */
export function syncFile(file: string): void {
  sync(file, 'r+');
}

/** And so does which names stand in the folder. Windows keeps those in order by itself and syncs no folder. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r');
}

/** Gives a file another name that outlasts a power cut. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(path.dirname(to));
}
