import { dayAfter, dayOf, weekdayOf, weekOf } from '../rules/practiceTime.ts';
import { defaultRotationRule, proposeRotation } from '../rules/rotation.ts';
import { renewalDay } from '../rules/training.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const DAY = 86_400_000;
const WORKING_DAYS = 5;
/** In days from today, in turn: most are valid, one is to be renewed soon, one is overdue. */
const FOLLOWED = [-100, -335, -150, -60, -210, -400, -30];

function insertTrainings(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, leadId, managerId, workerIds, material } = practice;
  const team = [...new Set([...workerIds, leadId, managerId])];
  const training = connection.prepare('insert into training (name, kind, validMonths) values (?, ?, ?)');
  const record = connection.prepare(
    `insert into trainingRecord (trainingId, userId, doneOn, certificate, renewBy, recordedBy, recordedAt)
      values (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [nth, { name, kind, validMonths }] of material.trainings.entries()) {
    const { lastInsertRowid } = training.run(name, kind, validMonths);
    for (const [place, userId] of team.entries()) {
      // Somebody has not followed each of them yet.
      if (place === nth) continue;
      const daysAgo = FOLLOWED[(place + 3 * nth) % FOLLOWED.length] ?? 0;
      const doneOn = dayAfter(dayOf(now, timeZone), daysAgo, timeZone);
      const renewBy = renewalDay(doneOn, validMonths);
      record.run(lastInsertRowid, userId, doneOn, '', renewBy, leadId, now + daysAgo * DAY);
    }
  }
}

/** The last one is about whoever tries the program. */
function insertCoaching(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, leadId, managerId, workerIds, material } = practice;
  const inDays = (days: number | null) => (days === null ? null : dayAfter(dayOf(now, timeZone), days, timeZone));
  const moment = connection.prepare(
    `insert into coachingMoment (userId, coachId, subject, onDay, held, agreed, agreedBy, agreedDone, plannedBy, plannedAt)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [nth, { subject, onDay, held, agreed, agreedBy }] of material.coaching.entries()) {
    const agreedDone = agreedBy !== null && agreedBy < 0 ? 1 : 0;
    const day = inDays(onDay);
    const isLast = nth === material.coaching.length - 1;
    const worker = isLast && leadId !== managerId ? managerId : workerIds[nth % workerIds.length];
    moment.run(worker, leadId, subject, day, held, agreed, inDays(agreedBy), agreedDone, leadId, now - 40 * DAY);
  }
}

/** Who is away next week. */
function insertAbsence(connection: SqliteConnection, practice: DemoPractice) {
  const { now, timeZone, leadId, workerIds } = practice;
  const today = dayOf(now, timeZone);
  const monday = dayAfter(today, 8 - weekdayOf(today), timeZone);
  const absence = { userId: workerIds.at(-1), firstDay: monday, lastDay: dayAfter(monday, 2, timeZone) };
  connection
    .prepare('insert into absence (userId, firstDay, lastDay, recordedBy, recordedAt) values (?, ?, ?, ?, ?)')
    .run(absence.userId, absence.firstDay, absence.lastDay, leadId, now - DAY);
  return absence;
}

/** The duties of this week and the next, as the app itself proposes them. */
function insertRotation(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, workerIds } = practice;
  const away = insertAbsence(connection, practice);
  const today = dayOf(now, timeZone);
  const weeks = [today, dayAfter(today, 7, timeZone)].map((day) => weekOf(day, timeZone).slice(0, WORKING_DAYS));
  const turns = proposeRotation({
    slots: weeks.flat().flatMap((day) => (['morning', 'afternoon'] as const).map((part) => ({ day, part }))),
    people: workerIds,
    rule: defaultRotationRule,
    isAbsent: (userId, day) => userId === away.userId && day >= away.firstDay && day <= away.lastDay,
    before: [],
  });
  const turn = connection.prepare('insert into turn (day, part, userId, duty) values (?, ?, ?, ?)');
  for (const { day, part, userId, duty } of turns) turn.run(day, part, userId, duty);
}

/** What the team followed, what was coached, who is away, and who has which duty. */
export function insertTeamRecords(connection: SqliteConnection, practice: DemoPractice): void {
  insertTrainings(connection, practice);
  insertCoaching(connection, practice);
  insertRotation(connection, practice);
}
