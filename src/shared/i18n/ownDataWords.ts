import type { i18n } from 'i18next';
import type { OwnDataFile, OwnDataItem, OwnDataPart } from '../contract/ownData.ts';

interface Dates {
  /** `3 dec 14:05` */
  moment(at: number): string;
  day(day: string): string;
  time(at: number): string;
  /** Monday is 1. */
  weekday(number: number): string;
}

/** A worker's own data in words: each fact is a code with words elsewhere, or says itself. */
export function ownDataWords(t: i18n['t'], dates: Dates) {
  const words: Record<string, Record<string, string>> = {
    part: t('ownData:met', { returnObjects: true }),
    channel: t('contacts:channel', { returnObjects: true }),
    severity: t('incidents:severity', { returnObjects: true }),
    weight: t('incidents:weight', { returnObjects: true }),
    concern: t('distress:kind', { returnObjects: true }),
    break: t('ownData:breaks', { returnObjects: true }),
    asked: t('ownData:asked', { returnObjects: true }),
    given: t('ownData:given', { returnObjects: true }),
    handOver: t('handOvers:kind', { returnObjects: true }),
    aftercare: t('aftercare:step', { returnObjects: true }),
    answer: t('ownData:answer', { returnObjects: true }),
    partOfDay: t('rotation:part', { returnObjects: true }),
    duty: t('rotation:duty', { returnObjects: true }),
    where: t('ownData:tables', { returnObjects: true }),
    role: t('ownData:role', { returnObjects: true }),
    theme: t('ownData:theme', { returnObjects: true }),
    language: t('ownData:language', { returnObjects: true }),
  };
  const names: Record<string, string> = t('ownData:facts', { returnObjects: true });
  const texts: Record<string, string> = t('ownData:texts', { returnObjects: true });
  const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

  function said(name: string, value: OwnDataItem['facts'][string], day: string | null): string {
    if (Array.isArray(value)) return value.map((one) => said(name, one, day)).join(', ');
    if (typeof value === 'boolean') return t(value ? 'ownData:yes' : 'ownData:no');
    if (typeof value === 'number') {
      if (name === 'endedAt' && day !== null) return dates.time(value);
      return name.endsWith('At') || name === 'countsFrom' ? dates.moment(value) : String(value);
    }
    if (name === 'workingDays') return [...value].map((one) => dates.weekday(Number(one))).join(', ');
    return words[name]?.[value] ?? (isDay(value) ? dates.day(value) : value);
  }

  return {
    /** `Kanaal: Telefoon`. */
    fact: (name: string, value: OwnDataItem['facts'][string], day: string | null = null): string =>
      `${names[name] ?? name}: ${said(name, value, day)}`,
    /** `3 december 2026 14:05 · Kanaal: Telefoon · Ernst: Vervelend`. */
    line({ day, at, facts }: OwnDataItem): string {
      const when = at === null ? day && dates.day(day) : dates.moment(at);
      const parts = Object.entries(facts).map(([name, value]) => this.fact(name, value, day));
      return [...(when ? [when] : []), ...parts].join(' · ');
    },
    text: (name: string): string => texts[name] ?? name,
    /** What a part is for, and for how long it is kept. */
    why(part: OwnDataPart, kept: OwnDataFile['parts'][number]['kept']): string {
      const term = kept === null ? [] : [t(`ownData:kept.${kept.unit}`, { count: kept.count })];
      return [t(`ownData:why.${part}`), ...term].join(' ');
    },
  };
}
