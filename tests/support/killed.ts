import { cpSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './practice.ts';
import type { PracticeCopy } from './template.ts';

/** The folder as a killed program leaves it: what was written stands there, nothing was closed. */
export function killed(opened: PracticeCopy): PracticeCopy {
  const folder = temporaryFolder();
  cpSync(opened.folder, folder, { recursive: true, filter: (name) => !/in-use\.lock|-shm$/.test(name) });
  return { ...opened, folder };
}

export const inFolder = ({ folder }: PracticeCopy, name: string): string => path.join(folder, name);
