import type { Channel } from '../../../shared/contract/channel.ts';
import type { Behaviour, Cause, Severity } from '../../../shared/contract/incidentKinds.ts';
import { hourOf, dayOf as practiceDay } from './practiceTime.ts';

/** By what incidents can still be told apart when they are gone. */
export const pastDimensions = ['cause', 'behaviour', 'severity', 'channel', 'hour'] as const;
export type PastDimension = (typeof pastDimensions)[number];

/** How many incidents of before had a value in a period: a day for the total, a month or a year for everything else. */
export interface PastCount {
  period: string;
  dimension: PastDimension | 'total';
  value: string;
  count: number;
}

export interface CountedIncident {
  occurredAt: number;
  cause: Cause | null;
  severity: Severity;
  channel: Channel;
  behaviours: readonly Behaviour[];
}

/** A cause that nobody filled in. */
export const NO_VALUE = '';

/**
 * What stays of incidents that are erased: how many there were on a day, and each of their values by the month. Which
 * values came together in one incident is gone, and so are the worker, the caller, the minute and every word.
 */
export function countsOf(incidents: readonly CountedIncident[], timeZone: string): PastCount[] {
  const counts = new Map<string, PastCount>();
  const add = (period: string, dimension: PastCount['dimension'], value: string) => {
    const key = `${period} ${dimension} ${value}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { period, dimension, value, count: 1 });
  };
  for (const { occurredAt, cause, severity, channel, behaviours } of incidents) {
    const day = practiceDay(occurredAt, timeZone);
    const month = day.slice(0, 7);
    add(day, 'total', NO_VALUE);
    add(month, 'cause', cause ?? NO_VALUE);
    add(month, 'severity', severity);
    add(month, 'channel', channel);
    add(month, 'hour', String(hourOf(occurredAt, timeZone)));
    for (const behaviour of new Set(behaviours)) add(month, 'behaviour', behaviour);
  }
  return [...counts.values()];
}

/** With fewer incidents in a month, its values put together would tell of one of them. */
export const FEWEST_IN_MONTH = 3;

/** Of which months the values are kept by the year only: those that are over and had too few incidents. */
export function monthsToFold(days: readonly { day: string; count: number }[], thisMonth: string): string[] {
  const months = new Map<string, number>();
  for (const { day, count } of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return [...months].flatMap(([month, count]) => (count < FEWEST_IN_MONTH && month < thisMonth ? [month] : []));
}

const lastDayOf = (period: string): string => {
  if (period.length === 4) return `${period}-12-31`;
  const [year = 0, month = 0] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
const firstDayOf = (period: string): string => (period.length === 4 ? `${period}-01-01` : `${period}-01`);

/** Whether a month or a year lies wholly within days, the last one included; only then its values can be told of them. */
export function isWithin(period: string, { from, lastDay }: { from: string; lastDay: string }): boolean {
  return firstDayOf(period) >= from && lastDayOf(period) <= lastDay;
}
