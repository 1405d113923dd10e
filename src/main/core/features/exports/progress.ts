import type { ExportProgress } from '../../../../shared/contract/exports.ts';

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
export const isCancelled = (counters: Counters): boolean => Atomics.load(counters, CANCELLED) === 1;
