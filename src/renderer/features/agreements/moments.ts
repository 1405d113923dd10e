import type { AgreedMoment } from '../../../shared/contract/agreements.ts';
import { type Texts, useLanguage, useTexts } from '../../app/texts.ts';

/** 1 January 2024 was a Monday. */
const dayOfWeek = (weekday: number): number => Date.UTC(2024, 0, weekday);

/** Monday to Sunday in the language of the window. */
export function useWeekdays(style: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(useLanguage(), { weekday: style, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => format.format(dayOfWeek(weekday)));
}

function momentText(t: Texts, weekdays: readonly string[], { weekday, from, until }: AgreedMoment): string {
  return t('agreements:momentAt', { weekday: weekdays[weekday - 1] ?? '', from, until });
}

/** `dinsdag 14:00–15:00`. */
export function useMomentText(): (moment: AgreedMoment) => string {
  const t = useTexts();
  const weekdays = useWeekdays('long');
  return (moment) => momentText(t, weekdays, moment);
}

export const isSameMoment = (a: AgreedMoment, b: AgreedMoment): boolean =>
  a.weekday === b.weekday && a.from === b.from && a.until === b.until;

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
