import type { SqliteConnection } from '../store/open.ts';
import type { DemoPractice } from './generate.ts';
import { seededRandom } from './random.ts';

/** So many incidents are met by one colleague more, and so many are seen by one. */
const EVERY_MET = 5;
const EVERY_SEEN = 4;

/** Colleagues who met some of the incidents too, and who saw or heard others. */
export function insertIncidentPeople(connection: SqliteConnection, practice: DemoPractice): void {
  const random = seededRandom(practice.seed + 1);
  const incidents = connection
    .prepare<[number], { id: number; userId: number }>('select id, userId from incident where demo = ? order by id')
    .all(practice.demo);
  const met = connection.prepare('insert into incidentWorker (incidentId, userId) values (?, ?)');
  const seen = connection.prepare('insert into incidentWitness (incidentId, userId) values (?, ?)');
  for (const [nth, { id, userId }] of incidents.entries()) {
    const others = practice.workerIds.filter((workerId) => workerId !== userId);
    if (others.length === 0) return;
    if (nth % EVERY_MET === 1) met.run(id, random.pick(others));
    else if (nth % EVERY_SEEN === 2) seen.run(id, random.pick(others));
  }
}
