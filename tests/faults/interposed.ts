import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { newFolder, remove } from './practice.ts';

let library: { file: string } | { missing: string } | null = null;

/** Compiles the library that stands between a program and its files, once in a run. */
export function interposed(): { file: string } | { missing: string } {
  library ??= compile();
  return library;
}

function compile(): { file: string } | { missing: string } {
  if (process.platform !== 'linux') return { missing: 'it takes Linux' };
  const file = path.join(newFolder(), 'interposed.so');
  const source = path.join(import.meta.dirname, 'interposed.c');
  const { status, error, stderr } = spawnSync('gcc', [
    '-shared',
    '-fPIC',
    '-O1',
    '-o',
    file,
    source,
    '-ldl',
    '-lpthread',
  ]);
  if (status === 0) return { file };
  remove(path.dirname(file));
  return { missing: error ? 'gcc is not here (Debian: apt-get install gcc libc6-dev)' : String(stderr) };
}

export function forgetInterposed(): void {
  if (library && 'file' in library) remove(path.dirname(library.file));
  library = null;
}

/** What a program must be told so that its calls go through the library. */
export function through(file: string, folder: string, more: Record<string, string>): NodeJS.ProcessEnv {
  return { LD_PRELOAD: file, UV_USE_IO_URING: '0', FAULT_FOLDER: folder, ...more };
}
