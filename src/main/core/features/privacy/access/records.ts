import type { Kysely } from 'kysely';
import type { Schema } from '../../../store/schema.ts';
import { mergedName } from '../../callers/mergeRecord.ts';
import { incidentKinds } from '../../incidents/queries.ts';

type Database = Kysely<Schema>;

/** The rows that stand with a caller, each with the role of whoever wrote it down. */
export async function readRecords(database: Database, callerId: number) {
  const caller = await database.selectFrom('caller').selectAll().where('id', '=', callerId).executeTakeFirst();
  if (!caller) return null;
  const numbers = await database.selectFrom('callerNumber').select('number').where('callerId', '=', callerId).execute();
  const contacts = await database
    .selectFrom('contact')
    .innerJoin('user', 'user.id', 'contact.userId')
    .select(['startedAt', 'channel', 'reason', 'text', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('startedAt')
    .execute();
  const incidents = await database
    .selectFrom('incident')
    .innerJoin('user', 'user.id', 'incident.userId')
    .selectAll('incident')
    .select('user.role')
    .where('callerId', '=', callerId)
    .orderBy('occurredAt')
    .execute();
  const incidentIds = incidents.map(({ id }) => id);
  const versions = await database
    .selectFrom('incidentVersion')
    .innerJoin('user', 'user.id', 'incidentVersion.replacedBy')
    .select(['replacedAt', 'facts', 'why', 'user.role'])
    .where(({ or, eb }) => or([eb('incidentId', 'in', incidentIds), eb('callerId', '=', callerId)]))
    .orderBy('incidentVersion.id')
    .execute();
  const attachments = await database
    .selectFrom('attachment')
    .innerJoin('user', 'user.id', 'attachment.addedBy')
    .select(['addedAt', 'attachment.name', 'kind', 'user.role'])
    .where('incidentId', 'in', incidentIds)
    .where('wholeAt', 'is not', null)
    .where('attachment.removedAt', 'is', null)
    .orderBy('addedAt')
    .execute();
  const merges = await database
    .selectFrom('callerMerge')
    .select(['mergedAt', 'record'])
    .where('keptId', '=', callerId)
    .execute();
  return {
    ...{ caller, numbers: numbers.map(({ number }) => number), contacts, incidents, versions, attachments },
    kinds: await incidentKinds(database, incidentIds),
    merges: merges.map(({ mergedAt, record }) => ({
      mergedAt,
      name: mergedName.parse(JSON.parse(record)).other.displayName,
    })),
    ...(await readSteps(database, callerId)),
    ...(await readArrangements(database, callerId)),
  };
}

async function readSteps(database: Database, callerId: number) {
  const measures = await database
    .selectFrom('measure')
    .innerJoin('user', 'user.id', 'measure.decidedBy')
    .selectAll('measure')
    .select('user.role')
    .where('callerId', '=', callerId)
    .orderBy('decidedAt')
    .execute();
  const measureIds = measures.map(({ id }) => id);
  const objections = await database
    .selectFrom('objection')
    .innerJoin('user', 'user.id', 'objection.recordedBy')
    .select(['recordedAt', 'receivedOn', 'text', 'answer', 'user.role'])
    .where('measureId', 'in', measureIds)
    .orderBy('recordedAt')
    .execute();
  const agreementIds = database.selectFrom('agreement').select('id').where('callerId', '=', callerId);
  const letters = await database
    .selectFrom('letter')
    .leftJoin('user', 'user.id', 'letter.finalBy')
    .select(['finalAt', 'kind', 'sentOn', 'sentWay', 'text', 'user.role'])
    .where(({ or, eb }) => or([eb('measureId', 'in', measureIds), eb('agreementId', 'in', agreementIds)]))
    .where('finalAt', 'is not', null)
    .$narrowType<{ finalAt: number }>()
    .orderBy('finalAt')
    .execute();
  const told = await database
    .selectFrom('told')
    .innerJoin('user', 'user.id', 'told.toldBy')
    .select(['recordedAt', 'toldOn', 'way', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('recordedAt')
    .execute();
  const policeReports = await database
    .selectFrom('policeReport')
    .innerJoin('measure', 'measure.id', 'policeReport.measureId')
    .select(['measure.decidedAt', 'reportedOn', 'reportNumber'])
    .where('measureId', 'in', measureIds)
    .where('reportedOn', 'is not', null)
    .execute();
  return { measures, objections, letters, told, policeReports };
}

async function readArrangements(database: Database, callerId: number) {
  const agreements = await database
    .selectFrom('agreement')
    .innerJoin('user', 'user.id', 'agreement.userId')
    .select(['madeAt', 'callsPerWeek', 'startsOn', 'lastDay', 'reason', 'agreedWith', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('madeAt')
    .execute();
  const exceptions = await database
    .selectFrom('exception')
    .innerJoin('user', 'user.id', 'exception.userId')
    .select(['grantedAt', 'what', 'why', 'lastDay', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('grantedAt')
    .execute();
  const handOvers = await database
    .selectFrom('handOver')
    .innerJoin('user', 'user.id', 'handOver.givenBy')
    .select(['givenAt', 'kind', 'doneAt', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('givenAt')
    .execute();
  const requests = await database
    .selectFrom('privacyRequest')
    .innerJoin('user', 'user.id', 'privacyRequest.recordedBy')
    .select(['recordedAt', 'kind', 'receivedOn', 'asked', 'answer', 'statement', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('recordedAt')
    .execute();
  const restrictions = await database
    .selectFrom('restriction')
    .innerJoin('user', 'user.id', 'restriction.setBy')
    .select(['setAt', 'ground', 'reason', 'liftedAt', 'liftedReason', 'user.role'])
    .where('callerId', '=', callerId)
    .orderBy('setAt')
    .execute();
  return { agreements, exceptions, handOvers, requests, restrictions };
}

/** The names of everybody who works or worked here, to take out of texts. */
export async function workerNames(database: Database): Promise<string[]> {
  const rows = await database.selectFrom('user').select('name').execute();
  return rows.map(({ name }) => name);
}
