import type { ExportProgress } from '../../shared/contract/exports.ts';
import { errorCode } from './store/problem.ts';

/** Shared by both threads: how much is done, of how much, and whether to stop. */
export type Counters = Int32Array<SharedArrayBuffer>;

const DONE = 0;
const TOTAL = 1;
const CANCELLED = 2;

export const newCounters = (): Counters => new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));

export function tellProgress(counters: Counters, done: number, total: number): void {
  Atomics.store(counters, DONE, done);
  Atomics.store(counters, TOTAL, total);
}

export const progressOf = (counters: Counters): ExportProgress => ({
  done: Atomics.load(counters, DONE),
  total: Atomics.load(counters, TOTAL),
});

export const cancel = (counters: Counters): void => {
  Atomics.store(counters, CANCELLED, 1);
};
/** What a task on the other thread ends with when it was stopped; `code` crosses to the main thread. */
export class Stopped extends Error {
  readonly code = 'STOPPED';
}

/** Whether a task on the other thread ended because somebody stopped it. */
export const isStopped = (error: unknown): boolean => errorCode(error) === 'STOPPED';

/** Tells how far a task is, and ends it when it was stopped. */
export const stepOf =
  (counters: Counters) =>
  (done: number, total: number): void => {
    tellProgress(counters, done, total);
    if (isCancelled(counters)) throw new Stopped();
  };

export const isCancelled = (counters: Counters): boolean => Atomics.load(counters, CANCELLED) === 1;
