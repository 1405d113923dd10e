import { parentPort } from 'node:worker_threads';
import { errorCode } from './store/problem.ts';
import { traceOf } from './store/trace.ts';
import { runTask } from './tasks.ts';

/** Overwrites the bytes that came or went as a copy, so that no key stays in this thread's memory. */
function wipe(value: unknown): void {
  if (value instanceof Uint8Array) value.fill(0);
  else if (Array.isArray(value)) value.forEach(wipe);
  else if (value instanceof Object && 'dataEncryptionKey' in value) wipe(value.dataEncryptionKey);
}

/** The thread that does a task; `offMainThread.ts` is the other end. */
parentPort?.on('message', async ({ id, name, input }) => {
  try {
    const output = await runTask(name, input);
    parentPort?.postMessage({ id, output });
    wipe(output);
  } catch (error) {
    parentPort?.postMessage({ id, failure: errorCode(error), trace: traceOf(error) });
  } finally {
    Object.values(input).forEach(wipe);
  }
});

// From here on it can be ended: Node itself may fall over a thread that is cut off while it loads.
parentPort?.postMessage({ isReady: true });
