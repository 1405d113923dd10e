import { parentPort } from 'node:worker_threads';
import { errorCode } from './store/problem.ts';
import { runTask } from './tasks.ts';

/** The thread that does a task; `offMainThread.ts` is the other end. */
parentPort?.on('message', async ({ id, name, input }) => {
  try {
    parentPort?.postMessage({ id, output: await runTask(name, input) });
  } catch (error) {
    parentPort?.postMessage({ id, failure: error instanceof Error ? errorCode(error) : 'unknown' });
  }
});
