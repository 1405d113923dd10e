import type { Kysely } from 'kysely';
import type { IncidentCompletion } from '../../../../shared/contract/incidents.ts';
import { changedFields } from '../../rules/incidentVersions.ts';
import type { Schema } from '../../store/schema.ts';
import { readFacts, writeFacts } from './facts.ts';
import { eachOnce, writeWeight } from './people.ts';
import { keepVersionIfRead } from './versions.ts';

type Database = Kysely<Schema>;

/** Adds what the reporter fills in; once somebody has read the incident, what it said before is kept. */
export async function completeIncident(
  database: Database,
  incidentId: number,
  { weight, ...completion }: Partial<IncidentCompletion>,
  userId: number,
  now: number,
): Promise<void> {
  if (weight) await writeWeight(database, incidentId, userId, weight);
  const facts = await readFacts(database, incidentId);
  const completed = await eachOnce(database, incidentId, { ...facts, ...completion });
  if (changedFields(facts, completed).length === 0) return;
  await keepVersionIfRead(database, incidentId, facts, { by: userId, at: now, how: 'completed', why: '' });
  await writeFacts(database, incidentId, facts, completed);
}

/** Takes an incident off the list of what is still to complete. */
export async function markCompleted(database: Database, incidentId: number, at: number): Promise<void> {
  await database.updateTable('incident').set({ completedAt: at }).where('id', '=', incidentId).execute();
}
