import { severity } from '../../../../shared/contract/incidentKinds.ts';
import type { TrendDimension, TrendGroup } from '../../../../shared/contract/trends.ts';
import { foldSmallGroups, type PeopleGroup } from '../../rules/smallGroups.ts';
import { mostIncidentsFirst, rateOf, Tally } from '../../rules/trendCounts.ts';
import type { Counted } from './counting.ts';
import type { TrendIncident } from './queries.ts';

interface Worker {
  id: number;
  function: string;
  department: string;
}

const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];

const asGroup = <Key extends string | number>(tally: Tally<Key>, key: Key): TrendGroup => ({
  value: String(key),
  ...tally.rateOf(key),
});

/** The incidents of each value against all contacts: a contact has no cause of its own. */
function groupsOfAll(
  { contacts, incidents }: Counted,
  valuesOf: (incident: TrendIncident) => readonly (string | null)[],
): TrendGroup[] {
  const tally = new Tally<string | null>();
  for (const value of incidents.flatMap(valuesOf)) tally.addIncident(value);
  return tally.keys
    .map((value) => ({ value, ...rateOf(contacts, tally.rateOf(value).incidents) }))
    .sort(mostIncidentsFirst);
}

/** Each step of the scale, also one that did not occur. */
function severityGroups(counted: Counted): TrendGroup[] {
  const found = groupsOfAll(counted, (incident) => [incident.severity]);
  return severity.options.map(
    (value) => found.find((group) => group.value === value) ?? { value, ...rateOf(counted.contacts, 0) },
  );
}

/** Only workers who had a contact or an incident in these days count as people of a group. */
function peopleGroups({ byWorker }: Counted, workers: readonly Worker[], of: 'function' | 'department'): TrendGroup[] {
  const groups = new Map<string, PeopleGroup>();
  for (const worker of workers) {
    const { contacts, incidents } = byWorker.rateOf(worker.id);
    if (contacts + incidents === 0) continue;
    const value = worker[of];
    const known = groups.get(value) ?? { value, people: 0, contacts: 0, incidents: 0, perHundred: null };
    groups.set(value, {
      value,
      people: known.people + 1,
      ...rateOf(known.contacts + contacts, known.incidents + incidents),
    });
  }
  return foldSmallGroups([...groups.values()]).map(({ people: _people, ...group }) => group);
}

export function groupsOf(counted: Counted, workers: readonly Worker[]): Record<TrendDimension, TrendGroup[]> {
  const { byChannel, byWeekday, byHour } = counted;
  return {
    cause: groupsOfAll(counted, (incident) => [incident.cause]),
    behaviour: groupsOfAll(counted, (incident) => incident.behaviours),
    severity: severityGroups(counted),
    channel: byChannel.keys.map((key) => asGroup(byChannel, key)).sort(mostIncidentsFirst),
    weekday: EVERY_WEEKDAY.map((key) => asGroup(byWeekday, key)),
    hour: byHour.keys.sort((a, b) => a - b).map((key) => asGroup(byHour, key)),
    function: peopleGroups(counted, workers, 'function'),
    department: peopleGroups(counted, workers, 'department'),
  };
}
