const dayMs = 24 * 3_600_000;

/** The calendar day a number of days later, `2026-11-21`; a calendar day has no time zone. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

export const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
