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
