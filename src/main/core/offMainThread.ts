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
  const underWay = new Set<Promise<unknown>>();
  let lastId = 0;
  let ended: Error | null = null;
  const ready = Promise.withResolvers<void>();
  worker.on('message', ({ id, output, failure, isReady }) => {
    if (isReady) return ready.resolve();
    const task = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) task?.resolve(output);
    else task?.reject(new TaskFailure(task.name, failure));
  });
  const end = (error: Error) => {
    ended ??= error;
    for (const task of waiting.values()) task.reject(ended);
    waiting.clear();
    ready.resolve();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread has ended')));

  return {
    run<Name extends TaskName>(name: Name, input: TaskInputs[Name]) {
      const done = new Promise<TaskOutputs[Name]>((resolve, reject) => {
        if (ended) return reject(ended);
        lastId += 1;
        waiting.set(lastId, { resolve, reject, name });
        worker.postMessage({ id: lastId, name, input });
      });
      underWay.add(done);
      const forget = () => underWay.delete(done);
      done.then(forget, forget);
      return done;
    },
    async close() {
      // Native code that is cut off takes the whole program down with it, so what is under way is finished first.
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await ready.promise;
      await worker.terminate();
    },
  };
}
