import type { Kysely } from 'kysely';
import type { FollowingStep, Repeat, Repeats } from '../../../../shared/contract/incidents.ts';
import { countsAgainstCaller } from '../../rules/colleague.ts';
import { stateOf } from '../../rules/contactBan.ts';
import { countInYear } from '../../rules/repeats.ts';
import type { Schema } from '../../store/schema.ts';
import { restrictionOf } from '../privacy/restrictions.ts';
import { readIncidents } from './queries.ts';

type Database = Kysely<Schema>;

/** More than anybody reads at one look. */
const MOST_SHOWN = 200;

interface Moment {
  now: number;
  timeZone: string;
}

async function stepsOf(database: Database, callerId: number, { now, timeZone }: Moment): Promise<FollowingStep[]> {
  const measures = await database
    .selectFrom('measure')
    .select(['id', 'step', 'decidedAt', 'fromDay', 'lastDay', 'liftedAt', 'replacedAt'])
    .where('callerId', '=', callerId)
    .orderBy('decidedAt')
    .execute();
  const letters = await database
    .selectFrom('letter')
    .innerJoin('measure', 'measure.id', 'letter.measureId')
    .select(['letter.id', 'letter.measureId', 'letter.sentOn'])
    .where('measure.callerId', '=', callerId)
    .where('letter.finalAt', 'is not', null)
    .orderBy('letter.id')
    .execute();
  const lettersOf = Map.groupBy(letters, ({ measureId }) => measureId);
  return measures.map((measure) => ({
    ...{ id: measure.id, step: measure.step, decidedAt: measure.decidedAt },
    ...{ from: measure.fromDay, lastDay: measure.lastDay },
    state: stateOf(measure, now, timeZone),
    letters: (lettersOf.get(measure.id) ?? []).map(({ id, sentOn }) => ({ id, sentOn })),
  }));
}

function linksOf(database: Database, callerId: number) {
  return database
    .selectFrom('measureIncident')
    .innerJoin('measure', 'measure.id', 'measureIncident.measureId')
    .select(['measureIncident.measureId', 'measureIncident.incidentId'])
    .where('measure.callerId', '=', callerId)
    .execute();
}

function leftOf(database: Database, callerId: number) {
  return database
    .selectFrom('leftUndecided')
    .innerJoin('incident', 'incident.id', 'leftUndecided.incidentId')
    .innerJoin('user', 'user.id', 'leftUndecided.userId')
    .select(['leftUndecided.incidentId', 'leftUndecided.at', 'leftUndecided.reason', 'user.name as byName'])
    .where('incident.callerId', '=', callerId)
    .execute();
}

function agreementsOf(database: Database, callerId: number) {
  return database
    .selectFrom('agreement')
    .select(['id', 'callsPerWeek', 'startsOn', 'lastDay', 'endedAt'])
    .where('callerId', '=', callerId)
    .orderBy('startsOn', 'desc')
    .execute();
}

async function incidentsOf(database: Database, callerId: number, steps: readonly FollowingStep[], forManager: boolean) {
  const incidents = await readIncidents(database, (query) =>
    query
      .where('incident.callerId', '=', callerId)
      .where('incident.duplicateOfId', 'is', null)
      .orderBy('incident.occurredAt', 'desc')
      .limit(MOST_SHOWN),
  );
  const links = Map.groupBy(await linksOf(database, callerId), ({ incidentId }) => incidentId);
  const left = new Map((await leftOf(database, callerId)).map((one) => [one.incidentId, one]));
  return incidents.map((incident): Repeat => {
    const { id, occurredAt, workerName, colleagueNames, channel, behaviours, severity, outcomes } = incident;
    const { words, account } = incident.completion;
    const ids = (links.get(id) ?? []).map(({ measureId }) => measureId);
    const undecided = left.get(id);
    return {
      ...{ id, occurredAt, workerName, colleagueNames, channel, behaviours, severity, outcomes, words, account },
      reviewedAt: incident.reviewedAt,
      countInYear: countsAgainstCaller(behaviours) ? countInYear(incidents, callerId, occurredAt) : null,
      steps: steps.filter((step) => ids.includes(step.id)),
      left: undecided
        ? { at: undecided.at, byName: undecided.byName, reason: forManager ? undecided.reason : null }
        : null,
    };
  });
}

/** Everything a caller did and what was decided then; null when there is no such caller. */
export async function readRepeats(
  database: Database,
  callerId: number,
  forManager: boolean,
  moment: Moment,
): Promise<Repeats | null> {
  const caller = await database
    .selectFrom('caller')
    .select('displayName')
    .where('id', '=', callerId)
    .executeTakeFirst();
  if (!caller) return null;
  const restrictedSince = (await restrictionOf(database, callerId))?.setAt ?? null;
  const steps = await stepsOf(database, callerId, moment);
  const found = await incidentsOf(database, callerId, steps, forManager);
  const incidents = found.filter(({ occurredAt }) => occurredAt >= (restrictedSince ?? 0));
  const standing = steps.filter(({ state }) => state === 'running' || state === 'planned');
  const agreements = await agreementsOf(database, callerId);
  const linked = new Set(incidents.flatMap((incident) => incident.steps.map(({ id }) => id)));
  const counted = incidents.map((incident) => ({ ...incident, callerId }));
  return {
    callerName: caller.displayName,
    restrictedSince,
    inYear: countInYear(counted, callerId, moment.now),
    inAll: incidents.filter(({ behaviours }) => countsAgainstCaller(behaviours)).length,
    incidents,
    otherSteps: restrictedSince === null ? steps.filter(({ id }) => !linked.has(id)) : [],
    standing,
    agreements: restrictedSince === null ? agreements : agreements.filter(({ endedAt }) => endedAt === null),
  };
}
