import type { AftercareOutcome, AftercareStep } from '../../../shared/contract/aftercare.ts';

import { nextDayThere } from '../rules/aftercare.ts';
import { dayOf, rangeOfDay } from '../rules/practiceTime.ts';
import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** As long as the clock of aftercare runs, and a little longer. */
const LOOK_BACK = 58 * DAY;
const MOST = 7;

interface Met {
  id: number;
  userId: number;
  occurredAt: number;
}

interface Held {
  step: AftercareStep;
  days: number;
  /** Null while it was only offered. */
  outcome: AftercareOutcome | null;
  agreed: string;
}

interface Story {
  held: readonly Held[];
  /** The worker closed it. */
  closed?: true;
}

const support: Held = { step: 'first', days: 0, outcome: 'taken', agreed: 'Rest van de middag achter de balie.' };
const talk: Held = {
  step: 'talk',
  days: 2,
  outcome: 'taken',
  agreed: 'Een week geen spoedlijn; Karin belt de beller.',
};
const second: Held = { step: 'secondTalk', days: 14, outcome: 'taken', agreed: '' };

/** In turn: a talk the worker would like, nothing offered yet, everything on time, a talk that was refused, and an end. */
const stories: readonly Story[] = [
  { held: [support, { ...talk, days: 0, outcome: null }] },
  { held: [] },
  { held: [support, talk, second] },
  { held: [support, { ...talk, outcome: 'refused', agreed: '' }] },
  { held: [support, talk], closed: true },
];

/** Aftercare for the newest serious incidents: agreed on, late, on time, refused, and done with. */
export function insertAftercare(connection: SqliteConnection, practice: DemoPractice): void {
  const { now, timeZone, managerId, demo } = practice;
  const met = connection
    .prepare<[number, number, number], Met>(
      `select id, userId, occurredAt from incident
        where demo = ? and severity <> 'unpleasant' and occurredAt > ? order by occurredAt desc, id limit ?`,
    )
    .all(demo, now - LOOK_BACK, MOST);
  const aftercare = connection.prepare(
    'insert into aftercare (incidentId, userId, startedAt, requested, closedAt, closedBy) values (?, ?, ?, 0, ?, ?)',
  );
  const offer = connection.prepare(
    `insert into aftercareOffer (aftercareId, step, offeredBy, offeredAt, agreed, acceptedAt, outcome, answeredAt)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const presence = { timeZone, workingDays: [1, 2, 3, 4, 5], holidays: new Set<string>(), absences: [] };
  for (const [nth, { id, userId, occurredAt }] of met.entries()) {
    const { held, closed } = stories[nth % stories.length] ?? { held: [] };
    const endedAt = closed ? Math.min(now, occurredAt + 9 * DAY) : null;
    const { lastInsertRowid } = aftercare.run(id, userId, occurredAt, endedAt, endedAt === null ? null : userId);
    for (const { step, days, outcome, agreed } of held) {
      const day = nextDayThere(dayOf(occurredAt + days * DAY, timeZone), presence);
      const at = days === 0 ? occurredAt + HOUR / 2 : rangeOfDay(day, timeZone).from + 11 * HOUR;
      const answeredAt = outcome === null ? null : at;
      const acceptedAt = outcome === null ? Math.min(now, at + HOUR) : null;
      if (at <= now) offer.run(lastInsertRowid, step, managerId, at, agreed, acceptedAt, outcome, answeredAt);
    }
  }
}
