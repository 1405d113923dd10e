import type { Role } from '../../../shared/contract/base.ts';
import type { DueState, MomentKind } from '../../../shared/contract/handOvers.ts';
import { dayAfter, dayOf, instantOf } from './practiceTime.ts';
import { workingDayAfter } from './workingDays.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long before and after its time something is due rather than to come or late. */
const ABOUT = 15 * MINUTE;
const SOON = 30 * MINUTE;
const AFTERNOONS = ['14:00', '16:00'];
const MORNING = '09:00';

/** Due from a quarter of an hour before its time; late from a quarter of an hour after it. */
export function dueStateOf(dueAt: number, now: number): DueState {
  if (now < dueAt - ABOUT) return 'later';
  return now < dueAt + ABOUT ? 'due' : 'late';
}

const wholeMinutes = (instant: number): number => Math.ceil(instant / MINUTE) * MINUTE;

/** The moments that one press chooses, all of them still to come, the earliest first. */
export function dueMoments(
  now: number,
  timeZone: string,
  holidays: ReadonlySet<string>,
): { kind: MomentKind; at: number }[] {
  const today = dayOf(now, timeZone);
  const afternoon = AFTERNOONS.map((time) => instantOf(today, time, timeZone)).find((at) => at > now + HOUR);
  const moments: { kind: MomentKind; at: number }[] = [
    { kind: 'soon', at: wholeMinutes(now + SOON) },
    { kind: 'inAnHour', at: wholeMinutes(now + HOUR) },
    { kind: 'nextWorkingDay', at: instantOf(workingDayAfter(today, 1, holidays), MORNING, timeZone) },
  ];
  if (afternoon !== undefined) moments.push({ kind: 'afternoon', at: afternoon });
  return moments.sort((a, b) => a.at - b.at);
}

/** A time as it is typed, `14:30`, `14.30`, `1430` or `9`, as `14:30`; null when it is none. */
function readClock(typed: string): string | null {
  const { hours, minutes = '00' } =
    /^(?<hours>\d{1,2})(?:[:.]?(?<minutes>\d{2}))?(?:\s*(?:uur|u|h))?$/i.exec(typed.trim())?.groups ?? {};
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** The next instant at which the practice's clock shows what was typed; null when that is no time. */
export function nextTime(typed: string, now: number, timeZone: string): number | null {
  const time = readClock(typed);
  if (!time) return null;
  const today = dayOf(now, timeZone);
  const at = instantOf(today, time, timeZone);
  return at > now ? at : instantOf(dayAfter(today, 1, timeZone), time, timeZone);
}

export interface Given {
  /** Null when it was given to a role. */
  toUserId: number | null;
  /** The role it was given to, or that the worker has it was given to. */
  role: Role;
  /** Whether the worker it was given to is still in the team. */
  isInTeam: boolean;
}

/** Whether a worker is asked to do it. What nobody is left for is for everybody: it never disappears from sight. */
export function isFor(given: Given, worker: { id: number; role: Role }, rolesInTeam: readonly Role[]): boolean {
  if (given.toUserId !== null && given.isInTeam) return given.toUserId === worker.id;
  return given.role === worker.role || !rolesInTeam.includes(given.role);
}
