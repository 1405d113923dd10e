import { channel } from '../../../shared/contract/channel.ts';
import { behaviour, cause, severity } from '../../../shared/contract/incidentKinds.ts';
import type { TrendDimension, TrendFilter, TrendReport } from '../../../shared/contract/trends.ts';

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'];

/** No cause filled in yet, beside the names of causes in a list. */
export const NOT_FILLED_IN = 'none';

/** A filter on one value of a dimension; null for groups that stand together. */
export function filterOf(of: TrendDimension, value: string | null): TrendFilter | null {
  switch (of) {
    case 'cause':
      return { of, value: value === NOT_FILLED_IN ? null : cause.nullable().parse(value) };
    case 'behaviour':
      return { of, value: behaviour.parse(value) };
    case 'severity':
      return { of, value: severity.parse(value) };
    case 'channel':
      return { of, value: channel.parse(value) };
    case 'weekday':
      return { of, value: Number(value) };
    case 'hour':
      return { of, from: Number(value), until: Number(value) + 1 };
    case 'function':
    case 'department':
      return value === null ? null : { of, value };
  }
}

export const isOfPeople = (only: TrendFilter | null): boolean => only?.of === 'function' || only?.of === 'department';

/** What can be chosen of a dimension, besides hours: those have a beginning and an end. */
export function choicesOf(of: Exclude<TrendDimension, 'hour'>, { names }: TrendReport): string[] {
  switch (of) {
    case 'cause':
      return [...cause.options, NOT_FILLED_IN];
    case 'behaviour':
      return [...behaviour.options];
    case 'severity':
      return [...severity.options];
    case 'channel':
      return [...channel.options];
    case 'weekday':
      return weekdays;
    case 'function':
    case 'department':
      return names[of];
  }
}

/** What is shown first when somebody chooses by what to narrow; null when nothing may be shown. */
export function firstOf(of: TrendDimension, report: TrendReport): TrendFilter | null {
  if (of === 'hour') return filterOf(of, report.groups.hour[0]?.value ?? '8');
  const [first] = choicesOf(of, report);
  return first === undefined ? null : filterOf(of, first);
}
