import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';

const HOUR = 3_600_000;
/** Before a step follows. */
const AFTER = 2 * HOUR;
const EVERY = 7;

interface Incident {
  id: number;
  callerId: number;
  channel: string;
  severity: string;
  cause: string | null;
  words: string;
  occurredAt: number;
  userId: number;
  behaviours: string;
  outcomes: string;
}

/** Some incidents said less, or something else, until somebody corrected them. */
export function insertCorrections(connection: SqliteConnection, practice: DemoPractice): void {
  const incidents = connection
    .prepare<[number], Incident>(
      `select id, callerId, channel, severity, cause, words, occurredAt, userId,
          (select json_group_array(behaviour) from incidentBehaviour where incidentId = incident.id) as behaviours,
          (select json_group_array(outcome) from incidentOutcome where incidentId = incident.id) as outcomes
        from incident where demo = ? and reviewedAt is not null order by occurredAt desc, id`,
    )
    .all(practice.demo);
  const { corrections } = practice.material;
  const version = connection.prepare(
    `insert into incidentVersion (incidentId, callerId, facts, replacedAt, replacedBy, how, why)
      values (?, ?, ?, ?, ?, 'corrected', ?)`,
  );
  const corrected = incidents.filter((_incident, index) => index % EVERY === 0);
  for (const [nth, { id, callerId, userId, behaviours, outcomes, ...rest }] of corrected.entries()) {
    const { why, account } = corrections[nth % corrections.length] ?? { why: '', account: '' };
    const facts = {
      ...{ ...rest, account, aggressionKind: null, colleagueIds: [], witnessIds: [], witnesses: '' },
      ...{ behaviours: JSON.parse(behaviours), outcomes: JSON.parse(outcomes) },
    };
    const at = Math.min(rest.occurredAt + AFTER, practice.now);
    const by = nth % 2 === 0 ? userId : practice.managerId;
    version.run(id, callerId, JSON.stringify(facts), at, by, why);
  }
}
