import type { Fault, Outcome } from './fault.ts';
import { lossesIn } from './found.ts';
import { checksums, practice, remove, stickOf } from './practice.ts';
import { runCore, type Task, tasks } from './stopping.ts';

const ON_STICK = 'stick/';

/** Every file of a practice and of the stick beside it, with its checksum. */
export function standingIn(folder: string): Record<string, string> {
  const onStick = Object.entries(checksums(stickOf(folder)));
  return { ...checksums(folder), ...Object.fromEntries(onStick.map(([name, sum]) => [`${ON_STICK}${name}`, sum])) };
}

/** What stood there and may not change: backups, and a store that another takes the place of or that lacks something. */
export function missingFrom(folder: string, before: Record<string, string>, task: Task): string[] {
  const after = standingIn(folder);
  const isBackup = (name: string) => name.startsWith('backups/') || (name.startsWith(ON_STICK) && name.endsWith('.db'));
  const mayBeGone = (name: string) => task.removesBackups === true && after[name] === undefined;
  const kept = Object.entries(before).filter(([name, sum]) => isBackup(name) && after[name] !== sum);
  const losses = kept.filter(([name]) => !mayBeGone(name)).map(([name]) => `${name} changed or is gone`);
  const standing = Object.values(after);
  const gone = (task.keeps ?? []).filter((name) => before[name] && !standing.includes(before[name]));
  return [...losses, ...gone.map((name) => `the ${name} that stood there is gone`)];
}

/** `kill -9` at a random moment of what a core is busy with: whatever it said it had done is there. */
function killedDuring(task: Task): Fault {
  return {
    name: `killed: ${task.name}`,
    async round(): Promise<Outcome> {
      const made = await practice();
      const folder = await task.folder(made);
      const before = standingIn(folder);
      const { lines, code, errors } = await runCore(task, { folder, killAfter: Math.random() * task.within });
      const losses = [
        ...missingFrom(folder, before, task),
        ...(await lossesIn(folder, lines, { key: task.changesKey ? null : made.key, ...task })),
      ];
      if (code !== null && code !== 0) losses.push(`it ended by itself with ${code}: ${errors}`);
      remove(folder);
      return { faults: code === null ? 1 : 0, losses };
    },
  };
}

export const killed = tasks.map(killedDuring);
