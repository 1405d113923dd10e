import type { Duty, StaffedDuty, Turn } from '../../../shared/contract/rotation.ts';

export type SlotPlan = Map<number, Duty>;

/** How often somebody has a duty, or had it in the weeks before. */
type Count = (userId: number, duty: Duty) => number;

const duties: readonly Duty[] = ['urgentLine', 'phone', 'desk', 'otherWork'];

/** How many exchanges a round tries, and how many rounds there are at most while a duty is not even. */
const TRIES = 4000;
const MOST_ROUNDS = 4;
/** Less than this is nothing but the rounding of sums. */
const SMALLEST_GAIN = 1e-9;
/** An exchange that makes turns less alike is made at first, to get out of a corner, and less and less. */
const FIRST_TOLERANCE = 3;

/** The same numbers each time, so that the same week gets the same proposal. */
function drawing(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** How often each person has each duty. */
type Counts = ReadonlyMap<number, Record<Duty, number>>;

function countsIn(slots: readonly SlotPlan[]): Counts {
  const counts = new Map<number, Record<Duty, number>>();
  for (const slot of slots) {
    for (const [userId, duty] of slot) {
      const ofPerson = counts.get(userId) ?? { urgentLine: 0, phone: 0, desk: 0, otherWork: 0 };
      ofPerson[duty] += 1;
      counts.set(userId, ofPerson);
    }
  }
  return counts;
}

interface Exchange {
  slot: SlotPlan;
  a: number;
  b: number;
}

function exchange({ slot, a, b }: Exchange): void {
  const [dutyOfA, dutyOfB] = [slot.get(a), slot.get(b)];
  if (dutyOfA === undefined || dutyOfB === undefined) return;
  slot.set(a, dutyOfB);
  slot.set(b, dutyOfA);
}

/**
 * How much less alike the turns become when one duty goes from a person to another: squares, so that one who has a duty
 * three times weighs more than three who have it once. The weeks before decide where this week does not.
 */
function costOfMoving(counts: Counts, earlier: Count, from: number, to: number, duty: Duty) {
  const thisWeek = 2 * ((counts.get(to)?.[duty] ?? 0) - (counts.get(from)?.[duty] ?? 0) + 1);
  return thisWeek + (earlier(to, duty) - earlier(from, duty)) / 1000;
}

/** How far apart those who have a duty most and least are. */
function spreadOf(counts: Counts, people: readonly number[], duty: Duty): number {
  const each = people.map((userId) => counts.get(userId)?.[duty] ?? 0);
  return each.length === 0 ? 0 : Math.max(...each) - Math.min(...each);
}

/** One round of exchanges; what comes out is the best that was seen on the way. */
function improved(
  start: readonly SlotPlan[],
  people: readonly number[],
  heaviest: StaffedDuty,
  earlier: Count,
  draw: (below: number) => number,
): SlotPlan[] {
  const slots = start.map((slot) => new Map(slot));
  const counts = countsIn(slots);
  const done: Exchange[] = [];
  let [cost, best, doneAtBest] = [0, 0, 0];
  for (let turn = 0; turn < TRIES; turn += 1) {
    const slot = slots[draw(slots.length)];
    const [a = 0, b = 0] = [people[draw(people.length)], people[draw(people.length)]];
    const [dutyOfA, dutyOfB] = [slot?.get(a), slot?.get(b)];
    if (!slot || !dutyOfA || !dutyOfB || dutyOfA === dutyOfB) continue;
    if (dutyOfA === heaviest || dutyOfB === heaviest) continue;
    const change = costOfMoving(counts, earlier, a, b, dutyOfA) + costOfMoving(counts, earlier, b, a, dutyOfB);
    if (change > FIRST_TOLERANCE * (1 - (2 * turn) / TRIES)) continue;
    const exchanged = { slot, a, b };
    exchange(exchanged);
    done.push(exchanged);
    const [ofA, ofB] = [counts.get(a), counts.get(b)];
    if (ofA && ofB) {
      ofA[dutyOfA] -= 1;
      ofA[dutyOfB] += 1;
      ofB[dutyOfB] -= 1;
      ofB[dutyOfA] += 1;
    }
    cost += change;
    if (cost < best - SMALLEST_GAIN) [best, doneAtBest] = [cost, done.length];
  }
  // Back to the best that was seen: much quicker than a copy of everything each time.
  for (const exchanged of done.slice(doneAtBest).reverse()) exchange(exchanged);
  return slots;
}

/**
 * Lets people change duties within parts of days until every duty is dealt evenly, or as evenly as this finds; the
 * heaviest stays where it is. How many have a duty in a part of a day does not change.
 */
export function evenedOut(
  slots: readonly SlotPlan[],
  people: readonly number[],
  heaviest: StaffedDuty,
  earlier: Count,
): readonly SlotPlan[] {
  if (people.length < 2 || slots.length === 0) return slots;
  const draw = drawing();
  let kept: readonly SlotPlan[] = slots;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    kept = improved(kept, people, heaviest, earlier, draw);
    const counts = countsIn(kept);
    if (duties.every((duty) => spreadOf(counts, people, duty) <= 1)) break;
  }
  return kept;
}

/** The duties of which somebody has two turns or more above another, among those who are there all the time. */
export function unevenDuties(turns: readonly Turn[], people: readonly number[]): Duty[] {
  const slots = Map.groupBy(turns, ({ day, part }) => `${day} ${part}`);
  const plans = [...slots.values()].map((slot) => new Map(slot.map(({ userId, duty }) => [userId, duty])));
  const always = people.filter((userId) => plans.every((plan) => plan.has(userId)));
  const counts = countsIn(plans);
  return duties.filter((duty) => spreadOf(counts, always, duty) > 1);
}
