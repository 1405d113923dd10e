import type { AftercareOutcome, AftercareStep } from '../../../shared/contract/aftercare.ts';

import { nextDayThere } from '../rules/aftercare.ts';
import { dayOf, rangeOfDay } from '../rules/practiceTime.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** As long as the clock of aftercare runs, and a little longer. */
const LOOK_BACK = 58 * DAY;
const MOST = 6;

interface Met {
  id: number;
  userId: number;
  occurredAt: number;
}

interface Held {
  step: AftercareStep;
  days: number;
  outcome: AftercareOutcome;
  agreed: string;
}

const support: Held = { step: 'first', days: 0, outcome: 'taken', agreed: 'Rest van de middag achter de balie.' };
const talk: Held = {
  step: 'talk',
  days: 2,
  outcome: 'taken',
  agreed: 'Een week geen spoedlijn; Karin belt de beller.',
};
const second: Held = { step: 'secondTalk', days: 14, outcome: 'taken', agreed: '' };

/** In turn: everything on time, nothing offered yet, and a talk that was refused. */
const stories: readonly (readonly Held[])[] = [
  [support, talk, second],
  [],
  [support, { ...talk, outcome: 'refused', agreed: '' }],
];

/** Aftercare for the newest serious incidents: some on time, some late, some refused. */
export function insertAftercare(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, managerId, demo } = practice;
  const met = connection
    .prepare<[number, number, number], Met>(
      `select id, userId, occurredAt from incident
        where demo = ? and severity <> 'unpleasant' and occurredAt > ? order by occurredAt desc, id limit ?`,
    )
    .all(demo, now - LOOK_BACK, MOST);
  const aftercare = connection.prepare(
    'insert into aftercare (incidentId, userId, startedAt, requested) values (?, ?, ?, 0)',
  );
  const offer = connection.prepare(
    `insert into aftercareOffer (aftercareId, step, offeredBy, offeredAt, agreed, outcome, answeredAt)
      values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const presence = { timeZone, workingDays: [1, 2, 3, 4, 5], holidays: new Set<string>(), absences: [] };
  for (const [nth, { id, userId, occurredAt }] of met.entries()) {
    const { lastInsertRowid } = aftercare.run(id, userId, occurredAt);
    for (const { step, days, outcome, agreed } of stories[nth % stories.length] ?? []) {
      const day = nextDayThere(dayOf(occurredAt + days * DAY, timeZone), presence);
      const at = days === 0 ? occurredAt + HOUR / 2 : rangeOfDay(day, timeZone).from + 11 * HOUR;
      if (at <= now) offer.run(lastInsertRowid, step, managerId, at, agreed, outcome, at);
    }
  }
}
