import type { AgreedMoment, QuietMoments } from '../../../shared/contract/agreements.ts';
import { dayAfter, dayOf, hourOf, type InstantRange, rangeOfDay, weekdayOf, weekOf } from './practiceTime.ts';

/** The clocks of the world differ by whole quarters of an hour, so a quarter lies in one hour of any practice. */
export const QUARTER = 900_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

const WEEKS = 8;
const FEWEST_WEEKS = 2;
const PROPOSALS = 3;

/** Contacts that began in a quarter of an hour, counted from 1970 UTC. */
export interface Quarter {
  quarter: number;
  contacts: number;
}

/** The eight weeks before today: today is not over yet. */
export function weeksLookedAt(now: number, timeZone: string): InstantRange {
  const today = dayOf(now, timeZone);
  const first = dayAfter(today, -7 * WEEKS, timeZone);
  return { from: rangeOfDay(first, timeZone).from, until: rangeOfDay(today, timeZone).from };
}

interface Cell {
  weekday: number;
  hour: number;
  contacts: number;
  /** The weeks in which anything was noted in this hour. */
  weeks: Set<string>;
}

/** When the practice is quiet, by its own log. */
export function quietMoments(quarters: readonly Quarter[], timeZone: string): QuietMoments {
  const cells = new Map<number, Cell>();
  const weeks = new Set<string>();
  const sorted = quarters.filter(({ contacts }) => contacts > 0).toSorted((a, b) => a.quarter - b.quarter);
  let day = { name: '', range: { from: 0, until: 0 }, week: '' };
  for (const { quarter, contacts } of sorted) {
    const at = quarter * QUARTER;
    if (at >= day.range.until) day = dayWith(at, timeZone);
    const hour = hourIn(day.range, at, timeZone);
    const weekday = weekdayOf(day.name);
    const cell = cells.get(weekday * 24 + hour) ?? { weekday, hour, contacts: 0, weeks: new Set<string>() };
    cell.contacts += contacts;
    cell.weeks.add(day.week);
    cells.set(weekday * 24 + hour, cell);
    weeks.add(day.week);
  }
  const inOrder = [...cells.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
  // Eight weeks that end within a week touch nine.
  const counted = Math.min(weeks.size, WEEKS);
  return {
    weeks: counted,
    hours: inOrder.map(({ weekday, hour, contacts }) => ({ weekday, hour, contacts: contacts / counted })),
    proposed: counted < FEWEST_WEEKS ? [] : propose(inOrder, counted),
  };
}

function dayWith(at: number, timeZone: string) {
  const name = dayOf(at, timeZone);
  return { name, range: rangeOfDay(name, timeZone), week: weekOf(name, timeZone)[0] ?? name };
}

function hourIn({ from, until }: InstantRange, at: number, timeZone: string): number {
  // The clocks change on two days of a year: only then must the calendar be asked.
  return until - from === DAY ? Math.floor((at - from) / HOUR) : hourOf(at, timeZone);
}

/** The quietest hours, on different days; an hour in which something is noted every other week is an open one. */
function propose(cells: readonly Cell[], weeks: number): AgreedMoment[] {
  const open = cells.filter((cell) => cell.weeks.size * 2 >= weeks && cell.hour < 23);
  const proposed: Cell[] = [];
  for (const cell of open.toSorted((a, b) => a.contacts - b.contacts)) {
    if (proposed.length === PROPOSALS) break;
    if (!proposed.some(({ weekday }) => weekday === cell.weekday)) proposed.push(cell);
  }
  return proposed.map(({ weekday, hour }) => ({ weekday, from: clock(hour), until: clock(hour + 1) }));
}

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
