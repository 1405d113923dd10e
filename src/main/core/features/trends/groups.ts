import { severity } from '../../../../shared/contract/incidentKinds.ts';
import type { TrendDimension, TrendFilter, TrendGroup } from '../../../../shared/contract/trends.ts';
import type { PastDimension } from '../../rules/pastCounts.ts';
import { mostIncidentsFirst, rateOf, Tally } from '../../rules/trendCounts.ts';
import { isOfPeople } from '../../rules/trendFilter.ts';
import type { Counted } from './counting.ts';
import type { PeopleWeek } from './people.ts';
import type { TrendIncident } from './queries.ts';

const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];

const asGroup = <Key extends string | number>(tally: Tally<Key>, key: Key): TrendGroup => ({
  value: String(key),
  ...tally.rateOf(key),
});

/** The incidents of each value against all contacts: a contact has no cause of its own. */
function groupsOfAll(
  { contacts, incidents, past }: Counted,
  dimension: PastDimension,
  valuesOf: (incident: TrendIncident) => readonly (string | null)[],
): TrendGroup[] {
  const tally = new Tally<string | null>();
  for (const value of incidents.flatMap(valuesOf)) tally.addIncident(value);
  for (const { value, count } of past.valuesOf(dimension)) tally.addIncident(value, count);
  return tally.keys
    .map((value) => ({ value, ...rateOf(contacts, tally.rateOf(value).incidents) }))
    .sort(mostIncidentsFirst);
}

/** Each step of the scale, also one that did not occur. */
function severityGroups(counted: Counted): TrendGroup[] {
  const found = groupsOfAll(counted, 'severity', (incident) => [incident.severity]);
  return severity.options.map(
    (value) => found.find((group) => group.value === value) ?? { value, ...rateOf(counted.contacts, 0) },
  );
}

/** The weeks that begin in the days that are shown, added up: as the time line tells each of them. */
function groupsOfPeople(weeks: readonly PeopleWeek[]): TrendGroup[] {
  const tally = new Tally<string | null>();
  for (const { groups } of weeks) {
    for (const { value, contacts, incidents } of groups) {
      tally.addContacts(value, contacts);
      tally.addIncident(value, incidents);
    }
  }
  return tally.keys
    .map((value) => ({ value, ...tally.rateOf(value) }))
    .sort((a, b) => Number(a.value === null) - Number(b.value === null) || b.contacts - a.contacts);
}

/** What people did is told only as a whole: on one channel, day or hour a group is too soon one person. */
export function groupsOf(
  counted: Counted,
  only: TrendFilter | null,
  people: Record<'function' | 'department', readonly PeopleWeek[]>,
): Record<TrendDimension, TrendGroup[]> {
  const { byChannel, byWeekday, byHour } = counted;
  const ofIncidents = {
    cause: groupsOfAll(counted, 'cause', (incident) => [incident.cause]),
    behaviour: groupsOfAll(counted, 'behaviour', (incident) => incident.behaviours),
    severity: severityGroups(counted),
  };
  if (isOfPeople(only)) return { ...ofIncidents, channel: [], weekday: [], hour: [], function: [], department: [] };
  return {
    ...ofIncidents,
    channel: byChannel.keys.map((key) => asGroup(byChannel, key)).sort(mostIncidentsFirst),
    weekday: EVERY_WEEKDAY.map((key) => asGroup(byWeekday, key)),
    hour: byHour.keys.sort((a, b) => a - b).map((key) => asGroup(byHour, key)),
    function: only === null ? groupsOfPeople(people.function) : [],
    department: only === null ? groupsOfPeople(people.department) : [],
  };
}

/** The names that stand in some week by themselves, so that the time line can be narrowed to them. */
export const namesOf = (weeks: readonly PeopleWeek[]): string[] =>
  [...new Set(weeks.flatMap(({ groups }) => groups.flatMap(({ value }) => (value === null ? [] : [value]))))].sort();
