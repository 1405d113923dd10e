import type { Kysely } from 'kysely';
import type { Behaviour, Outcome } from '../../../../shared/contract/incidentKinds.ts';
import type { Incident, IncidentRecord, OwnIncident } from '../../../../shared/contract/incidents.ts';
import { statusOf } from '../../rules/incidentStatus.ts';
import { keptQuery, onlyRow, type ValueIn } from '../../store/keptQuery.ts';
import type { Schema } from '../../store/schema.ts';
import { isRestrictedIncident } from '../privacy/restrictions.ts';
import { incidentPeople, metIncidents } from './people.ts';

type Database = Kysely<Schema>;

/** The behaviours and outcomes of incidents, asked in two queries and handed out by id. */
export async function incidentKinds(database: Database, incidentIds: readonly number[]) {
  const behaviours = new Map<number, Behaviour[]>();
  const outcomes = new Map<number, Outcome[]>();
  if (incidentIds.length > 0) {
    for (const row of await database
      .selectFrom('incidentBehaviour')
      .selectAll()
      .where('incidentId', 'in', incidentIds)
      .execute()) {
      behaviours.set(row.incidentId, [...(behaviours.get(row.incidentId) ?? []), row.behaviour]);
    }
    for (const row of await database
      .selectFrom('incidentOutcome')
      .selectAll()
      .where('incidentId', 'in', incidentIds)
      .execute()) {
      outcomes.set(row.incidentId, [...(outcomes.get(row.incidentId) ?? []), row.outcome]);
    }
  }
  return (id: number) => ({ behaviours: behaviours.get(id) ?? [], outcomes: outcomes.get(id) ?? [] });
}

const newBehaviour = keptQuery((database, value: ValueIn<{ incidentId: number; behaviour: Behaviour }>) =>
  database.insertInto('incidentBehaviour').values({ incidentId: value('incidentId'), behaviour: value('behaviour') }),
);

const newOutcome = keptQuery((database, value: ValueIn<{ incidentId: number; outcome: Outcome }>) =>
  database.insertInto('incidentOutcome').values({ incidentId: value('incidentId'), outcome: value('outcome') }),
);

/** Adds the behaviours and outcomes of an incident that has none yet. */
export async function writeKinds(
  database: Database,
  incidentId: number,
  kinds: { behaviours: readonly Behaviour[]; outcomes: readonly Outcome[] },
): Promise<void> {
  for (const behaviour of new Set(kinds.behaviours)) await newBehaviour(database, { incidentId, behaviour });
  for (const outcome of new Set(kinds.outcomes)) await newOutcome(database, { incidentId, outcome });
}

type NewIncident = Pick<IncidentRecord, 'draftId' | 'channel' | 'severity'> & {
  callerId: number | null;
  userId: number;
  now: number;
};

const newIncident = keptQuery((database, value: ValueIn<NewIncident>) =>
  database
    .insertInto('incident')
    .values({
      callerId: value('callerId'),
      draftId: value('draftId'),
      userId: value('userId'),
      channel: value('channel'),
      severity: value('severity'),
      weight: 'asItWas',
      words: '',
      account: '',
      witnesses: '',
      occurredAt: value('now'),
    })
    .returning('id'),
);

export async function insertIncident(
  database: Database,
  record: IncidentRecord,
  callerId: number | null,
  userId: number,
  now: number,
): Promise<number> {
  const { draftId, channel, severity } = record;
  const { id } = onlyRow(await newIncident(database, { callerId, draftId, userId, channel, severity, now }));
  await writeKinds(database, id, record);
  return id;
}

function incidentRows(database: Database) {
  return database
    .selectFrom('incident')
    .innerJoin('user as worker', 'worker.id', 'incident.userId')
    .leftJoin('caller', 'caller.id', 'incident.callerId')
    .leftJoin('user as reviewer', 'reviewer.id', 'incident.reviewedBy')
    .leftJoin('user as closer', 'closer.id', 'incident.closedBy')
    .leftJoin('user as asker', 'asker.id', 'incident.questionBy')
    .leftJoin('incident as original', 'original.id', 'incident.duplicateOfId')
    .leftJoin('user as originalWorker', 'originalWorker.id', 'original.userId')
    .selectAll('incident')
    .select([
      'asker.name as askerName',
      'original.occurredAt as originalAt',
      'originalWorker.name as originalWorkerName',
      'closer.name as closerName',
    ])
    .select(['worker.name as workerName', 'caller.displayName as callerName', 'reviewer.name as reviewerName'])
    .select((select) =>
      select
        .selectFrom('incidentVersion')
        .whereRef('incidentVersion.incidentId', '=', 'incident.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('corrections'),
    )
    .select(isRestrictedIncident().as('isRestricted'));
}

export type IncidentQuery = ReturnType<typeof incidentRows>;
type IncidentRow = Awaited<ReturnType<IncidentQuery['executeTakeFirstOrThrow']>>;

interface Kinds {
  behaviours: Behaviour[];
  outcomes: Outcome[];
}
type People = ReturnType<Awaited<ReturnType<typeof incidentPeople>>>;

function asIncident(row: IncidentRow, kinds: Kinds, people: People): Incident {
  const { colleagueIds, witnessIds, colleagueNames, witnessNames } = people;
  const { id, callerId, callerName, workerName, occurredAt, channel, severity } = row;
  const { completedAt, reviewedAt, reviewerName, reviewNote } = row;
  const { cause, aggressionKind, words, account, witnesses, question, questionAt, duplicateOfId, closedAt } = row;
  return {
    ...{ id, callerId, callerName, workerName, occurredAt, channel, severity },
    ...{ completedAt, reviewedAt, reviewerName, reviewNote, corrections: row.corrections ?? 0 },
    ...kinds,
    status: statusOf(row),
    question: question && questionAt ? { text: question, at: questionAt, byName: row.askerName ?? '' } : null,
    ...{ closedAt, closedByName: row.closerName },
    duplicateOf:
      duplicateOfId === null
        ? null
        : { id: duplicateOfId, occurredAt: row.originalAt ?? occurredAt, workerName: row.originalWorkerName ?? '' },
    completion: { cause, aggressionKind, words, account, colleagueIds, witnessIds, witnesses },
    ...{ colleagueNames, witnessNames },
    isRestricted: Boolean(row.isRestricted),
  };
}

async function readRows(database: Database, narrow: (query: IncidentQuery) => IncidentQuery) {
  const rows = await narrow(incidentRows(database)).execute();
  const ids = rows.map(({ id }) => id);
  const kinds = await incidentKinds(database, ids);
  const people = await incidentPeople(database, ids);
  return rows.map((row) => ({ row, incident: asIncident(row, kinds(row.id), people(row.id)) }));
}

/** What stays of an incident that is restricted: enough to count it, and to care for whoever met it. */
function asFarAsShown(incident: Incident): Incident {
  if (!incident.isRestricted) return incident;
  const unsaid = { words: '', account: '', witnesses: '', aggressionKind: null };
  return { ...incident, completion: { ...incident.completion, ...unsaid } };
}

/** Incidents as everybody with the right may see them: without the weight the worker gave them. */
export async function readIncidents(
  database: Database,
  narrow: (query: IncidentQuery) => IncidentQuery,
): Promise<Incident[]> {
  return (await readRows(database, narrow)).map(({ incident }) => asFarAsShown(incident));
}

/** The same with every word, also of what is restricted: for a step that protects others (GDPR, article 18, second paragraph). */
export async function readWholeIncidents(
  database: Database,
  narrow: (query: IncidentQuery) => IncidentQuery,
): Promise<Incident[]> {
  return (await readRows(database, narrow)).map(({ incident }) => incident);
}

/** What an incident is for one worker: the weight that nobody else sees, and whether the answer was read. */
async function asOwn(database: Database, userId: number, rows: readonly IncidentRow[]) {
  const ids = rows.map(({ id }) => id);
  const met =
    ids.length === 0
      ? []
      : await database
          .selectFrom('incidentWorker')
          .select(['incidentId', 'weight', 'feedbackReadAt'])
          .where('userId', '=', userId)
          .where('incidentId', 'in', ids)
          .execute();
  const metWith = new Map(met.map((one) => [one.incidentId, one]));
  return (row: IncidentRow) => {
    const { weight, feedbackReadAt } = metWith.get(row.id) ?? row;
    return { weight, feedbackRead: feedbackReadAt !== null, reportedByYou: row.userId === userId };
  };
}

/** The incidents a worker met, reported by themselves or a colleague. */
export async function readOwnIncidents(
  database: Database,
  userId: number,
  narrow: (query: IncidentQuery) => IncidentQuery,
): Promise<OwnIncident[]> {
  const met = metIncidents(database, userId);
  const own = await readRows(database, (query) =>
    narrow(query.where('incident.id', 'in', database.selectFrom(met.as('met')).select('met.id'))),
  );
  const forWorker = await asOwn(
    database,
    userId,
    own.map(({ row }) => row),
  );
  return own.map(({ row, incident }) => ({
    ...asFarAsShown(incident),
    // A manager may still be typing it.
    reviewNote: incident.reviewedAt === null ? null : incident.reviewNote,
    ...forWorker(row),
  }));
}
