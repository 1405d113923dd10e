import type { TaskName } from '../../src/main/core/tasks.ts';
import type { TestCore } from './practice.ts';

/** How work that goes on is asked about, and stopped. */
interface Asked {
  progress(): Promise<unknown>;
  cancel(): Promise<unknown>;
}

/** Asks how far it is, and stops it, each time that the other thread is about to begin a task, until it `goesOn`. */
export function stoppedAt({ core }: Pick<TestCore, 'core'>, name: TaskName, { progress, cancel }: Asked) {
  const { offMainThread } = core.context.core;
  const { run } = offMainThread;
  const told: unknown[] = [];
  let stops = true;
  offMainThread.run = async (task, input) => {
    if (task === name) {
      told.push(await progress());
      if (stops) await cancel();
    }
    return run(task, input);
  };
  const goesOn = () => {
    stops = false;
  };
  return { told, goesOn };
}

/** Of what is done with backups while somebody is at work. */
export const backingUp = ({ client }: Pick<TestCore, 'client'>): Asked => ({
  progress: () => client.backup.progress(),
  cancel: () => client.backup.cancel(),
});

/** Of what is done while the store cannot be opened. */
export const recovering = ({ client }: Pick<TestCore, 'client'>): Asked => ({
  progress: () => client.backup.restoreProgress(),
  cancel: () => client.backup.cancelRestore(),
});
