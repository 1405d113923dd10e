import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { interposed, through } from './interposed.ts';
import { missingFrom, standingIn } from './killed.ts';
import { practice, remove } from './practice.ts';
import { runCore, type Task, tasks } from './stopping.ts';

const disks: Record<string, () => Record<string, string>> = {
  'disk full': () => ({ FAULT_FULL: String(Math.floor(Math.random() ** 2 * 600_000)) }),
  'disk failing': () => ({ FAULT_SICK: String(Math.floor(Math.random() ** 2 * 1_200_000)) }),
  'disk read-only': () => ({ FAULT_READ_ONLY: '1' }),
};

/** A disk that takes no more from some moment on: what is refused is said to be, and the rest is there afterwards. */
function badDiskDuring(disk: string, env: () => Record<string, string>, task: Task): Fault {
  return {
    name: `${disk}: ${task.name}`,
    async round(): Promise<Outcome> {
      const library = interposed();
      if ('missing' in library) return { faults: 0, losses: [], skipped: library.missing };
      const made = await practice();
      const folder = await task.folder(made);
      const before = standingIn(folder);
      const ran = await runCore(task, { folder, env: through(library.file, folder, env()), killAfter: null });
      const losses = [
        ...missingFrom(folder, before, task),
        ...(await lossesIn(folder, ran.lines, { key: task.changesKey ? null : made.key, ...task })),
      ];
      if (ran.code !== 0) losses.push(`it ended with ${ran.code}: ${ran.errors}`);
      remove(folder);
      return { faults: 1, losses };
    },
  };
}

export const badDisk = Object.entries(disks).flatMap(([disk, env]) =>
  tasks.map((task) => badDiskDuring(disk, env, task)),
);
