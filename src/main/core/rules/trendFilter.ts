import type { Channel } from '../../../shared/contract/channel.ts';
import type { Behaviour, Cause, Severity } from '../../../shared/contract/incidentKinds.ts';
import type { TrendFilter } from '../../../shared/contract/trends.ts';

/** When something was, on the practice's clock, and how people reached it. */
export interface ContactMark {
  /** Monday is 1. */
  weekday: number;
  hour: number;
  channel: Channel;
}

export interface IncidentMark extends ContactMark {
  cause: Cause | null;
  severity: Severity;
  behaviours: readonly Behaviour[];
}

export type PeopleDimension = 'function' | 'department';
export type PeopleFilter = Extract<TrendFilter, { of: PeopleDimension }>;

export const isOfPeople = (only: TrendFilter | null): only is PeopleFilter =>
  only?.of === 'function' || only?.of === 'department';

/** Whether contacts count beside the incidents that are meant: they have no cause, behaviour or severity of their own. */
export function isContactMeant(only: TrendFilter | null, { weekday, hour, channel }: ContactMark): boolean {
  switch (only?.of) {
    case 'channel':
      return channel === only.value;
    case 'weekday':
      return weekday === only.value;
    case 'hour':
      return hour >= only.from && hour < only.until;
    default:
      return true;
  }
}

export function isIncidentMeant(only: TrendFilter | null, incident: IncidentMark): boolean {
  switch (only?.of) {
    case 'cause':
      return incident.cause === only.value;
    case 'severity':
      return incident.severity === only.value;
    case 'behaviour':
      return incident.behaviours.includes(only.value);
    default:
      return isContactMeant(only, incident);
  }
}
