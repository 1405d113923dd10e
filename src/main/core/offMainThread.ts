import { Worker } from 'node:worker_threads';
import { TracedError } from './store/trace.ts';
import type { TaskInputs, TaskName, TaskOutputs } from './tasks.ts';

/** A task on the other thread did not succeed; `code` says why, without anything personal. */
export class TaskFailure extends TracedError {
  readonly code: string;

  constructor(name: TaskName, code: string, trace: string) {
    super(`${name}: ${code}`, trace);
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
  /** Has the thread ready, so that the next unlock does not wait for it to start. */
  wake(): void;
  close(): Promise<void>;
}

interface Options {
  /** What Node itself is told for the thread. */
  execArgv?: string[] | undefined;
  /** Whether the thread may end once nothing was asked of it for a while. */
  mayRest(): boolean;
}

/** The memory that deriving a key takes is given back only by ending the thread it was done on. */
const REST_AFTER_MILLISECONDS = 4000;
const FIRST_WAKE_MILLISECONDS = 1000;

/** A thread, and what was asked of it and not yet answered; that fails when the thread ends by itself. */
function startThread(workerFile: string | URL, execArgv: string[] | undefined, onEnd: () => void) {
  const worker = new Worker(workerFile, { execArgv });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const ready = Promise.withResolvers<void>();
  worker.on('message', ({ id, output, failure, trace, isReady }) => {
    if (isReady) return ready.resolve();
    const task = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) task?.resolve(output);
    else task?.reject(new TaskFailure(task.name, failure, trace));
  });
  const end = (error: Error) => {
    onEnd();
    for (const task of waiting.values()) task.reject(error);
    waiting.clear();
    ready.resolve();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread has ended')));

  return {
    run<Name extends TaskName>(name: Name, input: TaskInputs[Name]): Promise<TaskOutputs[Name]> {
      return new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject, name });
        worker.postMessage({ id: lastId, name, input });
      });
    },
    async end(): Promise<void> {
      await ready.promise;
      await worker.terminate();
    },
  };
}

/** One thread beside the main one, for as long as there is something to do or an unlock to be expected. */
export function startOffMainThread(workerFile: string | URL, { execArgv, mayRest }: Options): OffMainThread {
  const underWay = new Set<Promise<unknown>>();
  let thread: ReturnType<typeof startThread> | null = null;
  let ending: Promise<void> = Promise.resolve();
  let restTimer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function awake() {
    if (isClosed) throw new Error('the thread has ended');
    if (thread) return thread;
    const started = startThread(workerFile, execArgv, () => {
      if (thread === started) thread = null;
    });
    thread = started;
    return started;
  }

  function end(): Promise<void> {
    clearTimeout(restTimer);
    const last = thread;
    thread = null;
    if (last) ending = Promise.all([ending, last.end()]).then(() => undefined);
    return ending;
  }

  function restLater(): void {
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      if (underWay.size === 0 && mayRest()) void end();
    }, REST_AFTER_MILLISECONDS).unref();
  }

  // The window that is being opened comes first; whoever asks sooner wakes the thread.
  const firstWake = setTimeout(awake, FIRST_WAKE_MILLISECONDS).unref();
  return {
    async run(name, input) {
      const done = awake().run(name, input);
      underWay.add(done);
      try {
        return await done;
      } finally {
        underWay.delete(done);
        restLater();
      }
    },
    wake: () => void awake(),
    async close() {
      // Native code that is cut off takes the whole program down with it, so what is under way is finished first.
      while (underWay.size > 0) await Promise.allSettled(underWay);
      isClosed = true;
      clearTimeout(firstWake);
      await end();
    },
  };
}
