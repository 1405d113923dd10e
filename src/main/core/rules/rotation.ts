import type { Duty, RotationRule, StaffedDuty, Turn } from '../../../shared/contract/rotation.ts';
import { evenedOut, type SlotPlan } from './rotationEvening.ts';

export type Slot = Pick<Turn, 'day' | 'part'>;

/** Until a practice says otherwise: one on each; the urgent line is the heaviest. A house rule, no norm. */
export const defaultRotationRule: RotationRule = {
  needed: { urgentLine: 1, phone: 1, desk: 1 },
  heaviest: 'urgentLine',
  leftOut: [],
};

export interface RotationPlan {
  /** The parts of days to fill, in order. */
  slots: readonly Slot[];
  /** Who takes turns. */
  people: readonly number[];
  rule: Pick<RotationRule, 'needed' | 'heaviest'>;
  isAbsent: (userId: number, day: string) => boolean;
  /** The turns before the first slot, in order: whoever had more of a duty lately comes later. */
  before: readonly Turn[];
}

type Tally = Map<StaffedDuty, Map<number, number>>;

const staffed: readonly StaffedDuty[] = ['urgentLine', 'phone', 'desk'];

const countOf = (tally: Tally, duty: StaffedDuty, userId: number): number => tally.get(duty)?.get(userId) ?? 0;

function setCount(tally: Tally, duty: StaffedDuty, userId: number, count: number): void {
  const counts = tally.get(duty) ?? new Map<number, number>();
  tally.set(duty, counts.set(userId, count));
}

function tallyOf(turns: readonly Turn[]): Tally {
  const tally: Tally = new Map();
  for (const { duty, userId } of turns) {
    if (duty !== 'otherWork') setCount(tally, duty, userId, countOf(tally, duty, userId) + 1);
  }
  return tally;
}

/** Who had the heaviest duty in the last part of a day that was filled before. */
function lastOnHeaviest(before: readonly Turn[], heaviest: StaffedDuty): Set<number> {
  const last = before.at(-1);
  const holders = before.filter(({ day, part, duty }) => day === last?.day && part === last.part && duty === heaviest);
  return new Set(holders.map(({ userId }) => userId));
}

/** Whoever comes back does not make up for what others did meanwhile. */
function welcomeBack(tally: Tally, present: readonly number[], presentBefore: readonly number[]): void {
  const back = present.filter((userId) => !presentBefore.includes(userId));
  const stayed = present.filter((userId) => presentBefore.includes(userId));
  if (stayed.length === 0) return;
  for (const duty of staffed) {
    const least = Math.min(...stayed.map((userId) => countOf(tally, duty, userId)));
    for (const userId of back) setCount(tally, duty, userId, Math.max(least, countOf(tally, duty, userId)));
  }
}

/** Fills one part of a day: the heaviest duty first, each with those who did it least. */
function fillSlot(
  plan: RotationPlan,
  present: readonly number[],
  tally: Tally,
  earlier: Tally,
  onHeaviest: Set<number>,
) {
  const { needed, heaviest } = plan.rule;
  const filled: SlotPlan = new Map();
  for (const duty of [heaviest, ...staffed.filter((other) => other !== heaviest)]) {
    const rank = (userId: number) => [
      duty === heaviest && onHeaviest.has(userId) ? 1 : 0,
      countOf(tally, duty, userId),
      countOf(earlier, duty, userId),
      userId,
    ];
    const free = present.filter((userId) => !filled.has(userId)).sort((a, b) => compareRanks(rank(a), rank(b)));
    for (const userId of free.slice(0, needed[duty])) {
      filled.set(userId, duty);
      setCount(tally, duty, userId, countOf(tally, duty, userId) + 1);
    }
  }
  for (const userId of present) if (!filled.has(userId)) filled.set(userId, 'otherWork');
  return filled;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/**
 * A week in turns. Nobody has the heaviest duty twice in a row when somebody else can take it, and among those who are
 * there all the time nobody has it more than once more than another. The other duties are dealt as evenly as is found with
 * that; `unevenDuties` tells which are not quite. Nobody who is absent has a turn.
 */
export function proposeRotation(plan: RotationPlan): Turn[] {
  const { slots, people, rule, isAbsent, before } = plan;
  const tally: Tally = new Map();
  const earlier = tallyOf(before);
  let onHeaviest = lastOnHeaviest(before, rule.heaviest);
  let presentBefore = people;
  const filled = slots.map(({ day }) => {
    const present = people.filter((userId) => !isAbsent(userId, day));
    welcomeBack(tally, present, presentBefore);
    const slot = fillSlot(plan, present, tally, earlier, onHeaviest);
    onHeaviest = new Set(present.filter((userId) => slot.get(userId) === rule.heaviest));
    presentBefore = present;
    return slot;
  });
  const always = people.filter((userId) => slots.every(({ day }) => !isAbsent(userId, day)));
  const hadBefore = (userId: number, duty: Duty) => (duty === 'otherWork' ? 0 : countOf(earlier, duty, userId));
  const even = evenedOut(filled, always, rule.heaviest, hadBefore);
  return slots.flatMap((slot, index) =>
    [...(even[index] ?? [])].map(([userId, duty]) => ({ day: slot.day, part: slot.part, userId, duty })),
  );
}
