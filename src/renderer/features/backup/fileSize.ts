const units = ['kB', 'MB', 'GB'] as const;

/** A size in the largest unit that leaves a figure before the comma: `12,3 MB`. */
export function fileSize(bytes: number, formatNumber: (value: number) => string): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatNumber(Math.max(0.1, value))} ${units[unit]}`;
}
