import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Procedures of the invented practice, one of them decided on anew, and read by most. */
export function insertHouseRules(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, leadId, workerIds, material } = practice;
  const version = connection.prepare(
    `insert into houseRuleVersion (document, version, titleNl, textNl, titleEn, textEn, note, decidedBy, decidedAt)
      values (?, ?, ?, ?, '', '', ?, ?, ?)`,
  );
  const reading = connection.prepare(
    'insert into houseRuleReading (document, version, userId, readAt) values (?, ?, ?, ?)',
  );
  for (const { document, version: number, title, text, note, daysAgo, readBy } of material.procedures) {
    const decidedAt = now - daysAgo * DAY;
    version.run(document, number, title, text, note, leadId, decidedAt);
    for (const [nth, userId] of workerIds.slice(0, readBy).entries()) {
      reading.run(document, number, userId, Math.min(now, decidedAt + (nth + 1) * 5 * HOUR));
    }
  }
}
