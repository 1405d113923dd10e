import type { Kysely } from 'kysely';
import type { DoneWithIncident } from '../../../../shared/contract/incidents.ts';
import type { Schema } from '../../store/schema.ts';
import { readIncidents } from './queries.ts';

type Database = Kysely<Schema>;

async function fromReview(database: Database, incidentId: number): Promise<DoneWithIncident[]> {
  const [incident] = await readIncidents(database, (query) => query.where('incident.id', '=', incidentId));
  if (!incident) return [];
  const { question, completedAt, reviewedAt, reviewerName, closedAt, closedByName, duplicateOf } = incident;
  const done: DoneWithIncident[] = [];
  if (question) {
    done.push({ kind: 'asked', at: question.at, byName: question.byName, question: question.text });
    if (completedAt !== null && completedAt >= question.at) done.push({ kind: 'completed', at: completedAt });
  }
  if (reviewedAt !== null && duplicateOf) {
    done.push({ kind: 'duplicate', at: reviewedAt, byName: reviewerName ?? '', ofWorkerName: duplicateOf.workerName });
  } else if (reviewedAt !== null) {
    done.push({ kind: 'reviewed', at: reviewedAt, byName: reviewerName ?? '' });
  }
  if (closedAt !== null) done.push({ kind: 'closed', at: closedAt, byName: closedByName ?? '' });
  return done;
}

async function fromDecisions(database: Database, incidentId: number): Promise<DoneWithIncident[]> {
  const rows = await database
    .selectFrom('measureIncident')
    .innerJoin('measure', 'measure.id', 'measureIncident.measureId')
    .innerJoin('user', 'user.id', 'measure.decidedBy')
    .select(['measure.step', 'measure.decidedAt as at', 'user.name as byName'])
    .where('measureIncident.incidentId', '=', incidentId)
    .execute();
  return rows.map((row) => ({ kind: 'decided', ...row }));
}

/** The worker's own aftercare; that of others is not theirs to see. */
async function fromAftercare(database: Database, incidentId: number, userId: number): Promise<DoneWithIncident[]> {
  const rows = await database
    .selectFrom('aftercareOffer')
    .innerJoin('aftercare', 'aftercare.id', 'aftercareOffer.aftercareId')
    .innerJoin('user', 'user.id', 'aftercareOffer.offeredBy')
    .select(['aftercareOffer.step', 'aftercareOffer.offeredAt as at', 'user.name as byName'])
    .where('aftercare.incidentId', '=', incidentId)
    .where('aftercare.userId', '=', userId)
    .execute();
  return rows.map((row) => ({ kind: 'aftercare', ...row }));
}

/** Everything that was done with an incident, in the order it was done, for one who met it. */
export async function readDone(database: Database, incidentId: number, userId: number): Promise<DoneWithIncident[]> {
  const done = [
    ...(await fromReview(database, incidentId)),
    ...(await fromDecisions(database, incidentId)),
    ...(await fromAftercare(database, incidentId, userId)),
  ];
  return done.sort((a, b) => a.at - b.at);
}
