import type { Kysely, Updateable } from 'kysely';
import {
  type BannableChannel,
  type BanTerms,
  bannableChannel,
  type Decision,
} from '../../../../shared/contract/measureDecision.ts';
import type { LinkedIncident, Measure, Told } from '../../../../shared/contract/measures.ts';
import { answerNoLater } from '../../rules/answering.ts';
import { stateOf } from '../../rules/contactBan.ts';
import { dayOf } from '../../rules/practiceTime.ts';
import type { Schema } from '../../store/schema.ts';
import { writeFeedbackUnread } from '../incidents/people.ts';
import { readWholeIncidents } from '../incidents/queries.ts';
import { readAsTheyWere } from '../incidents/versions.ts';
import { toldOfMeasures } from './told.ts';

type Database = Kysely<Schema>;

/** The moment and the place that tell what runs. */
export interface Now {
  now: number;
  timeZone: string;
}

function measureRows(database: Database) {
  return database
    .selectFrom('measure')
    .innerJoin('caller', 'caller.id', 'measure.callerId')
    .innerJoin('user as decider', 'decider.id', 'measure.decidedBy')
    .leftJoin('user as lifter', 'lifter.id', 'measure.liftedBy')
    .selectAll('measure')
    .select(['caller.displayName as callerName', 'decider.name as decidedByName', 'lifter.name as lifterName'])
    .select((select) =>
      select
        .selectFrom('objection')
        .whereRef('objection.measureId', '=', 'measure.id')
        .where('objection.answeredAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('openObjections'),
    );
}

type MeasureQuery = ReturnType<typeof measureRows>;
type MeasureRow = Awaited<ReturnType<MeasureQuery['executeTakeFirstOrThrow']>>;

async function channelsOf(database: Database, measureIds: readonly number[]) {
  const rows =
    measureIds.length === 0
      ? []
      : await database.selectFrom('measureChannel').selectAll().where('measureId', 'in', measureIds).execute();
  const channels = Map.groupBy(rows, ({ measureId }) => measureId);
  return (id: number): BannableChannel[] => {
    const closed = (channels.get(id) ?? []).map(({ channel }) => channel);
    return bannableChannel.options.filter((channel) => closed.includes(channel));
  };
}

function asMeasure(
  row: MeasureRow,
  { channels, told }: { channels: BannableChannel[]; told: Told | null },
  { now, timeZone }: Now,
): Measure {
  const { id, callerId, callerName, step, reason, decidedAt, decidedByName, lastDay, reviewDay, reviewedAt } = row;
  const { scope, scopeName, staysOpen, outcome, openObjections, liftedAt, liftedReason, lifterName } = row;
  const { replacesId, replacesAs, answerBefore } = row;
  return {
    ...{ id, callerId, callerName, step, reason, decidedAt, decidedByName, lastDay, reviewDay, reviewedAt },
    ...{ channels, scope, scopeName, staysOpen, outcome },
    replaces: replacesId === null || replacesAs === null ? null : { id: replacesId, as: replacesAs },
    answer: answerBefore === null ? null : { before: answerNoLater(answerBefore, now), told },
    from: row.fromDay,
    state: stateOf(row, now, timeZone),
    lifted: liftedAt === null ? null : { at: liftedAt, reason: liftedReason ?? '', byName: lifterName ?? '' },
    openObjections: openObjections ?? 0,
  };
}

export async function readMeasures(
  database: Database,
  moment: Now,
  narrow: (query: MeasureQuery) => MeasureQuery,
): Promise<Measure[]> {
  const rows = await narrow(measureRows(database)).execute();
  const ids = rows.map(({ id }) => id);
  const channels = await channelsOf(database, ids);
  const told = await toldOfMeasures(database, ids);
  return rows.map((row) => asMeasure(row, { channels: channels(row.id), told: told.get(row.id) ?? null }, moment));
}

export async function readMeasure(database: Database, moment: Now, measureId: number): Promise<Measure | undefined> {
  const [measure] = await readMeasures(database, moment, (query) => query.where('measure.id', '=', measureId));
  return measure;
}

/** Everything that was decided about a caller, the newest first. */
export function measuresOfCaller(database: Database, moment: Now, callerId: number): Promise<Measure[]> {
  return readMeasures(database, moment, (query) =>
    query.where('measure.callerId', '=', callerId).orderBy('measure.decidedAt', 'desc'),
  );
}

/** The bans of callers that run or are to come. */
export async function bansInForce(
  database: Database,
  callerIds: readonly number[],
  moment: Now,
): Promise<(Measure & { from: string; lastDay: string })[]> {
  const found = await readMeasures(database, moment, (query) =>
    query
      .where('measure.callerId', 'in', callerIds)
      .where('measure.step', '=', 'contactBan')
      .where('measure.lastDay', '>=', dayOf(moment.now, moment.timeZone))
      .where('measure.liftedAt', 'is', null)
      .where('measure.replacedAt', 'is', null)
      .orderBy('measure.lastDay', 'desc'),
  );
  return found.flatMap((ban) =>
    ban.from === null || ban.lastDay === null ? [] : [{ ...ban, from: ban.from, lastDay: ban.lastDay }],
  );
}

/** Incidents as links of a chain, newest first; their witnesses and what a manager noted stay where they are. */
export async function readLinkedIncidents(
  database: Database,
  incidentIds: readonly number[],
): Promise<LinkedIncident[]> {
  if (incidentIds.length === 0) return [];
  const incidents = await readWholeIncidents(database, (query) =>
    query.where('incident.id', 'in', incidentIds).orderBy('incident.occurredAt', 'desc'),
  );
  return incidents.map(({ id, occurredAt, workerName, behaviours, severity, completion: { words, account } }) => ({
    ...{ id, occurredAt, workerName, behaviours, severity, words, account, correctedAt: null, ofOtherCaller: false },
  }));
}

/** What a measure stands on, as it was when that was decided: later corrections do not change it. */
export async function incidentsOfMeasure(
  database: Database,
  { id: measureId, callerId, decidedAt }: Pick<Measure, 'id' | 'callerId' | 'decidedAt'>,
): Promise<LinkedIncident[]> {
  const links = await database
    .selectFrom('measureIncident')
    .innerJoin('incident', 'incident.id', 'measureIncident.incidentId')
    .select(['measureIncident.incidentId', 'incident.callerId'])
    .where('measureIncident.measureId', '=', measureId)
    .execute();
  const ids = links.map(({ incidentId }) => incidentId);
  const were = await readAsTheyWere(database, ids, decidedAt);
  const ofOthers = new Set(links.filter((link) => link.callerId !== callerId).map(({ incidentId }) => incidentId));
  const incidents = (await readLinkedIncidents(database, ids)).map((incident): LinkedIncident => {
    const version = were.get(incident.id);
    const ofOtherCaller = ofOthers.has(incident.id);
    if (!version) return { ...incident, ofOtherCaller };
    const { occurredAt, behaviours, severity, words, account } = version.facts;
    const then = { occurredAt, behaviours, severity, words, account, correctedAt: version.replacedAt };
    return { ...incident, ...then, ofOtherCaller };
  });
  return incidents.sort((a, b) => b.occurredAt - a.occurredAt);
}

/** Whether all of these incidents are this caller's. */
export async function areOfCaller(database: Database, incidentIds: readonly number[], callerId: number) {
  const ids = [...new Set(incidentIds)];
  if (ids.length === 0) return true;
  const { count } = await database
    .selectFrom('incident')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', 'in', ids)
    .where('callerId', '=', callerId)
    .executeTakeFirstOrThrow();
  return count === ids.length;
}

interface NewMeasure extends Omit<Decision, 'ban' | 'replaces'> {
  /** For a warning the time in which it counts, for a ban all of its terms. */
  period: { from: string; lastDay: string } | BanTerms | null;
  replaces: Measure['replaces'];
  answerBefore: number | null;
}

export async function insertMeasure(
  database: Database,
  { callerId, step, reason, incidentIds, period, replaces, answerBefore }: NewMeasure,
  decidedBy: number,
  decidedAt: number,
): Promise<number> {
  const terms = period && 'channels' in period ? period : null;
  const { id } = await database
    .insertInto('measure')
    .values({
      ...{ callerId, step, reason, answerBefore, decidedBy, decidedAt },
      ...{ replacesId: replaces?.id ?? null, replacesAs: replaces?.as ?? null },
      fromDay: period?.from ?? null,
      lastDay: period?.lastDay ?? null,
      reviewDay: terms?.reviewDay ?? null,
      ...(terms && { scope: terms.scope, scopeName: terms.scopeName, staysOpen: terms.staysOpen }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const channels = [...new Set(terms?.channels)].map((channel) => ({ measureId: id, channel }));
  if (channels.length > 0) await database.insertInto('measureChannel').values(channels).execute();
  const links = [...new Set(incidentIds)].map((incidentId) => ({ measureId: id, incidentId }));
  if (links.length > 0) await database.insertInto('measureIncident').values(links).execute();
  for (const { incidentId } of links) await writeFeedbackUnread(database, incidentId);
  return id;
}

/** Writes what came of a measure later; false when there is no such measure. */
export async function updateMeasure(
  database: Database,
  measureId: number,
  changed: Pick<
    Updateable<Schema['measure']>,
    'liftedAt' | 'liftedBy' | 'liftedReason' | 'reviewedAt' | 'reviewedBy' | 'outcome'
  >,
): Promise<boolean> {
  const result = await database.updateTable('measure').set(changed).where('id', '=', measureId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Another one took their place. */
export async function putAside(database: Database, bans: readonly { id: number }[], replacedAt: number): Promise<void> {
  const ids = bans.map(({ id }) => id);
  if (ids.length > 0) await database.updateTable('measure').set({ replacedAt }).where('id', 'in', ids).execute();
}

export async function callerOf(database: Database, measureId: number): Promise<number | null> {
  const row = await database.selectFrom('measure').select('callerId').where('id', '=', measureId).executeTakeFirst();
  return row?.callerId ?? null;
}

/** Incidents that get no step, each once. */
export async function leaveUndecided(
  database: Database,
  incidentIds: readonly number[],
  left: { userId: number; reason: string; at: number; tell: boolean },
): Promise<void> {
  const tell = left.tell ? 1 : 0;
  await database
    .insertInto('leftUndecided')
    .values([...new Set(incidentIds)].map((incidentId) => ({ ...left, incidentId, tell })))
    .onConflict((conflict) => conflict.column('incidentId').doNothing())
    .execute();
}
