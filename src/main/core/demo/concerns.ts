import { concernFinding } from '../../../shared/contract/distress.ts';
import { kindOfFinding } from '../rules/concern.ts';
import { dayAfter, dayOf, rangeOfDay } from '../rules/practiceTime.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

/** Calls of concern: one of today that is not complete yet, and some that were taken over. */
export function insertConcerns(connection: SqliteConnection, practice: DemoPractice, firstPerson: number): void {
  const { now, timeZone, people, workerIds, managerId, demo, material } = practice;
  if (people < material.concerns.length) return;
  const insert = connection.prepare(
    `insert into concern (callerId, userId, kind, finding, handedOverTo, takenOverBy, takenOverAt, remark, occurredAt,
      completedAt, demo) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [nth, concern] of material.concerns.entries()) {
    const { finding, handedOverTo, daysAgo, takenOverBy, takenOverAt, remark } = concern;
    const opens = rangeOfDay(dayAfter(dayOf(now, timeZone), -daysAgo, timeZone), timeZone).from + 10 * HOUR;
    const at = daysAgo === 0 ? now - QUARTER : opens + nth * QUARTER;
    insert.run(
      // From the end: the people who call least, so that what is known of a caller does not heap up.
      firstPerson + people - 1 - nth,
      workerIds[nth % workerIds.length] ?? managerId,
      kindOfFinding(concernFinding.parse(finding)),
      finding,
      handedOverTo,
      takenOverBy,
      takenOverAt,
      remark,
      at,
      daysAgo === 0 ? null : at + QUARTER,
      demo,
    );
  }
}
