import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './hosts.ts';

/** Makes the practice of people.ts in a folder, in a process of its own because that loads the native addon. */
export async function makePractice(folder: string): Promise<void> {
  const script = path.join(import.meta.dirname, 'makePractice.ts');
  const made = spawnSync(process.execPath, [script, folder], { cwd: root, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`the practice for the specs could not be made: ${made.stderr}`);
}
