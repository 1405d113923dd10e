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

/** What was measured of one thing, and of what it is compared with. */
export interface TwinTimes {
  own: number[];
  plain: number[];
}

export const noTimes = (): TwinTimes => ({ own: [], plain: [] });

/** The fields of a row. */
export function figuresOf({ own, plain }: TwinTimes) {
  return { p50_ms: median(own), p95_ms: p95(own), plain_p50_ms: median(plain), plain_p95_ms: p95(plain) };
}
