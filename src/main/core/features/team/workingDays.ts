/** How the days of the week that somebody works on stand in the store: `12345`. */
export const writtenDays = (days: readonly number[]): string => [...new Set(days)].sort().join('');

export const readDays = (written: string): number[] => [...written].map(Number);
