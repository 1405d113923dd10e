import type { i18n } from 'i18next';
import type { Language } from '../contract/base.ts';
import { channel } from '../contract/channel.ts';
import { behaviour, cause, severity } from '../contract/incidentKinds.ts';
import type { TrendDimension, TrendEvent, TrendFilter } from '../contract/trends.ts';

const MONDAY = Date.parse('2024-01-01T12:00:00Z');
const DAY = 86_400_000;

/** A value that incidents are told apart by, as people call it. */
export function trendValue(t: i18n['t'], language: Language, of: TrendDimension, value: string | null): string {
  switch (of) {
    case 'cause':
      return value === null ? t('trends:groups.notFilledIn') : t(`incidents:cause.${cause.parse(value)}`);
    case 'behaviour':
      return t(`incidents:behaviour.${behaviour.parse(value)}`);
    case 'severity':
      return t(`incidents:severity.${severity.parse(value)}`);
    case 'channel':
      return t(`contacts:channel.${channel.parse(value)}`);
    case 'weekday':
      return weekdayName(language, Number(value));
    case 'hour':
      return t('trends:groups.hour', { from: Number(value), until: Number(value) + 1 });
    case 'function':
    case 'department':
      return value === null ? t('trends:groups.others') : value || t('trends:groups.noName');
  }
}

/** What the time line is narrowed to. */
export const trendFilterName = (t: i18n['t'], language: Language, only: TrendFilter): string =>
  only.of === 'hour'
    ? t('trends:groups.hour', only)
    : trendValue(t, language, only.of, only.value === null ? null : String(only.value));

/** Monday is 1. */
export const weekdayName = (language: Language, weekday: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY);

export function trendEventName(t: i18n['t'], { kind, what }: Pick<TrendEvent, 'kind' | 'what'>): string {
  const name = t(`trends:events.kind.${kind}`);
  return what === '' ? name : t('trends:events.named', { kind: name, what });
}
