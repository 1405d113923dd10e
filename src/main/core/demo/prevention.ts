import { dayAfter, dayOf } from '../rules/practiceTime.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const DAY = 86_400_000;

/** What happened beside the trends, what the practice did about them, and what it looked at. */
export function insertPrevention(
  connection: SqliteConnection,
  { now, timeZone, leadId, material }: DemoPractice,
): void {
  const inDays = (days: number | null) => (days === null ? null : dayAfter(dayOf(now, timeZone), days, timeZone));
  const event = connection.prepare(
    'insert into trendEvent (kind, fromDay, lastDay, what, addedBy, addedAt) values (?, ?, ?, ?, ?, ?)',
  );
  for (const { kind, from, lastDay, what } of material.events) {
    event.run(kind, inDays(from), inDays(lastDay), what, leadId, now + lastDay * DAY);
  }
  const improvement = connection.prepare(
    `insert into improvement (what, why, cause, who, dueOn, doneOn, addedBy, addedAt)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { what, why, cause, who, dueOn, doneOn } of material.improvements) {
    improvement.run(what, why, cause, who, inDays(dueOn), inDays(doneOn), leadId, now - 24 * DAY);
  }
  const look = connection.prepare(
    `insert into checkLook (pointId, lookedOn, note, nextOn, userId, at)
      values ((select id from checkPoint where starting = ?), ?, ?, ?, ?, ?)`,
  );
  for (const { item, on, note, nextOn } of material.checks) {
    look.run(item, inDays(on), note, inDays(nextOn), leadId, now + on * DAY);
  }
}
