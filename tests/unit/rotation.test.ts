import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeRotation, type RotationPlan, type Slot } from '../../src/main/core/rules/rotation.ts';
import { unevenDuties } from '../../src/main/core/rules/rotationEvening.ts';
import { type Duty, duty, staffedDuty, type Turn } from '../../src/shared/contract/rotation.ts';

const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const week: Slot[] = days.flatMap((day) => [
  { day, part: 'morning' as const },
  { day, part: 'afternoon' as const },
]);
const someNeeded = fc.record({
  urgentLine: fc.integer({ min: 0, max: 2 }),
  phone: fc.integer({ min: 0, max: 3 }),
  desk: fc.integer({ min: 0, max: 2 }),
});
const plans: fc.Arbitrary<RotationPlan> = fc
  .record({
    people: fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 9 }),
    needed: someNeeded,
    heaviest: fc.constantFrom(...staffedDuty.options),
    absent: fc.uniqueArray(fc.tuple(fc.nat(8), fc.constantFrom(...days)), { selector: String, maxLength: 6 }),
    slots: fc.integer({ min: 1, max: 10 }),
    before: fc.boolean(),
  })
  .map(({ people, needed, heaviest, absent, slots, before }) => {
    const gone = new Set(absent.map(([index, day]) => `${people[index % people.length]} ${day}`));
    const plan = {
      ...{ slots: week.slice(0, slots), people, rule: { needed, heaviest } },
      isAbsent: (userId: number, day: string) => gone.has(`${userId} ${day}`),
    };
    return { ...plan, before: before ? proposeRotation({ ...plan, before: [] }) : [] };
  });

const inSlot = (turns: readonly Turn[], slot: Slot) =>
  turns.filter(({ day, part }) => day === slot.day && part === slot.part);
const countOf = (turns: readonly Turn[], userId: number, of: string) =>
  turns.filter((turn) => turn.userId === userId && turn.duty === of).length;
const spread = (counts: number[]) => Math.max(...counts) - Math.min(...counts);

/** Every way to give out the duties of a part of a day anew, but for the heaviest. */
function dealings(filled: readonly Turn[], heaviest: string): Map<number, string>[] {
  const fixed = filled.filter((turn) => turn.duty === heaviest);
  const others = filled.filter((turn) => turn.duty !== heaviest);
  const give = (userIds: readonly number[], left: readonly string[]): [number, string][][] => {
    const [userId, ...rest] = userIds;
    if (userId === undefined) return [[]];
    return [...new Set(left)].flatMap((one) =>
      give(rest, left.toSpliced(left.indexOf(one), 1)).map((given): [number, string][] => [[userId, one], ...given]),
    );
  };
  const given = give(
    others.map(({ userId }) => userId),
    others.map((turn) => turn.duty),
  );
  return given.map((pairs) => new Map([...fixed.map(({ userId }): [number, string] => [userId, heaviest]), ...pairs]));
}

/** Whether any dealing of the other duties would have been even: tries every one of them. */
function couldBeEven(slots: readonly Slot[], turns: readonly Turn[], people: readonly number[], heaviest: string) {
  const tallies = slots.reduce(
    (known, slot) => {
      const next = new Map<string, number[]>();
      for (const tally of known.values()) {
        for (const dealt of dealings(inSlot(turns, slot), heaviest)) {
          const added = tally.map((count, index) => {
            const userId = people[index % people.length] ?? 0;
            return count + Number(dealt.get(userId) === duty.options[Math.floor(index / people.length)]);
          });
          next.set(added.join(), added);
        }
      }
      return next;
    },
    new Map([['', people.flatMap(() => duty.options.map(() => 0))]]),
  );
  return [...tallies.values()].some((tally) =>
    duty.options.every((_, of) => spread(tally.slice(of * people.length, (of + 1) * people.length)) <= 1),
  );
}

describe('a rotation', () => {
  test('gives everybody who is there one duty, nobody who is absent any, and fills what is needed', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const turns = proposeRotation(plan);
        for (const slot of plan.slots) {
          const here = plan.people.filter((userId) => !plan.isAbsent(userId, slot.day));
          const filled = inSlot(turns, slot);
          expect(filled.map(({ userId }) => userId).sort()).toEqual([...here].sort());
          let left = here.length;
          const order = [plan.rule.heaviest, ...staffedDuty.options.filter((one) => one !== plan.rule.heaviest)];
          for (const one of order) {
            const wanted = Math.min(left, plan.rule.needed[one]);
            expect(filled.filter((turn) => turn.duty === one)).toHaveLength(wanted);
            left -= wanted;
          }
        }
      }),
    );
  });

  test('puts nobody on the heaviest duty twice in a row when somebody else can take it', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { heaviest } = plan.rule;
        const turns = proposeRotation(plan);
        const last = plan.before.at(-1);
        let previous = last ? inSlot(plan.before, last) : [];
        for (const slot of plan.slots) {
          const filled = inSlot(turns, slot);
          const hadIt = new Set(previous.filter((turn) => turn.duty === heaviest).map(({ userId }) => userId));
          const again = filled.filter((turn) => turn.duty === heaviest && hadIt.has(turn.userId));
          const others = filled.filter((turn) => turn.duty !== heaviest && !hadIt.has(turn.userId));
          if (again.length > 0) expect(others).toEqual([]);
          previous = filled;
        }
      }),
    );
  });

  test('deals the heaviest duty so that those who are always there differ by one at most', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const turns = proposeRotation(plan);
        const always = plan.people.filter((userId) => plan.slots.every(({ day }) => !plan.isAbsent(userId, day)));
        if (always.length === 0) return;
        expect(spread(always.map((userId) => countOf(turns, userId, plan.rule.heaviest)))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('with one on each duty deals every duty so that nobody differs by more than one, and never by more than two', () => {
    for (let size = 1; size <= 9; size += 1) {
      const people = Array.from({ length: size }, (_, index) => index + 1);
      for (let count = 1; count <= week.length; count += 1) {
        for (const urgentLine of [1, 2]) {
          const turns = proposeRotation({
            ...{ slots: week.slice(0, count), people, before: [], isAbsent: () => false },
            rule: { needed: { urgentLine, phone: 1, desk: 1 }, heaviest: 'urgentLine' },
          });
          for (const one of duty.options) {
            const apart = spread(people.map((userId) => countOf(turns, userId, one)));
            expect([size, count, one, apart <= urgentLine]).toEqual([size, count, one, true]);
          }
        }
      }
    }
  });

  test('deals every duty so that nobody differs by more than one, unless no dealing could with the heaviest as it is', () => {
    const smallTeams = fc.record({
      size: fc.integer({ min: 1, max: 6 }),
      count: fc.integer({ min: 1, max: 3 }),
      needed: someNeeded,
      heaviest: fc.constantFrom(...staffedDuty.options),
    });
    fc.assert(
      fc.property(smallTeams, ({ size, count, needed, heaviest }) => {
        const people = Array.from({ length: size }, (_, index) => index + 1);
        const slots = week.slice(0, count);
        const turns = proposeRotation({
          ...{ slots, people, before: [], isAbsent: () => false, rule: { needed, heaviest } },
        });
        const told = unevenDuties(turns, people);
        const apart = (one: Duty) => spread(people.map((userId) => countOf(turns, userId, one)));
        expect(told).toEqual(duty.options.filter((one) => apart(one) > 1));
        if (told.length > 0) expect(couldBeEven(slots, turns, people, heaviest)).toBe(false);
      }),
      {
        numRuns: 300,
        examples: [[{ size: 6, count: 3, needed: { urgentLine: 2, phone: 3, desk: 1 }, heaviest: 'phone' }]],
      },
    );
  });

  test('deals a week of a team in which the heaviest goes round evenly to the last duty', () => {
    fc.assert(
      fc.property(someNeeded, fc.integer({ min: 3, max: 12 }), fc.constantFrom(...staffedDuty.options), (...drawn) => {
        const [needed, size, heaviest] = drawn;
        fc.pre(needed[heaviest] * 2 < size);
        const people = Array.from({ length: size }, (_, index) => index + 1);
        const plan = { slots: week, people, before: [], isAbsent: () => false, rule: { needed, heaviest } };
        expect(unevenDuties(proposeRotation(plan), people)).toEqual([]);
      }),
    );
  });

  test('does not make whoever was absent make up for it', () => {
    const turns = proposeRotation({
      ...{ slots: week, people: [1, 2, 3], before: [] },
      isAbsent: (userId, day) => userId === 3 && day < '2026-11-26',
      rule: { needed: { urgentLine: 1, phone: 0, desk: 0 }, heaviest: 'urgentLine' },
    });
    expect(countOf(turns, 3, 'urgentLine')).toBeLessThanOrEqual(2);
  });

  test('begins with those who had the duty least in the weeks before', () => {
    const before: Turn[] = [1, 2, 1].map((userId, index) => ({
      ...{ day: `2026-11-1${index}`, part: 'morning', userId, duty: 'urgentLine' },
    }));
    const [first] = proposeRotation({
      ...{ slots: week.slice(0, 1), people: [1, 2, 3], before, isAbsent: () => false },
      rule: { needed: { urgentLine: 1, phone: 0, desk: 0 }, heaviest: 'urgentLine' },
    }).filter((turn) => turn.duty === 'urgentLine');
    expect(first?.userId).toBe(3);
  });
});
