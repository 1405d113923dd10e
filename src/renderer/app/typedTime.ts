/** `9`, `9.30`, `930` or `9:30` as `09:30`; null when it is no time. */
export function readTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(typed.trim());
  const [, hour = '', minute = '00'] = match ?? [];
  return match && Number(hour) < 24 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** `3-12-2026`, or `2026-12-03` itself, as `2026-12-03`; null when it is no date. */
export function readDay(typed: string): string | null {
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed.trim())?.slice(1).reverse();
  const parts = dayFirst ?? /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim())?.slice(1);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** `2026-12-03` as it is typed: `3-12-2026`. */
export const typedDay = (day: string | null): string => (day ? day.split('-').reverse().map(Number).join('-') : '');
