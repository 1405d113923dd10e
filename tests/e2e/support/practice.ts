import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Language } from '../../../src/shared/contract/base.ts';
import { root } from './hosts.ts';

/** What opens the practice beside a password; kept outside its folder. */
const secrets = z.object({
  /** Eight groups of four characters. */
  recoveryKey: z.array(z.string()),
  /** In hexadecimals. */
  dataEncryptionKey: z.string(),
});
export type Secrets = z.infer<typeof secrets>;

/** Runs one of the scripts beside this file in a process of its own, because they load the native addon. */
export function runScript(name: string, ...args: string[]): void {
  const script = path.join(import.meta.dirname, name);
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
}

/** Makes the practice of people.ts in a folder, whose workers have chosen a language. */
export function makePractice(folder: string, language: Language): Secrets {
  const file = `${folder}-secrets.json`;
  runScript('makePractice.ts', folder, file, language);
  return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}
