import { dayAfter, dayOf, rangeOfDay, weekdayOf, weekOf } from '../rules/practiceTime.ts';
import { teamTotal } from '../rules/teamTotal.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';
import { type Random, seededRandom } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Within what is kept of a worker's own time. */
const DAYS_AT_WORK = 10;
const WEEKS = 8;

function insertDay(connection: SqliteConnection, userId: number, opens: number, random: Random): void {
  const work = connection.prepare('insert into workSpan (userId, startedAt, endedAt) values (?, ?, ?)');
  const event = connection.prepare('insert into breakEvent (userId, kind, startedAt, endedAt) values (?, ?, ?, ?)');
  work.run(userId, opens, opens + 4 * HOUR);
  work.run(userId, opens + 5 * HOUR, opens + 9 * HOUR);
  const at = opens + random.int(90, 220) * MINUTE;
  if (random.int(0, 2) > 0) event.run(userId, 'break', at, at + random.int(8, 15) * MINUTE);
  else event.run(userId, 'otherWork', at, at + random.int(30, 60) * MINUTE);
}

/** The last days at work with their breaks, and what a manager sees of it: totals of weeks before the practice began. */
export function insertBreaks(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, workerIds, seed } = practice;
  const random = seededRandom(seed + 3);
  const today = dayOf(now, timeZone);
  for (let back = 1; back <= DAYS_AT_WORK; back += 1) {
    const day = dayAfter(today, -back, timeZone);
    if (weekdayOf(day) > 5) continue;
    for (const userId of workerIds) insertDay(connection, userId, rangeOfDay(day, timeZone).from + 8 * HOUR, random);
  }
  const began = Number(connection.prepare('select min(createdAt) from user where demo = 0').pluck().get());
  const [monday = today] = weekOf(dayOf(began, timeZone), timeZone);
  const week = connection.prepare('insert or ignore into breakWeek (monday, breaks, prompts) values (?, ?, ?)');
  // Told as those of the practice itself are: rounded, and not at all where too few people have a part.
  const total = (most: number) => teamTotal(workerIds.map(() => random.int(0, most)));
  for (let back = 1; back <= WEEKS; back += 1) {
    week.run(dayAfter(monday, -7 * back, timeZone), total(7), total(2));
  }
}
