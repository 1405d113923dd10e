import type { NewCaller } from '../../../shared/contract/callers.ts';

/** `12-4-1961`, `12 04 1961` or `12041961` as `1961-04-12`; null when it is no date. */
export function readBirthDate(typed: string): string | null {
  const match =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  if (!match) return null;
  const [day, month, year] = match.slice(1).map(Number);
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCDate() === day && date.getUTCMonth() === month - 1 && year >= 1880;
  return exists && date.getTime() < Date.now() ? date.toISOString().slice(0, 10) : null;
}

/** Puts what was typed in the search field in the field of the new caller where it belongs. */
export function newCallerFrom(query: string): NewCaller {
  const typed = query.trim();
  const birthDate = readBirthDate(typed);
  if (birthDate) return { displayName: '', number: '', birthDate };
  if (/^[+\d][\d\s().-]*$/.test(typed)) return { displayName: '', number: typed, birthDate: null };
  return { displayName: typed, number: '', birthDate: null };
}
