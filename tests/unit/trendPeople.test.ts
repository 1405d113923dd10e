import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyCount } from '../../src/main/core/features/trends/counting.ts';
import { narrowToPeople, peopleWeeks } from '../../src/main/core/features/trends/people.ts';
import { FEWEST_PEOPLE } from '../../src/main/core/rules/smallGroups.ts';
import { Tally } from '../../src/main/core/rules/trendCounts.ts';

const names = ['balie', 'telefoon', 'assistent'];
const workersOf = (functions: readonly string[]) =>
  functions.map((name, index) => ({ id: index + 1, function: name, department: '' }));
const functions = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 10 });
/** Who was at work in each of some weeks, as a bit for each worker. */
const atWork = fc.array(fc.nat({ max: 1023 }), { minLength: 1, maxLength: 6 });

/** Each worker has contacts that no sum of others makes, so that whoever is told apart is found. */
function countOf(weeks: readonly number[]) {
  const counted = emptyCount();
  for (const [index, bits] of weeks.entries()) {
    const week = new Tally<number>();
    for (let id = 1; id <= 10; id += 1) if (bits & (1 << (id - 1))) week.addContacts(id, 2 ** id);
    counted.weeks.set(index * 7, week);
  }
  return counted;
}

const peopleIn = (contacts: number) => contacts.toString(2).replaceAll('0', '').length;

test('the line of a group never tells of fewer than three people in a week, nor does what it leaves of everybody', () => {
  fc.assert(
    fc.property(functions, atWork, fc.constantFrom(...names), (ofWorkers, weeks, value) => {
      const workers = workersOf(ofWorkers);
      const counted = countOf(weeks.map((bits) => bits & (2 ** workers.length - 1)));
      const all = [0, weeks.length * 7] as const;
      const { byDay, withheld, contacts } = narrowToPeople(counted, workers, { of: 'function', value }, all);
      let told = 0;
      for (const [monday, week] of counted.weeks) {
        const everybody = workers.reduce((sum, { id }) => sum + week.rateOf(id).contacts, 0);
        const found = byDay.rateOf(monday).contacts;
        told += found;
        if (withheld.has(monday)) expect(found).toBe(0);
        if (found === 0) continue;
        expect(peopleIn(found)).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        const rest = peopleIn(everybody - found);
        expect(rest === 0 || rest >= FEWEST_PEOPLE).toBe(true);
      }
      expect(contacts).toBe(told);
    }),
  );
});

test('the lines of all groups together leave nobody in a week as their difference with everybody', () => {
  fc.assert(
    fc.property(functions, atWork, (ofWorkers, weeks) => {
      const workers = workersOf(ofWorkers);
      const counted = countOf(weeks.map((bits) => bits & (2 ** workers.length - 1)));
      for (const { monday, groups } of peopleWeeks(counted, workers, 'function')) {
        for (const { contacts } of groups) expect(peopleIn(contacts)).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        const lines = names.map(
          (value) =>
            narrowToPeople(counted, workers, { of: 'function', value }, [monday, monday + 6]).byDay.rateOf(monday)
              .contacts,
        );
        const told = groups.flatMap(({ value, contacts }) => (value === null ? [] : [contacts]));
        expect(lines.filter((contacts) => contacts > 0).sort()).toEqual(told.sort());
      }
    }),
  );
});
