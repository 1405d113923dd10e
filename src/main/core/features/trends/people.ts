import { foldSmallGroups, type PeopleGroup } from '../../rules/smallGroups.ts';
import { rateOf, type Tally } from '../../rules/trendCounts.ts';
import type { PeopleDimension, PeopleFilter } from '../../rules/trendFilter.ts';
import { type Counted, emptyCount } from './counting.ts';

export interface Worker {
  id: number;
  function: string;
  department: string;
}

export interface PeopleWeek {
  monday: number;
  /** As they may be shown: small ones folded away. */
  groups: PeopleGroup[];
  /** Every group that was at work. */
  values: ReadonlySet<string>;
}

/** Only workers who had a contact or an incident in a week count as people of a group. */
function groupsAtWork(week: Tally<number>, workers: readonly Worker[], of: PeopleDimension): PeopleGroup[] {
  const groups = new Map<string, PeopleGroup>();
  for (const worker of workers) {
    const { contacts, incidents } = week.rateOf(worker.id);
    if (contacts + incidents === 0) continue;
    const value = worker[of];
    const known = groups.get(value) ?? { value, people: 0, contacts: 0, incidents: 0, perHundred: null };
    groups.set(value, {
      value,
      people: known.people + 1,
      ...rateOf(known.contacts + contacts, known.incidents + incidents),
    });
  }
  return [...groups.values()];
}

/**
 * The groups of people of every week. A week is the smallest thing that is told of them, and it is told in one way only,
 * so that no two answers leave a smaller group, or one person, as their difference.
 */
export function peopleWeeks({ weeks }: Counted, workers: readonly Worker[], of: PeopleDimension): PeopleWeek[] {
  return [...weeks].map(([monday, week]) => {
    const groups = groupsAtWork(week, workers, of);
    const values = new Set(groups.flatMap(({ value }) => (value === null ? [] : [value])));
    return { monday, groups: foldSmallGroups(groups), values };
  });
}

/** What one group of people did, each week counted on its Monday; weeks in which it may not be shown are withheld. */
export function narrowToPeople(
  counted: Counted,
  workers: readonly Worker[],
  { of, value }: PeopleFilter,
  [first, last]: readonly [number, number],
): Counted {
  const narrowed = emptyCount();
  const withheld = new Set<number>();
  const told = new Set<number>();
  for (const { monday, groups, values } of peopleWeeks(counted, workers, of)) {
    const group = groups.find((one) => one.value === value);
    if (group) {
      narrowed.byDay.addContacts(monday, group.contacts);
      narrowed.byDay.addIncident(monday, group.incidents);
      if (monday >= first && monday <= last) {
        narrowed.contacts += group.contacts;
        told.add(monday);
      }
    } else if (values.has(value)) withheld.add(monday);
  }
  const members = new Set(workers.filter((worker) => worker[of] === value).map(({ id }) => id));
  narrowed.incidents = counted.incidents.filter(({ userId, monday }) => members.has(userId) && told.has(monday));
  return { ...narrowed, weeks: counted.weeks, withheld };
}
