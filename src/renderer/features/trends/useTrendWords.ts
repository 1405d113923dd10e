import { useMemo } from 'react';
import type {
  TrendDimension,
  TrendEvent,
  TrendPeriod,
  TrendSignal,
  TrendUnit,
} from '../../../shared/contract/trends.ts';
import { trendEventName, trendValue } from '../../../shared/i18n/trendWords.ts';
import { useFormat } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** How the page names periods, values, events and what is out of the ordinary. */
export function useTrendWords() {
  const t = useTexts();
  const format = useFormat();
  const language = useLanguage();
  return useMemo(() => {
    const inCalendar = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone: 'UTC', ...options });
    const dayMonth = inCalendar({ day: 'numeric', month: 'short' });
    const weekdayLong = inCalendar({ weekday: 'long' });
    const month = inCalendar({ month: 'short' });
    const monthYear = inCalendar({ month: 'long', year: 'numeric' });
    const short = (day: string) => dayMonth.format(Date.parse(day)).replace('.', '');
    /** With its year when that is not the year of the end. */
    const start = (from: string, lastDay: string) =>
      from.slice(0, 4) === lastDay.slice(0, 4) ? short(from) : format.shortDate(from);
    const range = (from: string, lastDay: string) =>
      from === lastDay
        ? format.shortDate(from)
        : t('trends:shown', { from: start(from, lastDay), lastDay: format.shortDate(lastDay) });
    const figures = (signal: TrendSignal) => ({
      value: format.number(signal.perHundred),
      usual: format.number(signal.usual),
      margin: format.number(signal.margin),
    });

    return {
      value: (of: TrendDimension, value: string | null) => trendValue(t, language, of, value),
      range,
      weekday: (day: string) => weekdayLong.format(Date.parse(day)),
      figures,
      /** Under a bar. */
      tick(unit: TrendUnit, from: string): string {
        if (unit === 'year') return from.slice(0, 4);
        return unit === 'month' ? month.format(Date.parse(from)).replace('.', '') : short(from);
      },
      period(unit: TrendUnit, { from, lastDay }: Pick<TrendPeriod, 'from' | 'lastDay'>): string {
        if (unit === 'year') return from.slice(0, 4);
        return unit === 'month' ? monthYear.format(Date.parse(from)) : range(from, lastDay);
      },
      signal: (signal: TrendSignal, { from, lastDay }: TrendPeriod) =>
        t(`trends:signal.${signal.direction}`, { from: range(from, lastDay), ...figures(signal) }),
      shortSignal: (signal: TrendSignal) =>
        t(signal.direction === 'above' ? 'trends:signal.shortAbove' : 'trends:signal.shortBelow', figures(signal)),
      event: (event: Pick<TrendEvent, 'kind' | 'what'>) => trendEventName(t, event),
      letter: (index: number) => LETTERS[index] ?? String(index + 1),
    };
  }, [t, format, language]);
}

/** The events of a period, with their place in the list. */
export const eventsOf = (events: readonly TrendEvent[], { from, lastDay }: Pick<TrendPeriod, 'from' | 'lastDay'>) =>
  events
    .map((event, index) => ({ event, index }))
    .filter(({ event }) => event.from <= lastDay && event.lastDay >= from);
