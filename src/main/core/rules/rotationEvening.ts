import { type Duty, duty as duties, type StaffedDuty, type Turn } from '../../../shared/contract/rotation.ts';

export type SlotPlan = Map<number, Duty>;

/** How often somebody has a duty, or had it in the weeks before. */
type Count = (userId: number, duty: Duty) => number;

/** How many exchanges are tried; enough that more of them do not make twenty people in ten parts of days more alike. */
const TRIES = 4000;
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

function countsIn(slots: readonly SlotPlan[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [userId, duty] of slots.flatMap((slot) => [...slot])) {
    counts.set(`${userId} ${duty}`, (counts.get(`${userId} ${duty}`) ?? 0) + 1);
  }
  return counts;
}

function exchange(slot: SlotPlan, a: number, b: number): void {
  const [dutyOfA, dutyOfB] = [slot.get(a), slot.get(b)];
  if (dutyOfA === undefined || dutyOfB === undefined) return;
  slot.set(a, dutyOfB);
  slot.set(b, dutyOfA);
}

/**
 * How much less alike the turns become when one duty goes from a person to another: squares, so that one who has a duty
 * three times weighs more than three who have it once. The weeks before decide where this week does not.
 */
function costOfMoving(counts: ReadonlyMap<string, number>, earlier: Count, from: number, to: number, duty: Duty) {
  const count: Count = (userId, of) => counts.get(`${userId} ${of}`) ?? 0;
  const thisWeek = 2 * (count(to, duty) - count(from, duty) + 1);
  return thisWeek + (earlier(to, duty) - earlier(from, duty)) / 1000;
}

/**
 * Lets people change duties within parts of days until every duty is dealt as evenly as this finds; the heaviest stays
 * where it is. How many have a duty in a part of a day does not change.
 */
export function evenOut(slots: SlotPlan[], people: readonly number[], heaviest: StaffedDuty, earlier: Count): void {
  if (people.length < 2 || slots.length === 0) return;
  const draw = drawing();
  const counts = countsIn(slots);
  let [cost, best] = [0, 0];
  let kept = slots.map((slot) => new Map(slot));
  for (let turn = 0; turn < TRIES; turn += 1) {
    const slot = slots[draw(slots.length)];
    const [a = 0, b = 0] = [people[draw(people.length)], people[draw(people.length)]];
    const [dutyOfA, dutyOfB] = [slot?.get(a), slot?.get(b)];
    if (!slot || !dutyOfA || !dutyOfB || dutyOfA === dutyOfB) continue;
    if (dutyOfA === heaviest || dutyOfB === heaviest) continue;
    const change = costOfMoving(counts, earlier, a, b, dutyOfA) + costOfMoving(counts, earlier, b, a, dutyOfB);
    if (change > FIRST_TOLERANCE * (1 - (2 * turn) / TRIES)) continue;
    exchange(slot, a, b);
    for (const [from, to, duty] of [
      [a, b, dutyOfA],
      [b, a, dutyOfB],
    ] as const) {
      counts.set(`${from} ${duty}`, (counts.get(`${from} ${duty}`) ?? 0) - 1);
      counts.set(`${to} ${duty}`, (counts.get(`${to} ${duty}`) ?? 0) + 1);
    }
    cost += change;
    if (cost < best - 1e-9) {
      best = cost;
      kept = slots.map((one) => new Map(one));
    }
  }
  slots.splice(0, slots.length, ...kept);
}

/** The duties of which somebody has two turns or more above another, among those who are there all the time. */
export function unevenDuties(turns: readonly Turn[], people: readonly number[]): Duty[] {
  const slots = Map.groupBy(turns, ({ day, part }) => `${day} ${part}`);
  const plans = [...slots.values()].map((slot) => new Map(slot.map(({ userId, duty }) => [userId, duty])));
  const always = people.filter((userId) => plans.every((plan) => plan.has(userId)));
  const counts = countsIn(plans);
  return duties.options.filter((duty) => {
    const each = always.map((userId) => counts.get(`${userId} ${duty}`) ?? 0);
    return each.length > 1 && Math.max(...each) - Math.min(...each) > 1;
  });
}
