import { dayAfter, dayOf } from '../rules/practiceTime.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const DAY = 86_400_000;

/** In days from today: an agreement that must be looked at now, one that runs on, one that was ended. */
const AGREEMENTS = [
  { from: -21, reviewOn: 0, lastDay: 40, endedAgo: null },
  { from: -7, reviewOn: 21, lastDay: 60, endedAgo: null },
  { from: -50, reviewOn: -20, lastDay: 10, endedAgo: 3 },
];
const MOMENTS = [
  { weekday: 2, from: '14:00', until: '14:30' },
  { weekday: 4, from: '15:30', until: '16:00' },
];
/** In days from today: exceptions that lapse today, later, later still; and one that is over. */
const EXCEPTIONS_UNTIL = [0, 12, 45, -6];

/** Call agreements with those who call most, and exceptions for the people after them. */
export function insertArrangements(connection: SqliteConnection, practice: DemoPractice, firstPerson: number): void {
  const { now, timeZone, managerId, people } = practice;
  const today = dayOf(now, timeZone);
  const inDays = (days: number) => dayAfter(today, days, timeZone);
  const worker = (nth: number) => practice.workerIds[nth % practice.workerIds.length] ?? managerId;
  if (people < AGREEMENTS.length + EXCEPTIONS_UNTIL.length) return;

  const agreement = connection.prepare(
    `insert into agreement (callerId, userId, callsPerWeek, startsOn, lastDay, reviewOn, reason, agreedWith, madeAt,
      endedAt, endedBy) values (?, ?, 2, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const moment = connection.prepare(
    'insert into agreementMoment (agreementId, weekday, fromTime, untilTime) values (?, ?, ?, ?)',
  );
  for (const [nth, { from, reviewOn, lastDay, endedAgo }] of AGREEMENTS.entries()) {
    const words = practice.material.agreements[nth % practice.material.agreements.length];
    const { lastInsertRowid } = agreement.run(
      firstPerson + nth,
      worker(nth),
      inDays(from),
      inDays(lastDay),
      inDays(reviewOn),
      words?.reason,
      words?.agreedWith,
      now + from * DAY,
      endedAgo === null ? null : now - endedAgo * DAY,
      endedAgo === null ? null : managerId,
    );
    for (const { weekday, from: start, until } of MOMENTS) moment.run(lastInsertRowid, weekday, start, until);
  }

  const exception = connection.prepare(
    'insert into exception (callerId, userId, what, why, lastDay, grantedAt) values (?, ?, ?, ?, ?, ?)',
  );
  for (const [nth, until] of EXCEPTIONS_UNTIL.entries()) {
    const words = practice.material.exceptions[nth % practice.material.exceptions.length];
    const callerId = firstPerson + AGREEMENTS.length + nth;
    exception.run(callerId, worker(nth), words?.what, words?.why, inDays(until), now - (20 + nth) * DAY);
  }
}
