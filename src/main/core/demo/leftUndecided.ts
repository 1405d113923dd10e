import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
/** What is newer still waits for a decision. */
const LEFT_AFTER = 96 * HOUR;

/** Older incidents after which no step was needed, with why. */
export function insertLeftUndecided(
  connection: SqliteConnection,
  { now, managerId, demo, material }: DemoPractice,
): void {
  const older = connection
    .prepare<[number, number], { id: number; occurredAt: number }>(
      `select id, occurredAt from incident where demo = ? and occurredAt < ?
        and not exists (select 1 from measureIncident where incidentId = incident.id) order by occurredAt, id`,
    )
    .all(demo, now - LEFT_AFTER);
  const left = connection.prepare('insert into leftUndecided (incidentId, userId, reason, at) values (?, ?, ?, ?)');
  for (const [nth, { id, occurredAt }] of older.entries()) {
    const reason = material.leftReasons[nth % material.leftReasons.length];
    left.run(id, managerId, reason, occurredAt + 9 * HOUR);
  }
}
