import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/contract/base.ts';
import { useSession } from './session.ts';
import { type Texts, useLanguage, useTexts } from './texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** English texts still read the clock and the calendar the European way. */
const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** The day stays with its month at the end of a line; a year may come on the next one where there is no room. */
const unbroken = (text: string): string => text.replace('.', '').replace(' ', '\u00a0');

/** Facts after each other; the dot ends a line and never begins one. */
export const dotted = (facts: readonly (string | false | null | undefined)[]): string =>
  facts.filter(Boolean).join('\u00a0· ');

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Dates and times as the practice reads them, in its own time zone. */
function createFormat(language: Language, timeZone: string, t: Texts) {
  const locale = locales[language];
  const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const clock = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayMonth = formatter({ day: 'numeric', month: 'short' });
  const dayMonthYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
  const longDayOf = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const longDay = formatter(longDayOf);
  const longDayYear = formatter({ ...longDayOf, year: 'numeric' });
  const longWeekday = formatter({ weekday: 'long' });
  const shortWeekday = formatter({ weekday: 'short' });
  const year = formatter({ year: 'numeric' });
  const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const names = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

  const time = (at: number): string => clock.format(at);
  /** The practice's calendar day an instant falls on, `2026-11-21`. */
  const dayOf = (at: number): string => sortable.format(at);
  /** `3 dec`, with the year when it is not this year. */
  const date = (at: number, now = Date.now()): string =>
    unbroken((year.format(at) === year.format(now) ? dayMonth : dayMonthYear).format(at));
  const daysBetween = (at: number, now: number): number =>
    Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(at))) / (24 * HOUR));

  const momentOf = (at: number, now: number): string => {
    const days = daysBetween(at, now);
    if (days === 0) return time(at);
    return days === 1 ? `${t('common:yesterday')} ${time(at)}` : date(at, now);
  };

  return {
    time,
    date,
    dayOf,
    /** `zaterdag 21 november`, with the year when it is not this year. */
    longDay: (at: number, now = Date.now()): string =>
      (year.format(at) === year.format(now) ? longDay : longDayYear).format(at),
    /** `2026-11-21` as `zaterdag 21 november`, with the year when it is not this year; a calendar day has no time zone. */
    longDate: (day: string, now = Date.now()): string => {
      const options = { ...longDayOf, ...(!day.startsWith(year.format(now)) && ({ year: 'numeric' } as const)) };
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(Date.parse(day));
    },
    /** `2026-11-21` as `21 nov 2026`. */
    shortDate: (day: string): string =>
      unbroken(new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(Date.parse(day))),
    /** `1961-04-12` as `12-04-1961`. */
    birthDate: (day: string): string => day.split('-').reverse().join('-'),
    /** `12 min geleden`, then `13:52`, `gisteren 13:52`, `3 dec`. */
    ago: (at: number, now: number): string => {
      const passed = now - at;
      if (passed < MINUTE) return t('common:justNow');
      if (passed < HOUR) return t('common:minutesAgo', { count: Math.floor(passed / MINUTE) });
      return momentOf(at, now);
    },
    /** The moment itself and not how long ago: `13:52`, `gisteren 13:52`, `3 dec`. */
    moment: momentOf,
    /** An instant to come: `17:30`, `morgen 09:00`, `ma 09:00`, `3 dec`. */
    until: (at: number, now: number): string => {
      const days = -daysBetween(at, now);
      if (days <= 0) return time(at);
      if (days === 1) return `${t('common:tomorrow')} ${time(at)}`;
      if (days < 7) return `${shortWeekday.format(at)} ${time(at)}`;
      return date(at, now);
    },
    /** A time in the coming days by its day: `dinsdag 14:00`, later `dinsdag 1 december 14:00`. */
    weekdayTime: (at: number, now: number): string => {
      const days = -daysBetween(at, now);
      return `${(days < 7 ? longWeekday : longDay).format(at)} ${time(at)}`;
    },
    /** A length of time as `00:42` or `1:03:10`. */
    duration: (ms: number): string => {
      const seconds = Math.max(0, Math.floor(ms / 1000));
      const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
      const tail = `${twoDigits(minutes)}:${twoDigits(seconds % 60)}`;
      return hours > 0 ? `${hours}:${tail}` : tail;
    },
    /** `Anna, Bram en Fatma`. */
    names: (list: readonly string[]): string => names.format(list),
    number: (value: number): string => number.format(value),
  };
}

export type Format = ReturnType<typeof createFormat>;

export function useFormat(): Format {
  const t = useTexts();
  const language = useLanguage();
  const timeZone = useSession(({ state }) => (state?.kind === 'unlocked' ? state.timeZone : 'Europe/Amsterdam'));
  return useMemo(() => createFormat(language, timeZone, t), [language, timeZone, t]);
}

/** The time now, again every `everyMs`. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
