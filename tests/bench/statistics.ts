/** The value below which a part of the measurements lies; 0.5 is the median. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
export const p95 = (values: readonly number[]): number => percentile(values, 0.95);

/** How long something took, in milliseconds. */
export async function timed(action: () => unknown): Promise<number> {
  const begin = performance.now();
  await action();
  return performance.now() - begin;
}
