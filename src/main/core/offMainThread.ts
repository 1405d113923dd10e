import { Worker } from 'node:worker_threads';
import type { TaskInputs, TaskName, TaskOutputs } from './tasks.ts';

/** A task on the other thread did not succeed; `code` says why, without anything personal. */
export class TaskFailure extends Error {
  readonly code: string;

  constructor(name: TaskName, code: string) {
    super(`${name}: ${code}`);
    this.code = code;
  }
}

interface Waiting {
  name: TaskName;
  resolve(output: unknown): void;
  reject(reason: Error): void;
}

export interface OffMainThread {
  run<Name extends TaskName>(name: Name, input: TaskInputs[Name]): Promise<TaskOutputs[Name]>;
  close(): Promise<void>;
}

/** One thread beside the main one, kept ready so that the first unlock does not wait for it to start. */
export function startOffMainThread(workerFile: string | URL, execArgv?: string[]): OffMainThread {
  const worker = new Worker(workerFile, { execArgv });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.on('message', ({ id, output, failure }) => {
    const task = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) task?.resolve(output);
    else task?.reject(new TaskFailure(task.name, failure));
  });
  worker.on('error', (error) => {
    for (const task of waiting.values()) task.reject(error);
    waiting.clear();
  });
  return {
    run(name, input) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, name });
        worker.postMessage({ id, name, input });
      });
    },
    async close() {
      await worker.terminate();
    },
  };
}
