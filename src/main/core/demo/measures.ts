import { measures as texts } from '../../../shared/i18n/nl/measures.ts';
import { lastDayOf, reviewDayOf } from '../rules/contactBan.ts';
import { dayOf } from '../rules/practiceTime.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** What is newer still waits for a decision. */
const DECIDED_AFTER = 4 * DAY;
const INCIDENTS_FOR_A_MEASURE = 8;
const BAN_MONTHS = 3;
const WARNING_MONTHS = 12;

interface Ground {
  id: number;
  callerId: number;
  account: string;
  occurredAt: number;
}

/** A ban after the one serious incident, a warning after the other, each decided some hours later. */
export function insertMeasures(connection: SqliteConnection, practice: DemoPractice): void {
  const grounds = connection
    .prepare<[number, number, number], Ground>(
      `select id, callerId, account, max(occurredAt) as occurredAt from incident
        where demo = ? and severity <> 'unpleasant' and occurredAt < ?
        group by callerId order by occurredAt desc, id limit ?`,
    )
    .all(practice.demo, practice.now - DECIDED_AFTER, Math.floor(practice.incidents / INCIDENTS_FOR_A_MEASURE));
  const measure = connection.prepare(
    `insert into measure (callerId, step, reason, decidedBy, decidedAt, fromDay, lastDay, reviewDay, staysOpen, demo)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const channel = connection.prepare('insert into measureChannel (measureId, channel) values (?, ?)');
  const link = connection.prepare('insert into measureIncident (measureId, incidentId) values (?, ?)');
  for (const [nth, ground] of grounds.entries()) {
    const isBan = nth % 2 === 0;
    const decidedAt = ground.occurredAt + 6 * HOUR;
    const from = dayOf(decidedAt, practice.timeZone);
    const lastDay = lastDayOf(from, isBan ? BAN_MONTHS : WARNING_MONTHS);
    const { lastInsertRowid } = measure.run(
      ground.callerId,
      isBan ? 'contactBan' : 'warning',
      ground.account,
      practice.managerId,
      decidedAt,
      from,
      lastDay,
      isBan ? reviewDayOf(from, lastDay) : null,
      isBan ? texts.form.staysOpenDefault : '',
      practice.demo,
    );
    if (isBan) for (const closed of ['phone', 'desk']) channel.run(lastInsertRowid, closed);
    link.run(lastInsertRowid, ground.id);
  }
}
