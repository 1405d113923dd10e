import { globSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type Change, Disk, type Keeps, readChanges } from './disk.ts';
import { readLines } from './facts.ts';
import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { interposed, through } from './interposed.ts';
import { missingFrom, standingIn } from './killed.ts';
import { newFolder, type Practice, practice, remove, stickOf } from './practice.ts';
import { runCore, type Task, tasks } from './stopping.ts';
import { outOfOrder } from './syncOrder.ts';

/** So many moments of one recording are looked at in a round. */
const MOMENTS = 10;
const kinds: readonly Keeps[] = ['everything', 'namesInOrder', 'anyNames'];

function filesIn(folder: string): Map<string, { inode: string; content: Buffer }> {
  const names = [folder, stickOf(folder)].flatMap((cwd) =>
    globSync('**/*', { cwd }).map((name) => path.join(cwd, name)),
  );
  const files = names.filter((name) => statSync(name).isFile() && !name.includes('in-use.lock'));
  return new Map(files.map((name) => [name, { inode: String(statSync(name).ino), content: readFileSync(name) }]));
}

/** Half of the moments are right after an answer or beside a rename, where what was promised is the most. */
function momentIn(changes: readonly Change[]): number {
  const telling = changes.flatMap(({ kind }, at) => (/[ARU]/.test(kind) ? [at, at + 1, at + 2] : []));
  const chosen = telling[Math.floor(Math.random() * telling.length)];
  if (chosen !== undefined && Math.random() < 0.5) return Math.min(chosen, changes.length);
  return Math.floor(Math.random() * (changes.length + 1));
}

interface Recording {
  folder: string;
  log: string;
  before: Record<string, string>;
  files: ReturnType<typeof filesIn>;
  changes: Change[];
  losses: string[];
}

/** Everything that a core changes on the disk while it does what it does. */
export async function recorded(task: Task, made: Practice, library: string): Promise<Recording> {
  const folder = await task.folder(made);
  const before = standingIn(folder);
  const files = filesIn(folder);
  const log = `${folder}.log`;
  const env = through(library, folder, { FAULT_LOG: log });
  const { code, errors } = await runCore(task, { folder, env, killAfter: null });
  const losses = code === 0 ? [] : [`it ended with ${code}: ${errors}`];
  const changes = readChanges(log);
  if (!changes.some(({ kind }) => kind === 'S')) losses.push('nothing was recorded');
  losses.push(...outOfOrder(changes, files, folder));
  return { folder, log, before, files, changes, losses };
}

/** The store says where its stick is: what the cut left of that one is there now. */
function putIn(place: string, stick: string): void {
  rmSync(place, { recursive: true, force: true });
  symlinkSync(stick, place);
}

/** Records every write of what a core does, and works out what a power cut at a moment of it may leave. */
function powerLossDuring(task: Task): Fault {
  return {
    name: `power lost: ${task.name}`,
    async round(): Promise<Outcome> {
      const library = interposed();
      if ('missing' in library) return { faults: 0, losses: [], skipped: library.missing };
      const made = await practice();
      const { folder, log, before, files, changes, losses } = await recorded(task, made, library.file);
      for (let nth = 0; nth < MOMENTS; nth += 1) {
        const disk = new Disk(files);
        for (const change of changes.slice(0, momentIn(changes))) disk.change(change);
        const keeps = kinds[nth % kinds.length] ?? 'anyNames';
        const after = newFolder();
        disk.writeTo(after, folder, keeps);
        putIn(stickOf(folder), stickOf(after));
        const lines = [...task.before, ...readLines(disk.output)];
        const look = { key: task.changesKey ? null : made.key, ...task };
        const found = [...missingFrom(after, before, task), ...(await lossesIn(after, lines, look))];
        losses.push(...found.map((loss) => `${keeps}: ${loss}`));
        remove(after);
      }
      remove(folder);
      remove(log);
      return { faults: MOMENTS, losses };
    },
  };
}

export const powerLoss = tasks.map(powerLossDuring);
